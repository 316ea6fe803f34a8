import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderScreen } from '../testing/render-screen.js';
import { RecordSearch, type RecordSearchProps } from './record-search.js';

// jsdom has no page to scroll.
globalThis.scrollTo = () => undefined;

/** The search on a page with a filter beside it and a link to a page that is still loading. */
async function open(props: Partial<RecordSearchProps> = {}) {
  const onChange = jest.fn<(value: string, filter: string) => void>();
  function List() {
    const [filter, setFilter] = useState('all');
    return (
      <>
        <RecordSearch label="Search" shortest={2} value="" onChange={(words) => onChange(words, filter)} {...props} />
        <button onClick={() => setFilter('full')}>Full only</button>
        <Link to={'/slow' as string}>Elsewhere</Link>
      </>
    );
  }
  const root = createRootRoute({ component: Outlet });
  const list = createRoute({ getParentRoute: () => root, path: '/', component: List });
  const slow = createRoute({ getParentRoute: () => root, path: '/slow', loader: () => new Promise<never>(() => {}) });
  const router = createRouter({
    routeTree: root.addChildren([list, slow]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  renderScreen(<RouterProvider router={router as never} />);
  jest.useFakeTimers();
  return { onChange, field: screen.getByRole('searchbox') };
}
const pause = () => act(() => jest.advanceTimersByTime(400));

describe('the search above a list', () => {
  afterEach(() => void jest.useRealTimers());

  test('waits for a pause in typing and asks once', async () => {
    const { onChange, field } = await open();
    fireEvent.change(field, { target: { value: 'nort' } });
    fireEvent.change(field, { target: { value: 'north' } });
    expect(onChange).not.toHaveBeenCalled();
    pause();
    expect(onChange.mock.calls).toEqual([['north', 'all']]);
  });

  test('asks with the filters of the moment it asks in, not of the moment of typing', async () => {
    const { onChange, field } = await open();
    fireEvent.change(field, { target: { value: 'north' } });
    fireEvent.click(screen.getByText('Full only'));
    pause();
    expect(onChange.mock.calls).toEqual([['north', 'full']]);
  });

  test('gives up when the reader has gone on to a page that is still loading', async () => {
    const { onChange, field } = await open();
    fireEvent.change(field, { target: { value: 'north' } });
    fireEvent.click(screen.getByText('Elsewhere'));
    pause();
    expect(onChange).not.toHaveBeenCalled();
  });

  test('leaves the field for the rows at Enter, and asks at once', async () => {
    const onEnter = jest.fn<(words: string) => void>();
    const { onChange, field } = await open({ onEnter });
    field.focus();
    fireEvent.change(field, { target: { value: 'north ' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onEnter.mock.calls).toEqual([['north']]);
    expect(document.activeElement).not.toBe(field);
    act(() => jest.advanceTimersByTime(1));
    expect(onChange.mock.calls).toEqual([['north', 'all']]);
  });

  test('does not ask for one letter', async () => {
    const { onChange, field } = await open();
    fireEvent.change(field, { target: { value: 'n' } });
    pause();
    expect(onChange).not.toHaveBeenCalled();
  });

  test('lets a Chinese word be composed: neither its letters nor its Enter search', async () => {
    const { onChange, field } = await open();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: 'beiguang' } });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    pause();
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: '北光' } });
    fireEvent.compositionEnd(field);
    pause();
    expect(onChange.mock.calls).toEqual([['北光', 'all']]);
  });
});
