/**
 * What people wrote stands sealed in a client's history, under that client's key: the chain holds for ever over the sealed words, and an
 * erasure takes the key away. Codes, numbers, days and ids stay readable. Called by the history service.
 */
import { Injectable } from '@nestjs/common';
import { EVENT_FACTS, ORDER_EVENT_FACTS } from '@daiban/domain';
import type { SealContext } from '../../platform/encryption/encryption.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { ShreddedKey } from '../../platform/encryption/shredded-key.js';

/** Words that nobody can read any more. */
export const ERASED_WORDS = '—';

/** Fields that people type into, or that name somebody. */
const WRITTEN = new Set([
  ...[...Object.values(EVENT_FACTS), ...Object.values(ORDER_EVENT_FACTS)]
    .flat()
    // A licence's code is told by its form; findings have codes as well.
    .filter(({ kind, name }) => kind === 'text' && name !== 'code')
    .map(({ name }): string => name),
  'reason',
  'address',
  'person',
  'text',
  'changes',
  'words',
]);
/** Our own rulebook's values, and what a machine did. */
const OURS = new Set(['rules', 'paper']);
/** Codes, days, instants, times, currencies, ids: nothing that tells of a person. A long run of digits may be somebody's number. */
const CODE =
  /^((?!.*\d{8})[a-z0-9_.:+-]*|[A-Z]{1,3}|\d{4}-\d{2}-\d{2}T[\d:.]+Z|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where words are written: whose history, and the entry. */
interface WordsPlace {
  readonly agencyId: string;
  readonly entryId: string;
}

/** One text of a payload in its sealed form. */
interface SealedWords {
  readonly $sealed: string;
}

type Replace = (text: string, pointer: string) => Promise<unknown>;

@Injectable()
export class HistoryWords {
  constructor(private readonly encryption: Encryption) {}

  /** @param clientId whose history it is; null: nobody's who could ask for erasure, so it stays as it is */
  async seal<Payload extends Readonly<Record<string, unknown>>>(
    payload: Payload,
    place: WordsPlace,
    clientId: string | null,
  ): Promise<Payload> {
    if (clientId === null) return payload;
    const seal: Replace = async (text, pointer) => {
      const sealed = await this.encryption.seal(text, { ...contextOf(place, pointer), clientId });
      return { $sealed: sealed.toString('base64') } satisfies SealedWords;
    };
    return (await replaceWritten(payload, seal, '', false)) as Payload;
  }

  /** The payload as it was written; words of an erased client as a dash. @throws TamperedValue when a word was changed or moved */
  async open<Payload extends Readonly<Record<string, unknown>>>(payload: Payload, place: WordsPlace): Promise<Payload> {
    return (await this.#opened(payload, place, '')) as Payload;
  }

  async #opened(value: unknown, place: WordsPlace, pointer: string): Promise<unknown> {
    if (isSealed(value)) {
      try {
        const words = await this.encryption.open(Buffer.from(value.$sealed, 'base64'), contextOf(place, pointer));
        return words.toString('utf8');
      } catch (error) {
        if (error instanceof ShreddedKey) return ERASED_WORDS;
        throw error;
      }
    }
    return mapParts(value, (part, name) => this.#opened(part, place, `${pointer}/${name}`));
  }
}

async function replaceWritten(value: unknown, replace: Replace, pointer: string, isWritten: boolean): Promise<unknown> {
  if (typeof value === 'string')
    return value === '' || (!isWritten && CODE.test(value)) ? value : replace(value, pointer);
  return mapParts(value, (part, name) =>
    OURS.has(name) ? part : replaceWritten(part, replace, `${pointer}/${name}`, isWritten || WRITTEN.has(name)),
  );
}

/** A list or an object with each part made anew; anything else as it is. */
async function mapParts(value: unknown, map: (part: unknown, name: string) => unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((part: unknown, index) => map(part, String(index))));
  const parts = Object.entries(value).map(async ([name, part]) => [name, await map(part, name)] as const);
  return Object.fromEntries(await Promise.all(parts));
}

function isSealed(value: unknown): value is SealedWords {
  return typeof value === 'object' && value !== null && '$sealed' in value && typeof value.$sealed === 'string';
}

function contextOf({ agencyId, entryId }: WordsPlace, pointer: string): SealContext {
  return { agencyId, place: 'history_entry.payload', id: `${entryId}${pointer}` };
}
