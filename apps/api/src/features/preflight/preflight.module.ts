/** Pre-flight of a case or an order. */
import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { PreflightController } from './preflight.controller.js';
import { PreflightService } from './preflight.service.js';

@Module({ imports: [RegistrationsModule], controllers: [PreflightController], providers: [PreflightService] })
export class PreflightModule {}
