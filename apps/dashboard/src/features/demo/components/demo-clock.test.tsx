import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderScreen } from '../../../testing/render-screen.js';
import { DemoClock } from './demo-clock.js';

const NOW = '2026-09-28T03:20:00.000Z';

describe('the demo’s clock', () => {
  test('shows its time to everybody, and is moved by whoever may write', () => {
    renderScreen(<DemoClock now={NOW} />, { role: 'specialist' });
    expect(document.querySelector(`time[datetime="${NOW}"]`)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Move the clock' })).toBeTruthy();
  });

  test('has nothing to press for somebody who may only read', () => {
    renderScreen(<DemoClock now={NOW} />, { role: 'viewer' });
    expect(document.querySelector(`time[datetime="${NOW}"]`)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
