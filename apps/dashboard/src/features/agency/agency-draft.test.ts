import { expect, test } from '@jest/globals';
import type { AgencySettings } from '@daiban/contracts';
import { changesOf, draftOf } from './agency-draft.js';

const agency: AgencySettings = {
  id: '0199a000-0000-7000-8000-000000000900',
  name: 'Lantern Bridge',
  nameZh: '灯桥咨询',
  slug: 'lantern-bridge',
  brandColour: null,
  legalName: null,
  address: '18F, 1 Example Road',
  contactEmail: null,
  website: null,
  timeZone: 'Asia/Shanghai',
  locale: 'en',
  advisorUrl: null,
  version: 3,
};

test('only what was typed over is sent; an emptied field becomes nothing, an empty one stays out', () => {
  const draft = {
    ...draftOf(agency),
    address: '  ',
    legalName: ' ',
    brandColour: ' #9A3412 ',
    name: 'Lantern Bridge ',
  };
  expect(changesOf(draft, agency)).toEqual({ address: null, brandColour: '#9a3412' });
});

test('an emptied name is sent as it is, so that the API says what is wrong with it', () => {
  expect(changesOf({ ...draftOf(agency), name: '' }, agency)).toEqual({ name: '' });
});
