/** Hides what looks like somebody's number in free text. Called by the importer before a sheet's notes go into the history. */

/**
 * A date in digits stays; a long run of digits (ID number, phone, card), also grouped by blanks, hyphens or dots, or a travel document's number
 * does not. Full-width characters count as the plain ones: Chinese keyboards write them.
 */
const DATE_OR_NUMBER =
  /[\d０-９]{4}[-/.年][\d０-９]{1,2}[-/.月][\d０-９]{1,2}(?![\d０-９])|([\d０-９](?:[ 　.．·－-]?[\d０-９]){9,}[XxＸｘ]?|(?<![A-Za-z\d])[A-ZＡ-Ｚ]{1,2}[\d０-９]{7,10}(?![A-Za-z\d０-９]))/g;

/** The text with the middle of every such number starred: its first two and last two characters stay, so that people recognise it. */
export function maskNumbers(text: string): string {
  return text.replace(DATE_OR_NUMBER, (whole, number: string | undefined) =>
    number === undefined ? whole : `${whole.slice(0, 2)}***${whole.slice(-2)}`,
  );
}
