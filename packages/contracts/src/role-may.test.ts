import { describe, expect, test } from '@jest/globals';
import { PORTAL_PERMISSIONS, ROLES, STAFF_PERMISSIONS } from '@daiban/domain';
import * as contract from './index.js';
import { roleMay } from './role-may.js';

/** Written by hand: a cell of the matrix changes only together with this table. */
const TABLE = `
permission            owner  manager  specialist  viewer
session.own           yes    yes      yes         yes
clients.read          yes    yes      yes         yes
clients.write         yes    yes      yes         no
people.read           yes    yes      yes         yes
people.write          yes    yes      yes         no
people.check          yes    yes      yes         no
registrations.read    yes    yes      yes         yes
registrations.write   yes    yes      yes         no
registrations.decide  yes    yes      yes         no
emails.read           yes    yes      yes         yes
emails.write          yes    yes      yes         no
imports.write         yes    yes      yes         no
deliveries.read       yes    yes      yes         yes
calendar.read         yes    yes      yes         yes
calendar.manage       yes    no       no          no
rules.read            yes    yes      yes         yes
rules.manage          yes    no       no          no
portal_links.manage   yes    yes      yes         no
documents.read        yes    yes      yes         no
documents.write       yes    yes      yes         no
people.reveal         yes    yes      yes         no
messages.read         yes    yes      yes         yes
messages.write        yes    yes      yes         no
leads.read            yes    yes      yes         no
leads.manage          yes    yes      yes         no
data_requests.manage  yes    yes      no          no
clients.erase         yes    no       no          no
members.read          yes    yes      yes         yes
members.manage        yes    yes      no          no
api_keys.manage       yes    yes      no          no
agency.manage         yes    no       no          no
demo.manage           yes    yes      yes         no
`;
const [header, ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/));
const cells = rows.flatMap(([permission = '', ...answers]) =>
  answers.map((answer, index) => [header?.[index + 1] ?? '', answer, permission] as const),
);

describe('permissions', () => {
  test('are all in the table, for every role', () => {
    expect(header?.slice(1)).toEqual([...ROLES]);
    expect(rows.map(([permission]) => permission)).toEqual([...STAFF_PERMISSIONS]);
  });

  test.each(cells)('%s: %s to %s', (role, answer, permission) => {
    const may = roleMay(role as (typeof ROLES)[number], permission as (typeof STAFF_PERMISSIONS)[number]);
    expect(may ? 'yes' : 'no').toBe(answer);
  });

  test('are named by every operation: of staff, of a portal visitor, or of anybody', () => {
    const operations = Object.values(contract).filter((each) => typeof each === 'object' && 'fullPath' in each);
    const known: readonly string[] = [...STAFF_PERMISSIONS, ...Object.keys(PORTAL_PERMISSIONS), 'public'];
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.filter(({ permission }) => !known.includes(permission))).toEqual([]);
    // Whatever may be asked without signing in is listed here by hand.
    const open = operations.filter(({ permission }) => permission === 'public').map(({ id }) => id);
    expect(open.toSorted()).toEqual([
      'askPublicAdvisor',
      'createLead',
      'demoSignIn',
      'endPortalSession',
      'findLinkOrigin',
      'getHealth',
      'getLiveness',
      'getPublicAgency',
      'getPublicRule',
      'getPublicText',
      'redeemPortalCode',
      'redeemPortalLink',
      'requestPortalCode',
      'setUpInstallation',
      'signIn',
      'signOut',
    ]);
  });
});
