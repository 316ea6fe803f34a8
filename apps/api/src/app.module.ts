/** The application: every platform part and every feature, one line each. */
import { Module, type DynamicModule } from '@nestjs/common';
import { AgenciesModule } from './features/agencies/agencies.module.js';
import { DemoModule } from './features/demo/demo.module.js';
import { HealthModule } from './features/health/health.module.js';
import { MembersModule } from './features/members/members.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EncryptionModule } from './platform/encryption/encryption.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';

const PLATFORM = [AuthModule, ClockModule, DatabaseModule, EncryptionModule, HttpModule, JobsModule, MailModule];

/** In the order of their names. */
const FEATURES = [AgenciesModule, DemoModule, HealthModule, MembersModule];

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(settings), ...PLATFORM, ...FEATURES] };
  }
}
