/** Offers both clocks to every feature. */
import { Global, Module } from '@nestjs/common';
import { BusinessClock, SystemClock } from './clock.js';
import { InstallationClock } from './installation-clock.js';
import { RealSystemClock } from './real-system-clock.js';

@Global()
@Module({
  providers: [
    { provide: SystemClock, useClass: RealSystemClock },
    InstallationClock,
    { provide: BusinessClock, useExisting: InstallationClock },
  ],
  exports: [SystemClock, BusinessClock, InstallationClock],
})
export class ClockModule {}
