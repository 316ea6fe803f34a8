/** Builds the contract's fill sheet: a whitelist, with both languages' words for fields and choices. Called by `FillSheetService`. */
import type { FillSheet, Refusal, RuleReference } from '@daiban/contracts';
import type { FillSheetField, Finding, SealedSheet } from '@daiban/domain';
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { catalogues, findTemplate, text } from '@daiban/i18n';
import type { CaseView } from '../registrations/cases.service.js';
import type { SheetTick } from './fill-sheet.repository.js';

interface SheetToAnswer {
  readonly formKnown: boolean;
  readonly sealed: SealedSheet | null;
  readonly fields: readonly { field: FillSheetField; tick: SheetTick | null; tickable: boolean }[];
  readonly ruleOf: (ruleId: string) => RuleReference | null;
  readonly toRefusal: (finding: Finding) => Refusal | null;
}

export function toFillSheet({ case: { facts } }: CaseView, sheet: SheetToAnswer): FillSheet {
  const { registration } = facts;
  if (registration.state === null) throw new Error(`case ${registration.id} has no state`);
  const { formKnown, sealed, fields, ruleOf, toRefusal } = sheet;
  return {
    registrationId: registration.id,
    registrationVersion: registration.version,
    state: registration.state,
    formKnown,
    sealed: sealed && { at: sealed.sealedAt, rulebookVersion: sealed.rulebookVersion },
    fields: fields.map(({ field, tick, tickable }) => ({
      key: field.key,
      label: inBoth((locale) => text(locale, `sheet.label.${field.label}`)),
      step: field.step,
      kind: field.kind,
      source: field.source,
      value: field.value,
      shown: field.choice && inBoth((locale) => wordOf(field, locale)),
      copyValue: field.copyValue,
      hint: hasHint(field) ? inBoth((locale) => text(locale, `sheet.hint.${field.key}`)) : null,
      alternatives: [...field.alternatives],
      counter: field.counter && {
        used: field.counter.used,
        min: field.counter.min,
        max: field.counter.max,
        unit: field.counter.unit,
        rule: ruleOf(field.counter.ruleId),
      },
      locked: field.locked,
      sensitive: field.sensitive,
      paper: field.paper,
      missing: field.missing && toRefusal(field.missing),
      // PostgreSQL's JSON writes instants with an offset.
      tick: tick && { at: new Date(tick.at).toISOString(), by: tick.by },
      tickable,
    })),
    progress: { ticked: fields.filter(({ tick }) => tick !== null).length, total: fields.length },
  };
}

function inBoth(word: (locale: Locale) => string): { en: string; zh: string } {
  return { en: word('en'), zh: word('zh') };
}

/** A country's name comes from the runtime, every other choice has a word of ours. */
function wordOf({ choice }: FillSheetField, locale: Locale): string {
  if (choice === null) return '';
  // The Chinese word stands beside the English one: it need not say it again in brackets.
  if (choice.list !== 'country')
    return text(locale, `states.${choice.list}.${choice.word}`).replace(/ \([^)]*\p{Script=Han}[^)]*\)$/u, '');
  return new Intl.DisplayNames([locale], { type: 'region' }).of(choice.word) ?? choice.word;
}

/** A pasted value needs no word where it reads as it stands in the register. */
function hasHint({ key, kind, value, copyValue }: FillSheetField): boolean {
  if (kind === 'copy' && value === copyValue) return false;
  return LOCALES.every((locale) => findTemplate(catalogues[locale], locale, `sheet.hint.${key}`) !== null);
}
