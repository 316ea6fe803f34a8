import { describe, expect, test } from '@jest/globals';
import { STAGES, VERIFICATION_STATUSES } from '@daiban/domain/enumerations';
import { listStatement, type ListQuery } from './registration-list.statements.js';

const BASE: ListQuery = { agencyId: 'a', now: '2026-09-28T03:20:00.000Z', sort: 'due', after: null, limit: 51 };
const AFTER = [null, { dueAt: '2026-09-30T10:00:00.000Z', id: 'i' }, { dueAt: null, id: 'i' }];

/** Every combination of a few filters. */
function* queries(): Generator<ListQuery> {
  for (const stage of [undefined, ...STAGES])
    for (const verification of [undefined, ...VERIFICATION_STATUSES])
      for (const after of AFTER)
        for (const sort of ['due', '-created'] as const)
          for (const rest of [
            {},
            { holder: 'client', clientId: 'c' },
            { state: 'live', assigneeId: 'm', dueBefore: 'd', subjectId: 's' },
          ] as const)
            yield { ...BASE, ...rest, stage, verification, after, sort };
}

describe('the statements of the table', () => {
  test('one name is one text, whatever the values', () => {
    const texts = new Map<string, string>();
    for (const query of queries()) {
      const { statement } = listStatement(query);
      expect(statement.name).toBeDefined();
      const known = texts.get(statement.name ?? '') ?? statement.text;
      expect(statement.text).toBe(known);
      texts.set(statement.name ?? '', statement.text);
    }
  });

  test('each value has one place, and no place is without a value', () => {
    for (const query of queries()) {
      const { statement, values } = listStatement(query);
      const places = new Set([...statement.text.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)));
      expect([...places].sort((a, b) => a - b)).toEqual(values.map((_, index) => index + 1));
    }
  });

  test('a search has no name, since its plan depends on its words', () => {
    const { statement, values } = listStatement({ ...BASE, search: { terms: ['a:灯桥'], words: ['灯桥'] } });
    expect(statement.name).toBeUndefined();
    expect(statement.text).not.toContain('灯桥');
    expect(values).toContain('灯桥');
  });
});
