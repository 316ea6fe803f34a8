import { describe, expect, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { JourneyLine } from './journey-line.js';
import type { JourneyLineProps } from './journey-props.js';

const journey: JourneyLineProps = {
  label: 'Journey of Northlight',
  today: '2026-09-28',
  stations: [
    {
      label: 'Draft',
      on: '2026-08-24',
      dateLabel: '24 Aug',
      kind: 'reached',
      holder: 'agency',
      holderLabel: 'Agency',
      days: '2 d',
    },
    {
      label: 'Papers',
      on: '2026-08-26',
      dateLabel: '26 Aug',
      kind: 'reached',
      holder: 'client',
      holderLabel: 'Client',
      days: '26 d',
    },
    {
      label: 'Rejected',
      on: '2026-09-21',
      dateLabel: '21 Sep · ¥300 lost',
      kind: 'lost',
      holder: 'agency',
      holderLabel: 'Agency',
      days: '7 d',
    },
    {
      label: 'Review',
      on: '2026-09-28',
      dateLabel: 'Today',
      kind: 'current',
      holder: 'tencent',
      holderLabel: 'Tencent',
    },
  ],
  end: { label: 'Live', fromOn: '2026-10-10', toOn: '2026-10-13', dateLabel: '10–13 Oct' },
  closed: [{ fromOn: '2026-10-01', toOn: '2026-10-07', label: 'closed 1–7 Oct' }],
};

describe('the journey line told in words', () => {
  test('lists every station in order, with its date, who held it and for how long', () => {
    render(<JourneyLine {...journey} />);
    const items = within(screen.getByRole('list', { name: 'Journey of Northlight' })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'DraftAgency · 2 d24 Aug',
      'PapersClient · 26 d26 Aug',
      'RejectedAgency · 7 d21 Sep · ¥300 lost',
      'ReviewTencentToday',
      'closed 1–7 Oct',
      'Live10–13 Oct',
    ]);
  });

  test('marks where the case stands now', () => {
    render(<JourneyLine {...journey} />);
    const current = screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-current') === 'step');
    expect(current.map((item) => item.textContent)).toEqual(['ReviewTencentToday']);
  });

  test('names the day on which the route closes', () => {
    render(<JourneyLine {...journey} stop={{ label: 'Route closes', on: '2026-10-14', dateLabel: 'Wed 14 Oct' }} />);
    expect(screen.getByText('Route closes').closest('li')?.textContent).toBe('Route closesWed 14 Oct');
  });
});
