/** Brings the demo's papers as its people would have: each file goes the way of every other, with inspection and seal. Called by the demo's steps. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PortalVisitor, StaffCaller } from '../../platform/auth/actor.js';
import { DocumentsService } from '../documents/documents.service.js';
import { PortalPapersService } from '../documents/portal-papers.service.js';
import { ReviewSittingsService } from '../documents/review-sittings.service.js';
import { PrerequisitesService } from '../prerequisites/prerequisites.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { done, type OpenedCase } from './demo-case.js';
import { drawPdf, drawPhoto } from './demo-papers.js';
import type { DemoStep } from './demo-story.js';

type Brought = DemoStep & { do: 'bring' };

@Injectable()
export class DemoPapersService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly portal: PortalPapersService,
    private readonly sittings: ReviewSittingsService,
    private readonly prerequisites: PrerequisitesService,
    private readonly registrations: RegistrationsService,
  ) {}

  async bring(caller: StaffCaller, opened: OpenedCase, { code, name, file, by }: Brought): Promise<void> {
    const { actor } = caller;
    const listed = await this.prerequisites.listPrerequisites(actor, {
      params: { id: opened.id },
      query: { limit: 200 },
      body: undefined,
    });
    const id = done(listed).items.find((paper) => paper.code === code)?.id;
    if (id === undefined) throw new Error(`${opened.story.name} needs no ${code}`);
    const bytes = await draw(file, name);
    const upload = {
      params: { id, name },
      query: undefined,
      headers: {
        'x-content-sha256': createHash('sha256').update(bytes).digest('hex'),
        'x-document-page': 1,
        'content-length': bytes.length,
      },
      body: arriving(bytes),
    };
    if (by === 'member') {
      const document = done(await this.documents.upload(caller, upload));
      if (document.state === 'available')
        done(await this.documents.submit(caller, { params: { id }, query: undefined, body: {} }));
      return;
    }
    const { client } = done(await this.registrations.getRegistration(actor, opened.id));
    const visitor = visitorOf(caller, client.id, opened.contactId);
    const document = done(await this.portal.upload(visitor, upload));
    if (document.state === 'available') done(await this.portal.submit(visitor, id));
  }

  /** Ends the member's review of the case. */
  async tell(caller: StaffCaller, opened: OpenedCase): Promise<void> {
    done(await this.sittings.finish(caller, { params: { id: opened.id }, query: undefined, body: {} }));
  }
}

function draw(file: Brought['file'], name: string): Promise<Buffer> {
  const heading = name.replace(/\.\w+$/, '');
  switch (file) {
    case 'pdf':
      return drawPdf(heading, ['A sample page of the demonstration.', 'Its second page.']);
    case 'photo':
    case 'bare':
      return drawPhoto(heading, file === 'photo');
    case 'drawing':
      return Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>'));
  }
}

async function* arriving(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The contact as if they had come in by a link. */
function visitorOf({ actor, agency }: StaffCaller, clientId: string, contactId: string): PortalVisitor {
  const { agencyId } = actor;
  return {
    kind: 'contact',
    actor: { kind: 'contact', agencyId, id: contactId, role: null, name: '', locale: 'en' },
    sessionId: contactId,
    linkId: contactId,
    clientId,
    contactId,
    personId: null,
    registrationId: null,
    prerequisiteId: null,
    timeZone: agency.timeZone,
    name: '',
    locale: 'en',
  };
}
