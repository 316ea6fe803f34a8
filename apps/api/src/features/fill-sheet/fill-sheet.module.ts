/** The sheet from which WeChat's form is filled. */
import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { FillSheetController } from './fill-sheet.controller.js';
import { FillSheetRepository } from './fill-sheet.repository.js';
import { FillSheetService } from './fill-sheet.service.js';

@Module({
  imports: [RegistrationsModule],
  controllers: [FillSheetController],
  providers: [FillSheetRepository, FillSheetService],
})
export class FillSheetModule {}
