/** Decides whether a file that somebody brought may be kept, and in which form. Called for each document before it becomes available. */
import type { DocumentMediaType } from '@daiban/domain/enumerations';
import type { ClamAvScanner } from './clamav-scanner.js';
import { DecodingProcess } from './decoding-process.js';
import type { FileInspection, FileLimits, FileRefusalCode } from './file-inspection.js';
import { extensionOf } from './file-name.js';
import { sniff } from './sniff.js';

/** Names that fit a content. The two kinds of picture may bear each other's: telephones mix them up, and a picture is written anew anyway. */
const PICTURE = ['jpg', 'jpeg', 'jpe', 'jfif', 'png'];
const EXTENSIONS: Readonly<Record<DocumentMediaType, readonly string[]>> = {
  'image/jpeg': PICTURE,
  'image/png': PICTURE,
  'application/pdf': ['pdf'],
};

/** One white pixel. */
const TINY_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

export class FileInspector {
  /** @param scanner null: none is set, and none is asked */
  constructor(
    private readonly scanner: ClamAvScanner | null,
    private readonly decoding = new DecodingProcess(),
  ) {}

  /** Null: no scanner is set. */
  async scannerWorks(): Promise<boolean | null> {
    if (!this.scanner) return null;
    return this.scanner.check().then(
      () => true,
      () => false,
    );
  }

  /** False: files cannot be opened on this machine, and wait. What was seen last; `tryOut` looks. */
  get decoderWorks(): boolean {
    return this.decoding.works;
  }

  /** Opens a picture of our own, so that an installation that cannot open files is known before somebody brings one. @throws InspectionUnavailable */
  async tryOut(): Promise<void> {
    await this.decoding.decode(TINY_PICTURE, { mediaType: 'image/png', imageMinPixels: 1, pdfPagesMax: 1 });
  }

  /**
   * Content, name and decoder must agree; what only looks like one of our types is refused before anything opens it.
   * @throws InspectionUnavailable (ScannerUnavailable) when it cannot be judged now: the file stays in quarantine
   */
  async inspect(bytes: Buffer, claimedName: string, limits: FileLimits): Promise<FileInspection> {
    if (bytes.length === 0) return refused('file.empty');
    if (bytes.length > limits.maxBytes) return refused('file.too_big');
    const found = sniff(bytes);
    if (found === 'heic') return refused('file.heic');
    if (found === null || !limits.types.includes(found)) return refused('file.wrong_type');
    const extension = extensionOf(claimedName);
    if (extension !== null && !EXTENSIONS[found].includes(extension)) return refused('file.name_lies');
    if (this.scanner && (await this.scanner.scan(bytes)) === 'infected') return refused('file.infected');
    const decoded = await this.decoding.decode(bytes, { ...limits, mediaType: found });
    if (!decoded.accepted) return decoded;
    const kept = decoded.rewritten ?? bytes;
    // The decoder had the hostile bytes in its hands: what it hands back is looked at once more.
    if (sniff(kept) !== found || (decoded.rewritten === null) !== (found === 'application/pdf'))
      return refused('file.damaged');
    return { accepted: true, mediaType: found, bytes: kept, pageCount: decoded.pageCount };
  }

  /**
   * One page of a PDF that was let through, as a PNG picture. Null: it has no such page, or nobody can draw it.
   * @throws InspectionUnavailable when too many wait
   */
  async drawPage(bytes: Buffer, page: number): Promise<Buffer | null> {
    const drawn = await this.decoding.decode(bytes, {
      mediaType: 'application/pdf',
      imageMinPixels: 1,
      pdfPagesMax: page,
      page,
    });
    return drawn.accepted ? drawn.rewritten : null;
  }
}

function refused(code: FileRefusalCode): FileInspection {
  return { accepted: false, code };
}
