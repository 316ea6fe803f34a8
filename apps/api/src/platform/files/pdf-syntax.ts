/** Reads the values that a PDF is written in (ISO 32000-1, 7.2 and 7.3). Runs in the decoding process only. */

/** The file is not written as a PDF must be. */
export class DamagedPdf extends Error {
  override name = 'DamagedPdf';
}

/** `/Name`, with its `#xx` resolved. */
export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** `12 0 R`: an object that stands elsewhere. */
export class PdfReference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
/** Strings are read and forgotten: nothing that acts is written in one alone. */
export type PdfValue = null | boolean | number | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary;

const MAX_DEPTH = 100;
const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const NUMBER = /[+-]*(?:\d+\.?\d*|\.\d+)-?\d*/y;
const KEYWORD = /[a-zA-Z]+/y;

/** A place in the file from which values are read one after another. */
export class PdfReader {
  readonly text: string;
  /** Where the next value is read. */
  at: number;

  /** @param text the file, one character a byte (latin1) */
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Reads a pattern at this place, behind white space and comments; null: something else stands there. `pattern` is sticky. */
  take(pattern: RegExp): RegExpExecArray | null {
    this.#match(SPACE);
    return this.#match(pattern);
  }

  /** @throws DamagedPdf */
  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new DamagedPdf('Values stand too deep in each other.');
    this.#match(SPACE);
    switch (this.text[this.at]) {
      case '/':
        return new PdfName(this.#name());
      case '(':
        return this.#skipString();
      case '[':
        return this.#array(depth);
      case '<':
        return this.text[this.at + 1] === '<' ? this.#dictionary(depth) : this.#skipHexString();
      default:
        return this.#atom();
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  #name(): string {
    const [, name = ''] = this.#match(NAME) ?? [];
    return withoutEscapes(name);
  }

  #array(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    this.at += 1;
    while (!this.take(/\]/y)) values.push(this.value(depth + 1));
    return values;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    while (!this.take(/>>/y)) {
      if (this.text[this.at] !== '/') throw new DamagedPdf('A dictionary has a key that is not a name.');
      const key = this.#name();
      const value = this.value(depth + 1);
      // Readers differ in which of two equal keys they follow: both are looked at.
      entries.set(key, entries.has(key) ? [entries.get(key)!, value] : value);
    }
    return entries;
  }

  #skipHexString(): null {
    if (!this.#match(/<[0-9a-fA-F\0\t\n\f\r ]*>/y)) throw new DamagedPdf('A string of digits does not end.');
    return null;
  }

  #skipString(): null {
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at];
      if (character === '\\') this.at++;
      else if (character === '(') depth++;
      else if (character === ')' && --depth === 0) {
        this.at++;
        return null;
      }
    }
    throw new DamagedPdf('A string does not end.');
  }

  #atom(): PdfValue {
    const reference = this.#match(REFERENCE);
    if (reference) return new PdfReference(Number(reference[1]));
    const number = this.#match(NUMBER);
    if (number) return Number.parseFloat(number[0]) || 0;
    const word = this.#match(KEYWORD)?.[0];
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw new DamagedPdf('Something stands where a value must.');
  }
}

/** `/J#61va` is read as `/Java`. */
export function withoutEscapes(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
