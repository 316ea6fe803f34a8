/** Papers' files, and the sittings in which they are reviewed. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { RetentionModule } from '../retention/retention.module.js';
import { CasePapersService } from './case-papers.service.js';
import { DocumentContentService } from './document-content.service.js';
import { DocumentInspectionService } from './document-inspection.service.js';
import { DocumentReviewService } from './document-review.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsMapper } from './documents.mapper.js';
import { DocumentsRepository } from './documents.repository.js';
import { DocumentsService } from './documents.service.js';
import { DocumentsSweep } from './documents.sweep.js';
import { PaperFilesService } from './paper-files.service.js';
import { PortalPapersController } from './portal-papers.controller.js';
import { PortalPapersService } from './portal-papers.service.js';
import { ReviewLetterService } from './review-letter.service.js';
import { ReviewMailsService } from './review-mails.service.js';
import { ReviewQueueController } from './review-queue.controller.js';
import { ReviewQueueRepository } from './review-queue.repository.js';
import { ReviewQueueService } from './review-queue.service.js';
import { ReviewSittingsRepository } from './review-sittings.repository.js';
import { ReviewSittingsService } from './review-sittings.service.js';
import { StoredDocumentService } from './stored-document.service.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [AgenciesModule, DeliveriesModule, PortalModule, RegistrationsModule, RetentionModule],
  controllers: [DocumentsController, PortalPapersController, ReviewQueueController],
  providers: [
    CasePapersService,
    DocumentContentService,
    DocumentInspectionService,
    DocumentReviewService,
    DocumentsMapper,
    DocumentsRepository,
    DocumentsService,
    DocumentsSweep,
    PaperFilesService,
    PortalPapersService,
    ReviewLetterService,
    ReviewMailsService,
    ReviewQueueRepository,
    ReviewQueueService,
    ReviewSittingsRepository,
    ReviewSittingsService,
    StoredDocumentService,
    UploadsService,
  ],
  exports: [DocumentReviewService, DocumentsService, PortalPapersService, ReviewSittingsService, StoredDocumentService],
})
export class DocumentsModule {}
