import { ILLUSTRATED_REASONS } from '@daiban/domain';
import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { EXAMPLE_DRAWINGS } from './example-drawings.js';
import { ExamplePair } from './example-pair.js';

describe('example pictures', () => {
  test('exist for exactly the reasons that can be seen', () => {
    expect(Object.keys(EXAMPLE_DRAWINGS).toSorted()).toEqual([...ILLUSTRATED_REASONS].toSorted());
  });

  test.each(ILLUSTRATED_REASONS)('of %s say in both languages what is right and what is wrong', (code) => {
    for (const locale of ['en', 'zh'] as const) {
      const { unmount } = render(<ExamplePair code={code} locale={locale} />);
      const [good, bad] = screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label') ?? '');
      expect(good).not.toBe(bad);
      expect([good, bad].filter((says) => says?.includes(`${code}.`))).toEqual([]);
      unmount();
    }
  });

  test('show nothing for a reason of the agency’s own', () => {
    const { container } = render(<ExamplePair code="our_own" locale="en" />);
    expect(container.childElementCount).toBe(0);
  });
});
