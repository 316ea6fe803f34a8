import { afterEach, describe, expect, test } from '@jest/globals';
import type { PortalVisit } from '@daiban/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Locale } from '@daiban/domain/enumerations';
import { LocaleProvider } from './locale.js';
import { PortalFrame } from './portal-frame.js';
import { landingOf, VisitProvider } from './visit.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  localStorage.clear();
});

const AGENCY: PortalVisit['agency'] = {
  name: 'Lantern Bridge',
  nameZh: '灯桥咨询',
  slug: 'lantern-bridge',
  brandColour: '#1d3557',
  legalName: 'Lantern Bridge Ltd',
  address: '1 Harbour Road, Hong Kong',
  contactEmail: null,
  website: null,
};
function aVisit(fields: Partial<PortalVisit> = {}): PortalVisit {
  return {
    kind: 'contact',
    name: 'Ana',
    locale: 'en',
    timeZone: 'Europe/Madrid',
    clientName: 'Harbour Foods',
    registrationId: null,
    prerequisiteId: null,
    preview: null,
    agency: AGENCY,
    ...fields,
  };
}
function open(visit: PortalVisit | null, locale?: Locale): string[] {
  const requests: string[] = [];
  globalThis.fetch = async (input, init) => {
    requests.push(`${init?.method ?? 'GET'} ${String(input)}`);
    return {
      ok: true,
      status: init?.method === 'DELETE' ? 204 : 200,
      headers: { get: (name: string) => (name === 'content-type' ? 'application/json' : null) },
      json: async () => visit,
    } as unknown as Response;
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LocaleProvider {...(locale && { initial: locale })}>
        <VisitProvider asked={visit !== null}>
          <PortalFrame>
            <h1>Content</h1>
          </PortalFrame>
        </VisitProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
  return requests;
}
const linksOf = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));

describe('the frame of every page', () => {
  test('says whose page it is, who runs it, and where to read about privacy, accessibility and one’s data', async () => {
    open(aVisit());
    expect(await screen.findByText('Lantern Bridge')).toBeTruthy();
    expect(screen.getByText('This page is run by Lantern Bridge Ltd, 1 Harbour Road, Hong Kong.')).toBeTruthy();
    expect(linksOf()).toEqual([
      '#content',
      '/portal/privacy',
      '/portal/accessibility',
      '/portal/my-data',
      '/portal/links',
    ]);
  });

  test('speaks the visitor’s own language and remembers the choice of another', async () => {
    open(aVisit({ locale: 'zh' }));
    expect(await screen.findByText('灯桥咨询')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByText('Lantern Bridge')).toBeTruthy();
    cleanup();
    open(aVisit({ locale: 'zh' }));
    expect(await screen.findByText('Lantern Bridge')).toBeTruthy();
  });

  test('wears the agency’s colour, on buttons too where white letters are readable on it', async () => {
    open(aVisit());
    const frame = (await screen.findByText('Lantern Bridge')).closest<HTMLElement>('.portal');
    expect(frame?.dataset['brand']).toBe('buttons');
    expect(frame?.style.getPropertyValue('--brand-button')).toBe('#1d3557');
    cleanup();
    open(aVisit({ agency: { ...AGENCY, brandColour: '#ffcc00' } }));
    const light = (await screen.findByText('Lantern Bridge')).closest<HTMLElement>('.portal');
    expect(light?.dataset['brand']).toBe('stripe');
    expect(light?.style.getPropertyValue('--brand')).toBe('#ffcc00');
    expect(light?.style.getPropertyValue('--brand-button')).toBe('');
  });

  test('tells a member at any time that they only look, and the way back', async () => {
    open(aVisit({ kind: 'preview', preview: { memberName: 'Mei', clientId: '01890000-0000-7000-8000-000000000001' } }));
    expect(
      await screen.findByText('Mei, you see the page as Ana sees it. Nothing can be changed from here.'),
    ).toBeTruthy();
    expect(linksOf()).toContain('/clients/01890000-0000-7000-8000-000000000001');
    expect(linksOf()).not.toContain('/portal/links');
  });

  test('asks nothing on a page without a visit, and can be left from any other', async () => {
    expect(open(null)).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Leave this page' })).toBeNull();
    cleanup();
    const requests = open(aVisit());
    await userEvent.click(await screen.findByRole('button', { name: 'Leave this page' }));
    expect(requests).toEqual(['GET /api/v1/portal/session', 'DELETE /api/v1/portal/session']);
    expect(location.pathname).toBe('/portal/left');
  });
});

test('each kind of link begins on its own page', () => {
  const landing = (kind: PortalVisit['kind'], prerequisiteId: string | null = null) =>
    landingOf({ kind, prerequisiteId });
  expect([landing('contact'), landing('boardroom'), landing('preview')]).toEqual(['/portal/', '/portal/', '/portal/']);
  expect(landing('admin_person')).toBe('/portal/admin');
  expect(landing('item', 'p1')).toBe('/portal/papers/p1');
});
