/** Draws the papers that the demo's people bring: pages of nobody, made when they are needed. Called by the demo's steps. */
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** A4 at 120 dots an inch. */
const PAGE = { width: 992, height: 1403 };

/** A page as a telephone takes it: a heading, lines of text, and a seal if there is one. */
export function drawPhoto(heading: string, hasSeal: boolean): Promise<Buffer> {
  const lines = Array.from({ length: 16 }, (_, line) => {
    const width = line % 4 === 3 ? 420 : 700;
    return `<rect x="146" y="${330 + line * 44}" width="${width}" height="12" rx="4" fill="#5A6068"/>`;
  });
  const seal = `<g transform="translate(760 1130)" fill="none" stroke="#C22A20" stroke-width="9" opacity="0.85"><circle r="92"/><path d="M0-46 14-14 44-14 20 6 29 38 0 20-29 38-20 6-44-14-14-14Z" fill="#C22A20" stroke="none"/></g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}">
    <rect width="100%" height="100%" fill="#CFC8BA"/><rect x="46" y="46" width="900" height="1311" fill="#FDFCF9"/>
    <text x="496" y="220" font-size="52" font-family="sans-serif" font-weight="700" text-anchor="middle" fill="#22262B">${heading}</text>
    ${lines.join('')}${hasSeal ? seal : ''}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 72 }).toBuffer();
}

/** The same as a document of several pages. */
export function drawPdf(heading: string, pages: readonly string[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
  for (const text of pages)
    pdf.addPage().fontSize(22).text(heading, { align: 'center' }).moveDown(2).fontSize(11).text(text);
  pdf.end();
  return whole;
}
