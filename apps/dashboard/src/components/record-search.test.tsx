import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { renderScreen } from '../testing/render-screen.js';
import { RecordSearch } from './record-search.js';

function open(value = '') {
  const onChange = jest.fn<(value: string) => void>();
  renderScreen(<RecordSearch label="Search" shortest={2} value={value} onChange={onChange} />);
  return { onChange, field: screen.getByRole('searchbox') };
}
const pause = () => act(() => jest.advanceTimersByTime(400));

describe('the search above a list', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('waits for a pause in typing and asks once', () => {
    const { onChange, field } = open();
    fireEvent.change(field, { target: { value: 'nort' } });
    fireEvent.change(field, { target: { value: 'north' } });
    expect(onChange).not.toHaveBeenCalled();
    pause();
    expect(onChange.mock.calls).toEqual([['north']]);
  });

  test('leaves the field for the rows at Enter, and asks at once', () => {
    const onChange = jest.fn<(value: string) => void>();
    const onEnter = jest.fn<(words: string) => void>();
    renderScreen(<RecordSearch label="Search" value="" onChange={onChange} onEnter={onEnter} />);
    const field = screen.getByRole('searchbox');
    field.focus();
    fireEvent.change(field, { target: { value: 'north ' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onEnter.mock.calls).toEqual([['north']]);
    expect(document.activeElement).not.toBe(field);
    act(() => jest.advanceTimersByTime(1));
    expect(onChange.mock.calls).toEqual([['north']]);
  });

  test('does not ask for one letter', () => {
    const { onChange, field } = open();
    fireEvent.change(field, { target: { value: 'n' } });
    pause();
    expect(onChange).not.toHaveBeenCalled();
  });

  test('lets a Chinese word be composed: neither its letters nor its Enter search', () => {
    const { onChange, field } = open();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: 'beiguang' } });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    pause();
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: '北光' } });
    fireEvent.compositionEnd(field);
    pause();
    expect(onChange.mock.calls).toEqual([['北光']]);
  });
});
