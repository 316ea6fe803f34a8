/** Members and API keys. */
import { Module } from '@nestjs/common';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';

@Module({ controllers: [MembersController], providers: [MembersRepository, MembersService], exports: [MembersService] })
export class MembersModule {}
