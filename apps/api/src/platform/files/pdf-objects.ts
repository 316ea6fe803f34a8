/** Finds every object of a PDF by its cross-reference tables and streams, also those packed in object streams. Runs in the decoding process only. */
import { constants, inflateSync } from 'node:zlib';
import { DamagedPdf, PdfName, PdfReader, PdfReference, type PdfDictionary, type PdfValue } from './pdf-syntax.js';

/** Where an object stands: at an offset of the file, or inside the object stream of that number. */
type Place = { readonly offset: number } | { readonly container: number };

interface PdfObject {
  readonly value: PdfValue;
  /** Offset of its stream's first byte; null: it has none. */
  readonly streamAt: number | null;
}

const MAX_OBJECTS = 200_000;
/** A file of 20 MB does not need more for its tables and packed objects. */
const MAX_UNPACKED_BYTES = 48 * 1024 * 1024;

export class PdfObjects {
  readonly #text: string;
  readonly #places = new Map<number, Place>();
  readonly #unpacked = new Map<number, ReadonlyMap<number, PdfValue>>();
  #unpackedBytes = 0;
  /** The trailers of all revisions, the newest first. */
  readonly trailers: PdfDictionary[] = [];

  /** @throws DamagedPdf when the tables cannot be followed */
  constructor(bytes: Buffer) {
    this.#text = bytes.toString('latin1');
    const start = /startxref[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+%%EOF[\0\t\n\f\r ]*$/.exec(this.#text.slice(-2048));
    if (!start) throw new DamagedPdf('The file does not end as a PDF does.');
    this.#readTables(Number(start[1]));
  }

  /** Every object of the newest revision. @throws DamagedPdf */
  *all(): Iterable<PdfValue> {
    for (const [number, place] of this.#places) {
      if ('container' in place) yield this.#packed(place.container).get(number) ?? null;
      else yield this.#objectAt(place.offset).value;
    }
  }

  /**
   * What stands in object streams that no table names, unpacked: readers that repair a file may find it.
   * @throws DamagedPdf when such a stream cannot be unpacked
   */
  *strayObjects(): Iterable<string> {
    const known = new Set([...this.#places.values()].map((place) => ('offset' in place ? place.offset : -1)));
    for (const { index } of this.#text.matchAll(
      /(?<!\d)\d{1,10}[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]+obj(?![a-zA-Z0-9])/g,
    )) {
      if (known.has(index)) continue;
      const stray = this.#strayAt(index);
      if (stray) yield this.#decode(stray.dictionary, stray.streamAt).toString('latin1');
    }
  }

  /** An object stream that begins there; null: something else, or chance in the bytes of a picture. */
  #strayAt(offset: number): { readonly dictionary: PdfDictionary; readonly streamAt: number } | null {
    try {
      const { value, streamAt } = this.#objectAt(offset);
      if (!isDictionary(value) || streamAt === null) return null;
      const type = this.resolve(value.get('Type'));
      return type instanceof PdfName && type.name === 'ObjStm' ? { dictionary: value, streamAt } : null;
    } catch (error) {
      if (error instanceof DamagedPdf) return null;
      throw error;
    }
  }

  /** Pages that the tree of pages leads to, however many it says. Infinity: it has no end. */
  countPages(): number {
    const root = this.resolve(this.trailers[0]?.get('Root'));
    const waiting: PdfValue[] = [isDictionary(root) ? this.resolve(root.get('Pages')) : null];
    let pages = 0;
    for (let seen = 0; waiting.length > 0; seen++) {
      if (seen > MAX_OBJECTS) return Number.POSITIVE_INFINITY;
      const node = waiting.pop();
      if (!isDictionary(node)) continue;
      const kids = this.resolve(node.get('Kids'));
      if (Array.isArray(kids)) for (const kid of kids as readonly PdfValue[]) waiting.push(this.resolve(kid));
      else pages++;
    }
    return pages;
  }

  /** The value itself where `value` refers to an object. @throws DamagedPdf */
  resolve(value: PdfValue | undefined, depth = 0): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null;
    const place = this.#places.get(value.number);
    if (!place || depth > 20) return null;
    const found =
      'container' in place ? this.#packed(place.container).get(value.number) : this.#objectAt(place.offset).value;
    return this.resolve(found, depth + 1);
  }

  #readTables(first: number): void {
    const seen = new Set<number>();
    const waiting = [first];
    for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
      if (seen.has(offset)) continue;
      seen.add(offset);
      const trailer = this.#readTable(offset);
      this.trailers.push(trailer);
      for (const key of ['XRefStm', 'Prev']) {
        const next = trailer.get(key);
        if (typeof next === 'number') waiting.push(next);
        else if (next !== undefined) throw new DamagedPdf('A trailer does not say where the earlier table stands.');
      }
    }
  }

  #readTable(offset: number): PdfDictionary {
    const reader = new PdfReader(this.#text, offset);
    if (!reader.take(/xref\b/y)) return this.#readTableStream(offset);
    for (let range; (range = reader.take(/(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})(?=[\0\t\n\f\r ])/y));) {
      for (let index = 0; index < Number(range[2]); index++) {
        const entry = reader.take(/(\d{1,10})[ ]+\d{1,5}[ ]+([nf])/y);
        if (!entry) throw new DamagedPdf('A cross-reference table has too few lines.');
        if (entry[2] === 'n') this.#place(Number(range[1]) + index, { offset: Number(entry[1]) });
      }
    }
    const trailer = reader.take(/trailer/y) && reader.value();
    if (!isDictionary(trailer)) throw new DamagedPdf('A cross-reference table has no trailer.');
    return trailer;
  }

  #readTableStream(offset: number): PdfDictionary {
    const { value, streamAt } = this.#objectAt(offset);
    if (!isDictionary(value) || streamAt === null) throw new DamagedPdf('There is no cross-reference table.');
    const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = numbersOf(value.get('W'));
    const width = typeWidth + secondWidth + thirdWidth;
    if (width < 1 || width > 24) throw new DamagedPdf('A cross-reference stream has no widths.');
    const ranges = value.has('Index') ? numbersOf(value.get('Index')) : [0, ...numbersOf([value.get('Size') ?? null])];
    const rows = this.#decode(value, streamAt);
    let at = 0;
    for (let index = 0; index + 1 < ranges.length; index += 2) {
      for (let number = ranges[index]!; number < ranges[index]! + ranges[index + 1]!; number++, at += width) {
        if (at + width > rows.length) throw new DamagedPdf('A cross-reference stream has too few rows.');
        const type = typeWidth === 0 ? 1 : integerAt(rows, at, typeWidth);
        const second = integerAt(rows, at + typeWidth, secondWidth);
        if (type === 1) this.#place(number, { offset: second });
        else if (type === 2) this.#place(number, { container: second });
      }
    }
    return value;
  }

  /** The newest revision is read first and wins. */
  #place(number: number, place: Place): void {
    if (this.#places.size > MAX_OBJECTS) throw new DamagedPdf('The file has too many objects.');
    if (!this.#places.has(number)) this.#places.set(number, place);
  }

  #objectAt(offset: number): PdfObject {
    const reader = new PdfReader(this.#text, offset);
    if (!reader.take(/\d{1,10}[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]+obj(?![a-zA-Z0-9])/y))
      throw new DamagedPdf('A cross-reference leads to no object.');
    // Some writers leave an object empty.
    const value = reader.take(/(?=endobj)/y) ? null : reader.value();
    return { value, streamAt: reader.take(/stream(?:\r\n|\n|\r)/y) ? reader.at : null };
  }

  #packed(container: number): ReadonlyMap<number, PdfValue> {
    const known = this.#unpacked.get(container);
    if (known) return known;
    const place = this.#places.get(container);
    if (!place || 'container' in place) throw new DamagedPdf('A packed object has no object stream.');
    const { value, streamAt } = this.#objectAt(place.offset);
    if (!isDictionary(value) || streamAt === null) throw new DamagedPdf('An object stream is none.');
    const count = this.resolve(value.get('N'));
    const first = this.resolve(value.get('First'));
    if (typeof count !== 'number' || typeof first !== 'number' || count > MAX_OBJECTS)
      throw new DamagedPdf('An object stream does not say what it holds.');
    const text = this.#decode(value, streamAt).toString('latin1');
    const objects = new Map<number, PdfValue>();
    const heads = new PdfReader(text);
    for (let index = 0; index < count; index++) {
      const head = heads.take(/(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})/y);
      if (!head) throw new DamagedPdf('An object stream holds less than it says.');
      objects.set(Number(head[1]), new PdfReader(text, first + Number(head[2])).value());
    }
    this.#unpacked.set(container, objects);
    return objects;
  }

  /** Only as object and cross-reference streams are packed in practice; another packing may hide what it likes, so it is refused. */
  #decode(dictionary: PdfDictionary, streamAt: number): Buffer {
    const filters = [this.resolve(dictionary.get('Filter'))].flat().map((filter) => this.resolve(filter));
    const names = filters
      .map((filter) => (filter instanceof PdfName ? filter.name : null))
      .filter((name) => name !== null);
    const end = this.#endOfStream(dictionary, streamAt);
    const packed = Buffer.from(this.#text.slice(streamAt, end), 'latin1');
    if (names.length === 0) return packed;
    if (names.length > 1 || names[0] !== 'FlateDecode')
      throw new DamagedPdf('A stream of objects is packed strangely.');
    const [parameters] = [this.resolve(dictionary.get('DecodeParms'))].flat();
    return withoutPredictor(
      this.#inflate(packed),
      isDictionary(this.resolve(parameters)) ? this.resolve(parameters) : null,
      this,
    );
  }

  #endOfStream(dictionary: PdfDictionary, streamAt: number): number {
    const length = this.resolve(dictionary.get('Length'));
    if (
      typeof length === 'number' &&
      /^[\0\t\n\f\r ]*endstream/.test(this.#text.slice(streamAt + length, streamAt + length + 20))
    )
      return streamAt + length;
    const end = this.#text.indexOf('endstream', streamAt);
    if (end < 0) throw new DamagedPdf('A stream does not end.');
    return end;
  }

  #inflate(packed: Buffer): Buffer {
    const room = MAX_UNPACKED_BYTES - this.#unpackedBytes;
    try {
      const bytes = inflateSync(packed, { maxOutputLength: Math.max(room, 1), finishFlush: constants.Z_SYNC_FLUSH });
      this.#unpackedBytes += bytes.length;
      return bytes;
    } catch (error) {
      throw new DamagedPdf('A stream of objects cannot be unpacked.', { cause: error });
    }
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

function numbersOf(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number' && item >= 0) : [];
}

function integerAt(bytes: Buffer, at: number, width: number): number {
  let integer = 0;
  for (let index = 0; index < width; index++) integer = integer * 256 + bytes[at + index]!;
  return integer;
}

/** Undoes the PNG predictors (ISO 32000-1, 7.4.4.4) that tables are packed with. */
function withoutPredictor(bytes: Buffer, parameters: PdfValue, objects: PdfObjects): Buffer {
  if (!isDictionary(parameters)) return bytes;
  const number = (key: string, otherwise: number) => {
    const value = objects.resolve(parameters.get(key));
    return typeof value === 'number' ? value : otherwise;
  };
  if (number('Predictor', 1) === 1) return bytes;
  const columns = number('Columns', 1);
  if (number('Predictor', 1) < 10 || number('Colors', 1) !== 1 || number('BitsPerComponent', 8) !== 8 || columns < 1)
    throw new DamagedPdf('A stream of objects is packed strangely.');
  const rows = Math.floor(bytes.length / (columns + 1));
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)]!;
    for (let column = 0; column < columns; column++) {
      const left = column > 0 ? plain[row * columns + column - 1]! : 0;
      const up = row > 0 ? plain[(row - 1) * columns + column]! : 0;
      const corner = row > 0 && column > 0 ? plain[(row - 1) * columns + column - 1]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind];
      if (guess === undefined) throw new DamagedPdf('A stream of objects is packed strangely.');
      plain[row * columns + column] = bytes[row * (columns + 1) + 1 + column]! + guess;
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
