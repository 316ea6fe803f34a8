/** Writes table rows as a CSV file that a spreadsheet program opens as text: no cell can become a formula there. */

/** What a spreadsheet program may take for the beginning of a formula, in either width. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/u;

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** @returns the file's text, with the mark that makes Excel read it as UTF-8 */
export function rowsToCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it began; a minute is ample for it to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
