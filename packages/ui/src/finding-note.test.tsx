import { expect, test } from '@jest/globals';
import { render } from '@testing-library/react';
import { FindingNotes, type FindingNoteProps } from './finding-note.js';

const paper = (message: string, fields: Partial<FindingNoteProps> = {}): FindingNoteProps => ({
  message,
  clearedBy: 'Accept the paper.',
  holder: 'agency',
  holderLabel: 'Agency',
  kindLabel: 'Hard rule',
  rule: { id: 'prerequisites.mainland', source: 'Registration form' },
  ...fields,
});

test('findings of one rule that are cleared in one way share the rule’s line and keep a sentence each', () => {
  const { container } = render(
    <FindingNotes
      findings={[
        paper('The licence is not accepted.'),
        paper('The client has not signed off.', { clearedBy: 'Ask the client.', rule: undefined }),
        paper('The letter is not accepted.'),
        paper('The letter is not accepted.'),
      ]}
    />,
  );
  const notes = [...container.querySelectorAll('.finding')];
  expect(notes).toHaveLength(2);
  expect([...(notes[0]?.querySelectorAll('li') ?? [])].map((line) => line.textContent)).toEqual([
    'The licence is not accepted.',
    'The letter is not accepted.',
  ]);
  expect(notes[0]?.querySelectorAll('.finding-rule')).toHaveLength(1);
  expect(notes[1]?.textContent).toContain('The client has not signed off.');
  expect(notes[1]?.querySelector('li')).toBeNull();
});
