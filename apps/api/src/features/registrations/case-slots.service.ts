/** Finds the places under Tencent's limits that a case takes: for each limit the lowest that nobody else holds. The unique index has the last word. Called by `CasesService`. */
import { Injectable } from '@nestjs/common';
import { OFFICIAL_ACCOUNT_TYPES, type SlotState } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { QuotasService } from '../quotas/quotas.service.js';
import type { SlotWrite } from './case-write.js';
import type { Case } from './case.js';

@Injectable()
export class CaseSlotsService {
  constructor(private readonly quotas: QuotasService) {}

  /**
   * The whole set of places that this registration holds from now on; empty when it holds none. A planned one has no position.
   * Two cases that saw the same places free choose the same position, so that the second finds it taken and is judged again.
   */
  placesFor(decided: Case, state: SlotState | null, now: string): SlotWrite[] {
    if (state === null) return [];
    const { ownPositions, takenPositions } = decided.particulars;
    const isOfficial = OFFICIAL_ACCOUNT_TYPES.some((type) => type === decided.facts.registration.accountType);
    return this.quotas.keysOf(ownersOf(decided), isOfficial).map(({ kind, key }) => ({
      id: v7(),
      kind,
      key: Buffer.from(key).toString('hex'),
      state,
      position: state === 'planned' ? null : (ownPositions[kind] ?? lowestFree(takenPositions[kind])),
      since: now,
    }));
  }

  /** Key under which one small transfer runs at a time, hexadecimal; null while nothing tells the subject from another. */
  subjectKey(decided: Case): string | null {
    const { subject, admin } = ownersOf(decided);
    const key = this.quotas.subjectKey(subject, admin?.idNumberIndex ?? null);
    return key && Buffer.from(key).toString('hex');
  }

  /** The case as it is once these places are written. */
  withPlaces(decided: Case, places: readonly SlotWrite[]): Case {
    const ownPositions = Object.fromEntries(
      places.flatMap(({ kind, position }) => (position === null ? [] : [[kind, position]])),
    );
    return { ...decided, particulars: { ...decided.particulars, ownPositions } };
  }
}

function ownersOf({ facts, particulars }: Case) {
  const { subject, admin } = facts;
  const numbers = particulars.admin;
  return {
    subject: { id: subject.id, type: subject.type, code: subject.code },
    admin: admin && {
      personId: admin.personId,
      idNumberIndex: bytesOf(numbers?.idNumberIndex ?? null),
      phoneIndex: bytesOf(numbers?.phoneIndex ?? null),
    },
  };
}

function bytesOf(hex: string | null): Uint8Array | null {
  return hex === null ? null : Buffer.from(hex, 'hex');
}

function lowestFree(taken: readonly number[]): number {
  const held = new Set(taken);
  let position = 1;
  while (held.has(position)) position += 1;
  return position;
}
