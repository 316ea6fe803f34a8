/** Makes files that nobody should be able to bring for a paper, and honest ones to set beside them; by script, so that no such file lies in the tree. */
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';

/** A file, and what must become of it. */
export interface TestFile {
  readonly about: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Codes of which one is the answer; `neutralised`: it may be kept, but only written anew without what was hidden in it. */
  readonly expected: readonly string[] | 'neutralised' | 'kept';
}

/** Stands in metadata and hidden parts: wherever it is found afterwards, something got through. */
export const CANARY = 'CANARY-7f3a9c';
/** The industry's test for scanners; in two halves, so that no scanner takes this source for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#dde3ea' } });

/** An honest photograph, lying on its side, that tells where it was taken. */
export async function photo(width = 800, height = 600, orientation = 6): Promise<Buffer> {
  return canvas(width, height)
    .withExif({
      IFD0: { Copyright: CANARY, Make: CANARY },
      IFD2: { UserComment: CANARY },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 49/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 1/1',
      },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${CANARY}</a></x:xmpmeta>`)
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

export async function screenshot(width = 600, height = 400): Promise<Buffer> {
  const png = await canvas(width, height).png().toBuffer();
  const text = pngChunk('tEXt', Buffer.from(`Comment\0${CANARY}`));
  return Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]);
}

/** Values of a PDF's objects by number; 1 is the catalogue, 2 the pages, 3 the page. `stream` makes the object a stream. */
export interface PdfParts {
  readonly catalog?: string;
  readonly page?: string;
  readonly objects?: readonly (string | { readonly dictionary: string; readonly stream: Buffer })[];
  readonly trailer?: string;
  readonly pages?: number;
  /** Packs every object that is not a stream into an object stream, as word processors do. */
  readonly packed?: boolean;
  readonly before?: Buffer;
  readonly after?: Buffer;
  readonly header?: string;
}

export function pdf(parts: PdfParts = {}): Buffer {
  const { catalog = '', page = '', objects = [], trailer = '', pages = 1, packed = false } = parts;
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
  const values = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> ${page} >>`,
    ...objects,
  ];
  const chunks = [
    parts.before ?? Buffer.alloc(0),
    Buffer.from(parts.header ?? '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
  ];
  const places = new Map<number, string>();
  const at = () => chunks.reduce((sum, { length }) => sum + length, 0);
  const put = (number: number, body: Buffer) => {
    places.set(number, `1:${at()}:0`);
    chunks.push(Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  };
  const stream = (dictionary: string, data: Buffer) =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ]);
  const inside: [number, string][] = [];
  values.forEach((value, index) => {
    if (typeof value !== 'string') put(index + 1, stream(value.dictionary, value.stream));
    else if (packed) inside.push([index + 1, value]);
    else put(index + 1, Buffer.from(value, 'latin1'));
  });
  const size = values.length + (packed ? 3 : 1);
  if (!packed) {
    const start = at();
    const rows = values.map(
      (_, index) => `${(places.get(index + 1)!.split(':')[1] ?? '').padStart(10, '0')} 00000 n \n`,
    );
    chunks.push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    );
  } else {
    let offset = 0;
    const heads = inside.map(([number, value]) => {
      const head = `${number} ${offset}`;
      offset += value.length + 1;
      return head;
    });
    const head = `${heads.join(' ')}\n`;
    const body = deflateSync(Buffer.from(`${head}${inside.map(([, value]) => value).join('\n')}`, 'latin1'));
    const container = values.length + 1;
    inside.forEach(([number], index) => places.set(number, `2:${container}:${index}`));
    put(container, stream(`/Type /ObjStm /N ${inside.length} /First ${head.length} /Filter /FlateDecode`, body));
    const start = at();
    places.set(container + 1, `1:${start}:0`);
    const rows = Buffer.alloc(size * 7);
    for (const [number, place] of places) {
      const [type, second, third] = place.split(':').map(Number) as [number, number, number];
      rows.writeUInt8(type, number * 7);
      rows.writeUInt32BE(second, number * 7 + 1);
      rows.writeUInt16BE(third, number * 7 + 5);
    }
    const dictionary = `/Type /XRef /Size ${size} /W [1 4 2] /Root 1 0 R ${trailer} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >>`;
    put(container + 1, stream(dictionary, deflateSync(withUpPredictor(rows, 7))));
    chunks.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  }
  return Buffer.concat([...chunks, parts.after ?? Buffer.alloc(0)]);
}

function withUpPredictor(rows: Buffer, columns: number): Buffer {
  const count = rows.length / columns;
  const packed = Buffer.alloc(count * (columns + 1));
  for (let row = 0; row < count; row++) {
    packed[row * (columns + 1)] = 2;
    for (let column = 0; column < columns; column++)
      packed[row * (columns + 1) + 1 + column] =
        rows.readUInt8(row * columns + column) - (row > 0 ? rows.readUInt8((row - 1) * columns + column) : 0);
  }
  return packed;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** A PNG whose head promises this many pixels; behind it are sixteen megabytes of zeros, packed. */
export function pixelFlood(width: number, height: number, bits = 8, interlaced = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 6, 0, 0, interlaced], 8);
  const rows = deflateSync(Buffer.alloc(16 * 1024 * 1024), { level: 1 });
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', head),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A ZIP of stored entries: names and contents. */
export function zip(entries: readonly (readonly [string, Buffer])[], { packed = false } = {}): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const data = packed ? deflateSync(content).subarray(2, -4) : content;
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    const line = Buffer.alloc(46);
    line.write('PK\x01\x02', 0, 'latin1');
    line.writeUInt16LE(20, 4);
    common.copy(line, 6);
    line.writeUInt32LE(offset, 42);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, data);
    list.push(line, label);
    offset += 30 + label.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...list, end]);
}

/** A PDF that is empty to look at and does something by itself, in each way we know. */
const ACTIVE_PARTS: Readonly<Record<string, PdfParts>> = {
  'a script when it opens': { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' },
  'a script behind two references': {
    catalog: '/OpenAction 4 0 R',
    objects: ['<< /S 5 0 R /JS (x) >>', '/JavaScript'],
  },
  'a script by name': {
    catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>',
    objects: ['<< /S /JavaScript /JS (x) >>'],
  },
  'a script with its name escaped': { catalog: '/OpenAction << /S /J#61v#61Script /J#53 (x) >>' },
  'a program that is started': {
    page: '/Annots [4 0 R]',
    objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>'],
  },
  'a file inside': {
    catalog: '/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>',
    objects: [
      '<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>',
      { dictionary: '/Type /EmbeddedFile', stream: Buffer.from('MZ') },
    ],
  },
  'a file pinned to the page': {
    page: '/Annots [4 0 R]',
    objects: [
      '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 5 0 R >>',
      '<< /Type /Filespec /F (a.exe) >>',
    ],
  },
  'an action of the page': { page: '/AA << /O << /S /URI /URI (http://example.com) >> >>' },
  'an action of the document': { catalog: '/AA << /WC << /S /Named /N /Print >> >>' },
  'an address called when it opens': { catalog: '/OpenAction << /S /URI /URI (http://example.com) >>' },
  'printing when it opens': { catalog: '/OpenAction << /S /Named /N /Print >>' },
  'a going on after going there': {
    catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (http://example.com) >> >>',
  },
  'rich media': {
    page: '/Annots [4 0 R]',
    objects: ['<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent << >> >>'],
  },
  'an XFA form': {
    catalog: '/AcroForm << /Fields [] /XFA [(xdp) 4 0 R] >>',
    objects: [{ dictionary: '', stream: Buffer.from('<xdp:xdp/>') }],
  },
  'a form that sends': {
    page: '/Annots [4 0 R]',
    objects: ['<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm /F (http://example.com) >> >>'],
  },
  'a form that reads a file': { catalog: '/OpenAction << /S /ImportData /F (a.fdf) >>' },
  'a jump into another file': {
    page: '/Annots [4 0 R]',
    objects: ['<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>'],
  },
  'a jump into a file inside': { catalog: '/OpenAction << /S /GoToE /D [0 /Fit] /T << /R /C >> >>' },
};

/** The corpus. @param count how many at least; the first 64 hold one of every kind */
export async function hostileFiles(count: number): Promise<TestFile[]> {
  const jpeg = await photo();
  const png = await screenshot();
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
  const html = Buffer.from('<!doctype html><html><script>alert(1)</script></html>');
  const php = Buffer.from(`<?php echo '${CANARY}'; ?>`);
  const jar = zip([['META-INF/MANIFEST.MF', Buffer.from(CANARY)]]);
  const bomb = zip([['zeros', Buffer.alloc(40 * 1024 * 1024)]], { packed: true });
  const files: TestFile[] = [];
  const add = (about: string, name: string, bytes: Buffer, expected: TestFile['expected']) =>
    files.push({ about, name, bytes, expected });

  // What it says it is not.
  for (const [about, bytes] of [
    ['SVG', svg],
    ['HTML', html],
    ['a ZIP bomb', bomb],
    ['a bomb within a ZIP', zip([['inner.zip', bomb]])],
    ['a GZIP bomb', gzipSync(Buffer.alloc(20 * 1024 * 1024))],
    [
      'a ZIP with a hundred thousand entries',
      zip(Array.from({ length: 100_000 }, (_, n) => [`${n}`, Buffer.alloc(0)] as const)),
    ],
    ['a JAR', jar],
    ['a GIF that is a JAR too', Buffer.concat([Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), jar])],
    [
      "a word processor's file",
      zip([
        ['word/document.xml', Buffer.from('<a/>')],
        ['[Content_Types].xml', Buffer.from('<a/>')],
      ]),
    ],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])],
    ['EICAR', EICAR],
  ] as const) {
    for (const name of ['licence.jpg', 'licence.pdf', 'licence', 'licence.png'])
      add(`${about} called ${name}`, name, bytes, ['file.wrong_type']);
  }
  add('SVG under its own name', 'seal.svg', svg, ['file.wrong_type']);
  add('HTML under its own name', 'page.html', html, ['file.wrong_type']);
  add('nothing', 'empty.jpg', Buffer.alloc(0), ['file.empty']);
  add(
    "a telephone's HEIC",
    'IMG_0001.HEIC',
    Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), Buffer.alloc(64)]),
    ['file.heic'],
  );
  add(
    'HEIC called JPEG',
    'IMG_0001.jpg',
    Buffer.concat([Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0', 'latin1'), Buffer.alloc(64)]),
    ['file.heic'],
  );

  // Two files in one.
  add('a JPEG with PHP behind it', 'photo.jpg', Buffer.concat([jpeg, php]), 'neutralised');
  add('a JPEG with a JAR behind it', 'photo.jpg', Buffer.concat([jpeg, jar]), 'neutralised');
  add('a JPEG with a page in its comment', 'photo.jpg', withComment(jpeg, Buffer.concat([html, php])), 'neutralised');
  add('a PNG with PHP behind it', 'photo.png', Buffer.concat([png, php]), 'neutralised');
  add('a PNG with EICAR behind it', 'photo.png', Buffer.concat([png, EICAR]), 'neutralised');
  add('a photograph called .php', 'photo.php', jpeg, ['file.name_lies']);
  add('a photograph called .pdf', 'photo.pdf', jpeg, ['file.name_lies']);
  add('a PDF called .jpg', 'scan.jpg', pdf(), ['file.name_lies']);
  add('a PDF behind a web page', 'scan.pdf', pdf({ before: html }), ['file.wrong_type']);
  for (const packed of [false, true]) {
    const way = packed ? ', packed' : '';
    add(`a PDF with a web page behind it${way}`, 'scan.pdf', pdf({ packed, after: html }), ['file.name_lies']);
    add(
      `a PDF with a web page in its head${way}`,
      'scan.pdf',
      pdf({ packed, header: `%PDF-1.7\n%${html.toString()}\n` }),
      ['file.name_lies'],
    );
    add(`a PDF with a JAR behind it${way}`, 'scan.pdf', pdf({ packed, after: jar }), ['file.name_lies']);
    add(`a PDF with a JAR in a stream${way}`, 'scan.pdf', pdf({ packed, objects: [{ dictionary: '', stream: jar }] }), [
      'file.name_lies',
    ]);
  }

  // PDFs that act.
  for (const [index, [about, parts]] of Object.entries(ACTIVE_PARTS).entries())
    // The short run meets each once: half of them plain, half packed.
    for (const packed of [index % 2 === 0, index % 2 === 1])
      add(`a PDF with ${about}${packed ? ', packed' : ''}`, 'scan.pdf', pdf({ ...parts, packed }), ['file.active_pdf']);
  const packedScript = deflateSync(Buffer.from('9 0 << /S /JavaScript /JS (app.alert(1)) >>'));
  add(
    'a PDF with a packed script no table names',
    'scan.pdf',
    pdf({
      before: Buffer.alloc(0),
      objects: [
        {
          dictionary: '',
          stream: Buffer.concat([
            Buffer.from(
              `8 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packedScript.length} >>\nstream\n`,
            ),
            packedScript,
            Buffer.from('\nendstream\nendobj'),
          ]),
        },
      ],
    }),
    ['file.active_pdf'],
  );
  add('a PDF whose first action leads nowhere', 'scan.pdf', pdf({ catalog: '/OpenAction 77 0 R' }), [
    'file.active_pdf',
  ]);
  add(
    'a PDF with a link that runs a script',
    'scan.pdf',
    pdf({
      page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (java\\163cript:alert\\(1\\)) >> >>]',
    }),
    ['file.active_pdf'],
  );
  const hidden = pdf({ pages: 3 }).toString('latin1');
  add('a PDF with more pages than it says', 'scan.pdf', Buffer.from(hidden.replace('/Count 3', '/Count 1'), 'latin1'), [
    'file.damaged',
  ]);
  const many = pdf({ pages: 51 }).toString('latin1');
  add(
    'a PDF with more pages than it says and than a paper may have',
    'scan.pdf',
    Buffer.from(many.replace('/Count 51', '/Count 01'), 'latin1'),
    ['file.too_many_pages'],
  );
  add(
    'a PDF with a script no table names',
    'scan.pdf',
    pdf({ objects: [{ dictionary: '', stream: Buffer.from('9 0 obj << /S /JavaScript /JS (x) >> endobj') }] }),
    ['file.active_pdf'],
  );
  add(
    'a PDF with a script in an older revision',
    'scan.pdf',
    revised(pdf({ ...ACTIVE_PARTS['a script when it opens'] })),
    ['file.active_pdf'],
  );
  for (const packed of [false, true]) {
    add(
      `a PDF under a password${packed ? ', packed' : ''}`,
      'scan.pdf',
      pdf({
        packed,
        trailer: '/Encrypt 4 0 R /ID [<00> <00>]',
        objects: [
          '<< /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >>',
        ],
      }),
      ['file.encrypted_pdf'],
    );
    add(`a PDF of fifty-one pages${packed ? ', packed' : ''}`, 'scan.pdf', pdf({ packed, pages: 51 }), [
      'file.too_many_pages',
    ]);
  }
  add('a PDF whose objects are packed strangely', 'scan.pdf', strangelyPacked(), ['file.damaged']);
  add('a PDF whose object stream is a bomb', 'scan.pdf', packedBomb(), ['file.damaged']);
  add('a PDF with two earlier tables', 'scan.pdf', pdf({ trailer: '/Prev 15 /Prev 15' }), ['file.damaged']);
  add('a PDF of a million brackets', 'scan.pdf', pdf({ catalog: `/X ${'['.repeat(1_000_000)}` }), ['file.damaged']);

  // Pictures that are too much.
  add('a flood of 60,000 × 60,000 pixels', 'photo.png', pixelFlood(60_000, 60_000), ['file.too_many_pixels']);
  add('a flood just under the bound', 'photo.png', pixelFlood(8_000, 8_000, 16, 1), [
    'file.too_many_pixels',
    'file.damaged',
  ]);
  add('a picture of one row', 'photo.png', await canvas(4000, 20).png().toBuffer(), ['file.too_small']);
  add('a thumbnail', 'photo.jpg', await photo(120, 90), ['file.too_small']);

  // Half files.
  for (const [name, whole] of [
    ['photo.jpg', jpeg],
    ['photo.png', png],
    ['scan.pdf', pdf()],
    ['scan.pdf', pdf({ packed: true })],
  ] as const)
    for (const share of [0.2, 0.5, 0.9])
      add(`${share * 100} % of ${name}`, name, whole.subarray(0, Math.floor(whole.length * share)), ['file.damaged']);

  // Names.
  for (const name of [
    'photo\u202Egpj.exe',
    'photo.jpg\0.exe',
    '../../etc/passwd.sh',
    'a'.repeat(300) + '.exe',
    'photo.jpg.html',
    'CON.jpg.js',
  ])
    add(`a photograph called ${JSON.stringify(name.slice(0, 30))}`, name, jpeg, ['file.name_lies']);

  const one = everyKindFirst(files);
  for (let seed = 1; one.length < count; seed++) one.push(mutated([jpeg, png, pdf(), pdf({ packed: true })], seed));
  return one.slice(0, count);
}

/** Honest files that must get through. */
export async function honestFiles(): Promise<TestFile[]> {
  const file = (about: string, name: string, bytes: Buffer): TestFile => ({ about, name, bytes, expected: 'kept' });
  return [
    file('a photograph', 'IMG_0001.JPG', await photo()),
    file('a photograph without an ending, as WeChat names it', 'image', await photo()),
    file('a screenshot that a telephone calls JPEG', '营业执照.jpg', await screenshot()),
    file('a large photograph', 'scan.jpeg', await canvas(8000, 6000).jpeg().toBuffer()),
    file('a PDF', 'licence.pdf', pdf()),
    file('a packed PDF', 'licence.PDF', pdf({ packed: true, pages: 50 })),
    file('a PDF that opens at its first page', 'licence.pdf', pdf({ catalog: '/OpenAction [3 0 R /Fit]' })),
    file(
      'a PDF that goes to its first page',
      'licence.pdf',
      pdf({ packed: true, catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' }),
    ),
    file(
      'a PDF with a link',
      'licence.pdf',
      pdf({
        page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.com) >> >>]',
      }),
    ),
    file(
      'a PDF with a form to fill in',
      'licence.pdf',
      pdf({
        catalog: '/AcroForm << /Fields [4 0 R] >>',
        objects: ['<< /FT /Tx /T (name) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>'],
      }),
    ),
    file('a PDF that was revised', 'licence.pdf', revised(pdf())),
  ];
}

/** Appends a revision that changes nothing. */
function revised(first: Buffer): Buffer {
  const offset = /startxref\n(\d+)/.exec(first.toString('latin1'))![1];
  const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
  const at = String(first.length).padStart(10, '0');
  return Buffer.concat([
    first,
    Buffer.from(
      `${catalog}xref\n1 1\n${at} 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R /Prev ${offset} >>\nstartxref\n${first.length + catalog.length}\n%%EOF\n`,
    ),
  ]);
}

function withComment(jpeg: Buffer, comment: Buffer): Buffer {
  const head = Buffer.of(0xff, 0xfe, 0, 0);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)]);
}

function strangelyPacked(): Buffer {
  return Buffer.from(pdf({ packed: true }).toString('latin1').replace('/FlateDecode', '/ASCIIHexDe'), 'latin1');
}

function packedBomb(): Buffer {
  const zeros = deflateSync(Buffer.concat([Buffer.from('1 0 2 1 3 2 \n'), Buffer.alloc(80 * 1024 * 1024, 0x20)]), {
    level: 1,
  });
  const whole = pdf({ objects: [{ dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', stream: zeros }] });
  const table = `/Type /XRef /Size 6 /W [1 4 2] /Root 3 0 R`;
  const rows = Buffer.alloc(42);
  rows.writeUInt8(1, 28);
  rows.writeUInt32BE(whole.indexOf('4 0 obj'), 29);
  rows.writeUInt8(2, 21);
  rows.writeUInt32BE(4, 22);
  const body = whole.subarray(0, whole.lastIndexOf('xref\n0'));
  const stream = Buffer.concat([
    Buffer.from(`5 0 obj\n<< ${table} /Length 42 >>\nstream\n`),
    rows,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  return Buffer.concat([body, stream, Buffer.from(`startxref\n${body.length}\n%%EOF\n`)]);
}

/** So that the short run meets each kind: those that differ most from the one before come first. */
function everyKindFirst(files: readonly TestFile[]): TestFile[] {
  const key = ({ about }: TestFile) => about.replace(/called.*|, packed|\d+/g, '');
  const first = files.filter((file, index) => files.findIndex((other) => key(other) === key(file)) === index);
  return [...first, ...files.filter((file) => !first.includes(file))];
}

/** A good file with some bytes changed: whatever becomes of it, nothing hangs, falls over or gets through as it was. */
function mutated(sources: readonly Buffer[], seed: number): TestFile {
  let state = seed * 2_654_435_761;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const index = seed % sources.length;
  const bytes = Buffer.from(sources[index] ?? []);
  for (let change = 0; change < 1 + random(30); change++) bytes[8 + random(bytes.length - 8)] = random(256);
  const name = ['photo.jpg', 'photo.png', 'scan.pdf', 'scan.pdf'][index] ?? '';
  return { about: `a broken ${name}, ${seed}`, name, bytes, expected: 'neutralised' };
}
