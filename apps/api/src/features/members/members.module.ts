/** Members and API keys. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { ApiKeysService } from './api-keys.service.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';

@Module({
  imports: [HistoryModule],
  controllers: [MembersController],
  providers: [ApiKeysService, MembersRepository, MembersService],
  exports: [ApiKeysService, MembersService],
})
export class MembersModule {}
