/** Draws an account's passport as a document to print and keep: A4, tagged, in the reader's language. Called by `PassportsService`. */
import type { CustodyPassport } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { passportPage, writePassport, type PassportLine, type PassportSection, type PassportSheet } from '@daiban/i18n';
import PDFDocument from 'pdfkit';
import { PassportFonts, type Weight } from './passport-fonts.js';

const COLOURS = { ink: '#1A1C1E', ink2: '#52575D', ink3: '#64696F', line: '#E8E5DF', edge: '#D3CFC7', jade: '#0B6E59' };

/** In points; a point is 1/72 inch. */
const MARGIN = 54;
const WIDTH = 595.28 - 2 * MARGIN;
const LABEL_WIDTH = 158;
const GAP = 14;
const FOOT = 56;
const BOTTOM = 841.89 - FOOT - 18;
/** In English, quotes and dots stand as close as in any English text; in Chinese as wide as a letter. */
const FEATURES: Record<Locale, PDFKit.Mixins.OpenTypeFeatures[]> = { en: ['palt', 'kern'], zh: [] };
const LANGUAGES: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' };

interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  /** Between lines, beyond the font's own. */
  readonly lineGap: number;
}

const STYLES = {
  brand: { size: 10, weight: 'bold', colour: COLOURS.jade, lineGap: 0 },
  title: { size: 22, weight: 'bold', colour: COLOURS.ink, lineGap: 0 },
  intro: { size: 10, weight: 'regular', colour: COLOURS.ink2, lineGap: 1 },
  heading: { size: 11.5, weight: 'bold', colour: COLOURS.ink, lineGap: 0 },
  label: { size: 9.5, weight: 'regular', colour: COLOURS.ink2, lineGap: 0 },
  value: { size: 9.5, weight: 'regular', colour: COLOURS.ink, lineGap: 0 },
  note: { size: 8.5, weight: 'regular', colour: COLOURS.ink3, lineGap: 0 },
} as const satisfies Record<string, Style>;

/** @param passport whatever is in it is written as text and never read as anything else */
export async function drawPassport(passport: CustodyPassport, locale: Locale): Promise<Buffer> {
  const sheet = writePassport(passport, locale);
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: LANGUAGES[locale],
    displayTitle: true,
    info: {
      Title: `${printable(sheet.account)} · ${sheet.title}`,
      Author: printable(passport.agency.legalName ?? passport.agency.name),
      Creator: 'Daiban',
      Producer: 'Daiban',
      CreationDate: new Date(passport.generatedAt),
    },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  new PassportDrawing(document, locale).draw(sheet);
  document.end();
  await done;
  return Buffer.concat(parts);
}

class PassportDrawing {
  readonly #fonts: PassportFonts;
  readonly #root: PDFKit.PDFStructureElement;
  /** Upper edge of what comes next. */
  #y = MARGIN;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly locale: Locale,
  ) {
    this.#fonts = new PassportFonts(document, locale);
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  draw(sheet: PassportSheet): void {
    this.#head(sheet);
    for (const section of sheet.sections) this.#section(section);
    this.#root.end();
    this.#feet(sheet);
  }

  #head({ title, account, intro, made }: PassportSheet): void {
    this.#artifact(() => this.document.rect(0, 0, 595.28, 5).fill(COLOURS.jade));
    this.#block('P', title, STYLES.brand, 4);
    this.#block('H1', account, STYLES.title, 6);
    this.#block('P', intro, STYLES.intro, 2);
    this.#block('P', made, STYLES.note, 4);
  }

  #section({ heading, lead, lines, note }: PassportSection): void {
    // A heading never stands alone at the end of a page.
    const firstLine = lines[0];
    const following = firstLine ? this.#lineHeight(firstLine) : 0;
    const leadHeight = lead ? this.#heightOf(lead, STYLES.value, WIDTH) + 8 : 0;
    this.#y += 16;
    this.#breakUnless(24 + leadHeight + following);
    this.#block('H2', heading, STYLES.heading, 5);
    if (lead) this.#block('P', lead, STYLES.value, 5);
    if (lines.length > 0) this.#table(lines);
    if (note) {
      this.#y += 5;
      this.#block('P', note, STYLES.note, 0);
    }
  }

  #table(lines: readonly PassportLine[]): void {
    const table = this.document.struct('Table');
    this.#root.add(table);
    for (const line of lines) {
      const height = this.#lineHeight(line);
      this.#breakUnless(height);
      const y = this.#y;
      this.#artifact(() =>
        this.document
          .moveTo(MARGIN, y)
          .lineTo(MARGIN + WIDTH, y)
          .lineWidth(0.6)
          .stroke(COLOURS.line),
      );
      const row = this.document.struct('TR');
      table.add(row);
      row.add(this.document.struct('TH', {}, () => this.#write(line.label, STYLES.label, MARGIN, y + 5, LABEL_WIDTH)));
      row.add(
        this.document.struct('TD', {}, () =>
          this.#write(line.value, STYLES.value, MARGIN + LABEL_WIDTH + GAP, y + 5, WIDTH - LABEL_WIDTH - GAP),
        ),
      );
      row.end();
      this.#y = y + height;
    }
    table.end();
  }

  /** The same at the foot of every page; no part of what is read aloud. */
  #feet({ madeBy }: PassportSheet): void {
    const { count } = this.document.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.document.switchToPage(index);
      const y = 841.89 - FOOT;
      this.#artifact(() => {
        this.document
          .moveTo(MARGIN, y)
          .lineTo(MARGIN + WIDTH, y)
          .lineWidth(0.6)
          .stroke(COLOURS.edge);
        this.#write(madeBy, STYLES.note, MARGIN, y + 8, WIDTH - 90);
        const page = passportPage(index + 1, count, this.locale);
        this.#write(page, STYLES.note, MARGIN + WIDTH - 86, y + 8, 86, 'right');
      });
    }
  }

  /** One element over the whole width, and the room after it. */
  #block(type: 'H1' | 'H2' | 'P', text: string, style: Style, after: number): void {
    const height = this.#heightOf(text, style, WIDTH);
    this.#breakUnless(height);
    const y = this.#y;
    this.#root.add(this.document.struct(type, {}, () => this.#write(text, style, MARGIN, y, WIDTH)));
    this.#y = y + height + after;
  }

  #breakUnless(height: number): void {
    if (this.#y + height <= BOTTOM) return;
    this.document.addPage();
    this.#y = MARGIN;
  }

  #lineHeight({ label, value }: PassportLine): number {
    const labelHeight = this.#heightOf(label, STYLES.label, LABEL_WIDTH);
    return Math.max(labelHeight, this.#heightOf(value, STYLES.value, WIDTH - LABEL_WIDTH - GAP)) + 10;
  }

  #heightOf(text: string, { size, weight, lineGap }: Style, width: number): number {
    this.document.font(this.#fonts.widest(weight)).fontSize(size);
    return this.document.heightOfString(printable(text), { width, lineGap });
  }

  #write(text: string, style: Style, x: number, y: number, width: number, align: 'left' | 'right' = 'left'): void {
    const runs = this.#fonts.runs(printable(text), style.weight);
    this.document.fillColor(style.colour).fontSize(style.size);
    const options = { width, align, lineGap: style.lineGap, features: FEATURES[this.locale] };
    for (const [index, run] of runs.entries()) {
      this.document.font(run.font);
      const continued = index < runs.length - 1;
      if (index === 0) this.document.text(run.text, x, y, { ...options, continued });
      else this.document.text(run.text, { ...options, continued });
    }
  }

  #artifact(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }
}

/** Controls and marks that turn the direction of writing have no place on paper. A line break stays: it parts the operators. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
}
