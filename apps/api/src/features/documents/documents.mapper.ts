/** Files of papers as answers show them: the name opened, the sender named, what the caller may still do. */
import { Injectable } from '@nestjs/common';
import type { Document, ReusableDocument } from '@daiban/contracts';
import { deletionDay, type Rulebook } from '@daiban/domain';
import { shanghaiDate } from '@daiban/domain/calendar';
import type { Locale } from '@daiban/domain/enumerations';
import { catalogues } from '@daiban/i18n';
import type { Actor } from '../../platform/auth/actor.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import type { DeletionProof } from '../retention/deletion-proof.js';
import { nameContext } from './document-name.js';
import type { DocumentRow, PaperRow, ReusableRow } from './documents.repository.js';
import { mayTakeAway, takingBack } from './paper-state.js';

/** What a document is shown with beside its own row. */
export interface DocumentSetting {
  readonly paper: PaperRow;
  /** Who asks. */
  readonly actor: Actor;
  readonly rules: Rulebook;
  /** Business time. */
  readonly now: string;
}

@Injectable()
export class DocumentsMapper {
  constructor(private readonly encryption: Encryption) {}

  /** In the order given. */
  toDocuments(rows: readonly DocumentRow[], setting: DocumentSetting): Promise<Document[]> {
    return Promise.all(rows.map((row) => this.toDocument(row, setting)));
  }

  async toDocument(row: DocumentRow, { paper, actor, rules, now }: DocumentSetting): Promise<Document> {
    const back = mayTakeAway(row, actor)
      ? takingBack(row, paper, rules.entries['document.fix_minutes'].value, now)
      : { free: false, until: null };
    const { id, prerequisiteId, version, page, state, mediaType, byteLength, pageCount, uploadedAt } = row;
    return {
      id,
      prerequisiteId,
      version,
      page,
      name: await this.name(actor.agencyId, row),
      state,
      refusal: row.refusalCode === null ? null : toRefusal(row.refusalCode, actor.locale),
      mediaType,
      byteLength,
      receivedBytes: state === 'receiving' ? row.receivedBytes : byteLength,
      sha256: row.sha256.toString('hex'),
      pageCount,
      uploadedAt,
      uploadedBy: { kind: row.uploadedByKind, name: row.uploadedByName },
      canChange: back.free,
      canChangeUntil: back.until,
      deletesOn: state === 'available' ? deletionDay({ ...paper, uploadedAt }, rules) : null,
      deletedAt: row.deletedAt,
      deletionReason: row.deletionReason,
      deletionProof: toProof(row.deletionProof),
    };
  }

  /** What a paper may use again, without its own. */
  async toReusable(agencyId: string, paper: PaperRow, rows: readonly ReusableRow[] = []): Promise<ReusableDocument[]> {
    const others = rows.filter(({ prerequisiteId }) => prerequisiteId !== paper.id);
    return Promise.all(
      others.map(async (row) => ({
        documentId: row.id,
        name: await this.name(agencyId, row),
        page: row.page,
        mediaType: row.mediaType,
        acceptedOn: shanghaiDate(row.acceptedAt),
        expiresOn: row.expiresOn,
      })),
    );
  }

  /** As it was given; empty once the file is deleted, or nobody can read it any more. */
  async name(agencyId: string, row: DocumentRow): Promise<string> {
    if (row.nameSealed.length === 0) return '';
    const name = await this.encryption.open(row.nameSealed, nameContext(agencyId, row));
    return name.toString('utf8');
  }
}

function toRefusal(code: string, locale: Locale): { code: string; message: string; fix: string } {
  const words = catalogues[locale].fileRefusals as Readonly<Record<string, string>>;
  return { code, message: words[code] ?? code, fix: words[`fix.${code}`] ?? '' };
}

function toProof(proof: DeletionProof | null): Document['deletionProof'] {
  if (!proof?.object || proof.goneAt === null) return null;
  const { goneAt, sha256, basis } = proof;
  return { goneAt, sha256, rule: basis && { id: basis.ruleId, validFrom: basis.validFrom, dueOn: basis.dueOn } };
}
