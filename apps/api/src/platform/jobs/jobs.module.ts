/** Offers the minute ticker to every feature with a sweep. */
import { Global, Module } from '@nestjs/common';
import { MinuteTicker } from './minute-ticker.js';

@Global()
@Module({ providers: [MinuteTicker], exports: [MinuteTicker] })
export class JobsModule {}
