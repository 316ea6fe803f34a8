/** What of the client a visitor's link reaches: which accounts they look at and which papers they bring. Asked by every service of the portal that is given an id. */
import type { Holder } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { PortalVisitor } from '../../platform/auth/actor.js';

/** A paper, as far as it matters who brings it. */
export interface ScopedPaper {
  readonly registrationId: string;
  readonly clientId: string;
  readonly prerequisiteId: string;
  /** Whose it is to bring. */
  readonly holder: Holder;
}

@Injectable()
export class PortalScope {
  /** Whether the visitor's link reaches this account; what it does not reach does not exist for them. */
  canSee(visitor: PortalVisitor, account: { readonly registrationId: string; readonly clientId: string }): boolean {
    if (account.clientId !== visitor.clientId) return false;
    return visitor.registrationId === null || visitor.registrationId === account.registrationId;
  }

  /**
   * Whether the visitor reads what belongs to one paper: a contact and a preview the client's, an administrator their own, a colleague the one that was
   * handed on. A boardroom link shows no papers at all.
   */
  canSeePaper(visitor: PortalVisitor, paper: ScopedPaper): boolean {
    if (!this.canSee(visitor, paper)) return false;
    switch (visitor.kind) {
      case 'contact':
      case 'preview':
        return paper.holder === 'client';
      case 'admin_person':
        return paper.holder === 'admin_person';
      case 'item':
        return paper.prerequisiteId === visitor.prerequisiteId;
      case 'boardroom':
        return false;
    }
  }

  /** Whether the visitor may bring a paper: one that they see, and not while a member only looks. */
  canUpload(visitor: PortalVisitor, paper: ScopedPaper): boolean {
    return visitor.kind !== 'preview' && this.canSeePaper(visitor, paper);
  }
}
