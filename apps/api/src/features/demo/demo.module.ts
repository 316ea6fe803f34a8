/** The demo installation. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { MembersModule } from '../members/members.module.js';
import { DemoController } from './demo.controller.js';
import { DemoData } from './demo-data.js';
import { DemoDataService } from './demo-data.service.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [AgenciesModule, MembersModule],
  controllers: [DemoController],
  providers: [DemoService, { provide: DemoData, useClass: DemoDataService }],
  exports: [DemoService],
})
export class DemoModule {}
