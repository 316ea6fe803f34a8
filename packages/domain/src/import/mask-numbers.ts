/** Hides what looks like somebody's number in free text. Called by the importer before a sheet's notes go into the history. */

/** A date in digits stays; a long run of digits (ID number, phone, card), also grouped by blanks or hyphens, or a travel document's number does not. */
const DATE_OR_NUMBER = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)|(\d(?:[ -]?\d){9,}[Xx]?|\b[A-Z]{1,2}\d{7,10}\b)/g;

/** The text with the middle of every such number starred: its first two and last two characters stay, so that people recognise it. */
export function maskNumbers(text: string): string {
  return text.replace(DATE_OR_NUMBER, (whole, number: string | undefined) =>
    number === undefined ? whole : `${whole.slice(0, 2)}***${whole.slice(-2)}`,
  );
}
