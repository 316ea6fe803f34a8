/** Offers the update promises to the features that write histories. */
import { Module } from '@nestjs/common';
import { UpdatePromisesService } from './update-promises.service.js';

@Module({ providers: [UpdatePromisesService], exports: [UpdatePromisesService] })
export class UpdatePromisesModule {}
