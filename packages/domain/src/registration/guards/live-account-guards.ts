/** Guards on what changes about a live account: its admin, its address, its name, its subject's name; and on leaving our care. */
import { checkLicenceCode } from '../../identity/index.js';
import { shanghaiDate } from '../../calendar/index.js';
import { nameFindings } from '../../preflight/run-preflight.js';
import { CUSTODY_FACTS } from '../event-facts.js';
import { found, foundOn, textFact, type Guard } from '../judging.js';
import {
  adminAge,
  adminConsent,
  adminIdentity,
  adminIdFourEyes,
  adminIsSubject,
  adminNotOutsider,
  adminScan,
  adminSlots,
  adminWechat,
} from './admin-guards.js';
import { emailReady } from './papers-guards.js';

const ASKED_OF_ADMINS = [
  adminScan,
  adminIdentity,
  adminWechat,
  adminAge,
  adminSlots,
  adminConsent,
  adminIdFourEyes,
  adminIsSubject,
  adminNotOutsider,
] as const;

/** All that is asked of a first admin, asked of the one who follows. Who that is only the command says. */
export const successorReady: Guard = (input) => {
  if (input.isProbe) return [];
  const { admin, successor } = input.facts;
  if (successor === null) return [found('admin.missing', 'admin.scan')];
  if (successor.admin.personId === admin?.personId) return [found('admin.unchanged', null)];
  const isLegalRepresentative = input.command.facts?.['isLegalRepresentative'] === true;
  const facts = {
    ...input.facts,
    // The papers of this case are the former admin's: who accepted them has not seen the new one's.
    admin: { ...successor.admin, isLegalRepresentative, idPaperAcceptedBy: null },
    counters: { ...input.facts.counters, ...successor.counters },
  };
  return ASKED_OF_ADMINS.flatMap((guard) => guard({ ...input, facts }));
};

/** The address reserved beside the account's own is as ready as a first one has to be. */
export const nextEmailReady: Guard = (input) =>
  emailReady({ ...input, facts: { ...input.facts, email: input.facts.nextEmail } });

/** Only an individual renames freely: so often a calendar year, and not while the last change cools. All others rename by an order. */
export const nameChangeOpen: Guard = ({ facts: { registration, subject }, context }) => {
  const { rules, rulesOn, now, today } = context;
  if (subject.type !== 'individual') return [found('name.by_order', 'name.by_order')];
  const limit = rules.entries['name.individual_changes'].value;
  const year = today.slice(0, 4);
  const used = registration.nameChangedAt.filter((at) => shanghaiDate(at).startsWith(year)).length;
  if (used >= limit) return [found('name.changes_used', 'name.individual_changes', { used, limit, year })];
  const last = registration.nameChangedAt.at(-1);
  if (last === undefined) return [];
  const changedOn = shanghaiDate(last);
  const hours = rulesOn(changedOn).entries['name.cooling_hours'].value;
  return Date.parse(last) + hours * 3_600_000 > Date.parse(now)
    ? [foundOn(changedOn, 'name.cooling', 'name.cooling_hours', { hours, changedOn })]
    : [];
};

/** The new name has the form WeChat takes, and is another one. */
export const newNameFits: Guard = ({ facts, command, context }) => {
  const name = textFact(command, 'newName');
  if (name === null) return [];
  return name === facts.registration.proposedName
    ? [found('name.unchanged', null)]
    : // Only an individual's name changes outside a verification.
      nameFindings(name, facts.subject.type, context.rules, facts.subject.type !== 'individual');
};

/** A correction keeps the licence code; another code is another subject, which only a migration brings. */
export const sameLicenceCode: Guard = ({ facts: { subject }, command }) => {
  const code = textFact(command, 'code');
  if (code === null || subject.code === null) return [];
  const spelled = (text: string) => checkLicenceCode(text, subject.type).normalised ?? text.trim();
  return spelled(code) === spelled(subject.code) ? [] : [found('subject.code_differs', 'subject.only_by_migration')];
};

/** There is something to correct. */
export const registeredNameNew: Guard = ({ facts: { subject }, command }) => {
  const name = textFact(command, 'registeredName');
  return name !== null && name === subject.name ? [found('subject.name_unchanged', null)] : [];
};

/** Places of a closed account that still count. */
export const slotsHeld: Guard = ({ facts }) => (facts.slots === null ? [found('slots.not_held', null)] : []);

/** An account on a licence that is not the client's stays with whoever holds the licence. */
export const ownLicence: Guard = ({ facts: { subject } }) =>
  subject.licenceOf === 'client'
    ? []
    : [found('custody.licence_of_other', 'subject.own_licence', { licenceOf: subject.licenceOf })];

/** Everything that let us into the account is another's now. */
export const custodyChanged: Guard = ({ command, context, isProbe }) => {
  if (isProbe) return [];
  const missing = context.rules.entries['custody.checklist'].value
    .map((item) => CUSTODY_FACTS[item])
    .filter((fact) => command.facts?.[fact] !== true);
  return missing.length === 0 ? [] : [found('custody.incomplete', 'custody.checklist', { items: missing.join(', ') })];
};
