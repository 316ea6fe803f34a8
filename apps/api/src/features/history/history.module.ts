/** The one history: chains, pages, seals. */
import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.js';
import { HistoryRepository } from './history.repository.js';
import { HistorySealRepository } from './history-seal.repository.js';
import { HistorySealService } from './history-seal.service.js';
import { HistoryService } from './history.service.js';
import { HistoryWords } from './history-words.js';

@Module({
  controllers: [HistoryController],
  providers: [HistoryService, HistoryRepository, HistorySealService, HistorySealRepository, HistoryWords],
  exports: [HistoryService, HistorySealService],
})
export class HistoryModule {}
