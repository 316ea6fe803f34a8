/** What replacing keys needs, without the rest of the application. */
import { Module, type DynamicModule } from '@nestjs/common';
import { ClockModule } from '../clock/clock.module.js';
import { ConfigModule } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { DatabaseModule } from '../database/database.module.js';
import { FilesModule } from '../files/files.module.js';
import { EncryptionModule } from './encryption.module.js';
import { KeyRotation } from './key-rotation.js';
import { KeyRotationRepository } from './key-rotation.repository.js';

@Module({})
export class KeyRotationModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: KeyRotationModule,
      imports: [ConfigModule.with(settings), ClockModule, DatabaseModule, EncryptionModule, FilesModule],
      providers: [KeyRotation, KeyRotationRepository],
      exports: [KeyRotation],
    };
  }
}
