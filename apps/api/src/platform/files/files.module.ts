/** Chooses where files are kept and who inspects them, and looks at the start whether the store can be used. */
import { join } from 'node:path';
import { Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { Settings, SettingsProblem } from '../config/settings.js';
import { ClamAvScanner } from './clamav-scanner.js';
import { DiskFileStore } from './disk-file-store.js';
import { FileInspector } from './file-inspector.js';
import { FileStore, FileStoreUnavailable } from './file-store.js';
import { parseS3Url, S3FileStore } from './s3-file-store.js';
import { SealedFiles } from './sealed-files.js';

@Global()
@Module({
  providers: [
    SealedFiles,
    { provide: FileStore, inject: [Settings], useFactory: makeStore },
    {
      provide: FileInspector,
      inject: [Settings],
      useFactory: ({ clamavUrl }: Settings) => new FileInspector(clamavUrl ? new ClamAvScanner(clamavUrl) : null),
    },
  ],
  exports: [SealedFiles, FileStore, FileInspector],
})
export class FilesModule implements OnModuleInit {
  readonly #logger = new Logger('Files');

  constructor(private readonly store: FileStore) {}

  /** A setting that can never work ends the start; a server that is away for a while does not: health says so until it is back. */
  async onModuleInit(): Promise<void> {
    try {
      await this.store.check();
    } catch (error) {
      if (!(error instanceof FileStoreUnavailable)) throw error;
      if (error.trouble === 'denied' || error.trouble === 'no_bucket')
        throw new SettingsProblem(
          `Files cannot be kept where DAIBAN_FILES_URL or DAIBAN_DATA_DIR says: ${error.message}`,
        );
      this.#logger.warn(`Files cannot be kept at the moment: ${error.message}`);
    }
  }
}

function makeStore({ filesUrl, dataDir }: Settings): FileStore {
  if (!filesUrl) return new DiskFileStore(join(dataDir, 'files'));
  const place = parseS3Url(filesUrl);
  if (!place) throw new SettingsProblem('DAIBAN_FILES_URL must look like s3://access:secret@host:9000/bucket?tls=0.');
  return new S3FileStore(place);
}
