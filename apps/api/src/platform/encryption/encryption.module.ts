/** Offers sealing to every feature. */
import { Global, Module } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { DataKeyStore } from './data-key-store.js';
import { DataKeys } from './data-keys.js';
import { DatabaseDataKeys } from './database-data-keys.js';
import { Encryption } from './encryption.js';
import { FileKeyProvider } from './file-key-provider.js';
import { InstallationKeys } from './installation-keys.js';
import { KeyProvider } from './key-provider.js';

@Global()
@Module({
  providers: [
    { provide: KeyProvider, useFactory: (settings: Settings) => new FileKeyProvider(settings), inject: [Settings] },
    { provide: DataKeyStore, useClass: DatabaseDataKeys },
    {
      provide: InstallationKeys,
      useFactory: (database: Database, provider: KeyProvider, settings: Settings, clock: SystemClock) =>
        InstallationKeys.load(database, provider, settings, clock.now()),
      inject: [Database, KeyProvider, Settings, SystemClock],
    },
    DataKeys,
    Encryption,
  ],
  exports: [DataKeys, Encryption, InstallationKeys, KeyProvider],
})
export class EncryptionModule {}
