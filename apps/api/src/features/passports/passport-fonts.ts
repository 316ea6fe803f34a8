/** The fonts of the document: one that knows Chinese and Latin letters, and others for what it lacks. Called by the drawing of the passport. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Locale } from '@daiban/domain/enumerations';
import { unpackWoff } from './unpack-woff.js';

const CHINESE = 'noto-sans-sc-chinese-simplified';
/** Noto Sans SC lacks Polish, Czech, Turkish and Greek letters; Inter has them. */
const REST = ['noto-sans-sc-cyrillic', 'noto-sans-sc-vietnamese', 'inter-latin-ext', 'inter-greek'] as const;
/** Subsets in the order in which they are asked for a letter: the Chinese one knows Latin letters too, but sets quotes and dots as wide as its own. */
const ORDER = {
  en: ['noto-sans-sc-latin', 'noto-sans-sc-latin-ext', CHINESE, ...REST],
  zh: [CHINESE, 'noto-sans-sc-latin', 'noto-sans-sc-latin-ext', ...REST],
} as const satisfies Record<Locale, readonly string[]>;
const WEIGHTS = { regular: 400, bold: 600 } as const;
export type Weight = keyof typeof WEIGHTS;

/** A piece of text that one font can write. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** Of a font only this is asked. */
interface LetterKnower {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

const { resolve } = createRequire(import.meta.url);
const FILES = {
  noto: join(dirname(resolve('@fontsource/noto-sans-sc/package.json')), 'files'),
  inter: join(dirname(resolve('@fontsource/inter/package.json')), 'files'),
};
/** Unpacked with the first document. */
const unpacked = new Map<string, Buffer>();

export class PassportFonts {
  readonly #known = new Map<string, LetterKnower>();

  constructor(
    private readonly document: Pick<PDFKit.PDFDocument, 'registerFont' | 'font'>,
    private readonly locale: Locale,
  ) {
    for (const [weight, number] of Object.entries(WEIGHTS))
      for (const subset of ORDER[locale]) document.registerFont(`${weight}/${subset}`, readFont(subset, number));
  }

  /** The font that knows most, to measure with: no other is wider. */
  widest(weight: Weight): string {
    return `${weight}/${CHINESE}`;
  }

  /** Splits a text by the font that knows its letters; a letter that none knows is written with a font's sign for it. */
  runs(text: string, weight: Weight): Run[] {
    const runs: { font: string; text: string }[] = [];
    for (const letter of text) {
      const font = this.#fontFor(letter.codePointAt(0) ?? 0, weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += letter;
      else runs.push({ font, text: letter });
    }
    return runs;
  }

  #fontFor(codePoint: number, weight: Weight): string {
    const subset = ORDER[this.locale].find((each) =>
      this.#letters(`${weight}/${each}`).hasGlyphForCodePoint(codePoint),
    );
    return `${weight}/${subset ?? CHINESE}`;
  }

  #letters(font: string): LetterKnower {
    const known = this.#known.get(font);
    if (known) return known;
    // Choosing it makes pdfkit read the font; what it read stands on the document, which its types do not tell.
    const chosen = this.document.font(font) as unknown as { _font: { font: LetterKnower } };
    const letters = chosen._font.font;
    this.#known.set(font, letters);
    return letters;
  }
}

function readFont(subset: string, number: number): Buffer {
  const name = `${subset}-${number}-normal.woff`;
  const known = unpacked.get(name);
  if (known) return known;
  const font = unpackWoff(readFileSync(join(subset.startsWith('inter') ? FILES.inter : FILES.noto, name)));
  unpacked.set(name, font);
  return font;
}
