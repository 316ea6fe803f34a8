/** The fill sheet: WeChat's own form field by field, ticked while it is typed, kept as it was when handed in. */
import { SHEET_FIELD_KINDS, SHEET_SOURCES, SHEET_STEPS } from '@daiban/domain';
import { REGISTRATION_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RefusalSchema, RuleReferenceSchema } from './problem.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema, VersionSchema } from './values.contract.js';

/** The same words in both languages: a form is read in Chinese by somebody who works in English. */
const TwoWordsSchema = z.object({ en: z.string(), zh: z.string() });

export const FillSheetFieldSchema = z
  .object({
    key: z.string(),
    /** `zh`: as WeChat's form writes it. */
    label: TwoWordsSchema,
    /** Step of WeChat's registration. */
    step: z.enum(SHEET_STEPS),
    /** copy: pasted · choose: clicked · masked: a personal number, read from its paper · on_paper: read from a paper · typed_there: WeChat's page alone sees it · in_person: the person's own telephone. */
    kind: z.enum(SHEET_FIELD_KINDS),
    source: z.enum(SHEET_SOURCES),
    /** What stands in the field; masked where it is sensitive; a choice by its code; null: nothing to show. */
    value: z.string().nullable(),
    /** A choice in words. */
    shown: TwoWordsSchema.nullable(),
    /** What to paste, as the form compares it; null: nothing to paste. */
    copyValue: z.string().nullable(),
    /** What to do on WeChat's page, where the value does not say it. */
    hint: TwoWordsSchema.nullable(),
    /** Other names to try when this one is taken. */
    alternatives: z.array(z.string()),
    counter: z
      .object({
        used: z.number().int(),
        min: z.number().int(),
        max: z.number().int(),
        /** unit: a Chinese character is two · weight: it is three. */
        unit: z.enum(['unit', 'weight']),
        rule: RuleReferenceSchema.nullable(),
      })
      .nullable(),
    /** It can never be changed once the information is submitted. */
    locked: z.boolean(),
    /** A personal number: never whole here. */
    sensitive: z.boolean(),
    /** Code of the paper it is read from. */
    paper: z.string().nullable(),
    /** Why it cannot be filled yet. */
    missing: RefusalSchema.nullable(),
    /** Who has typed it on WeChat's page, and when; null: nobody, or it reads differently since. */
    tick: z.object({ at: InstantSchema, by: IdSchema.nullable() }).nullable(),
    /** A tick may be set or taken away now. */
    tickable: z.boolean(),
  })
  .meta({ id: 'FillSheetField' });
export type FillSheetField = z.infer<typeof FillSheetFieldSchema>;

export const FillSheetSchema = z
  .object({
    registrationId: IdSchema,
    registrationVersion: VersionSchema,
    state: z.enum(REGISTRATION_STATES),
    /** The order is that of an Official Account's form; of other types nobody told us theirs. */
    formKnown: z.boolean(),
    /** Since when the fields are those that were handed in, and under which rulebook; null: the sheet as it is now. */
    sealed: z.object({ at: InstantSchema, rulebookVersion: z.string() }).nullable(),
    /** In the form's order. */
    fields: z.array(FillSheetFieldSchema),
    progress: z.object({ ticked: z.number().int(), total: z.number().int() }),
  })
  .meta({ id: 'FillSheet' });
export type FillSheet = z.infer<typeof FillSheetSchema>;

const TickParamsSchema = IdParamsSchema.extend({
  field: z.string().regex(/^[a-zA-Z]{1,40}$/),
});

export const getFillSheet = defineOperation({
  id: 'getFillSheet',
  method: 'GET',
  path: '/registrations/{id}/fill-sheet',
  permission: 'registrations.read',
  summary: "Reads the sheet from which WeChat's form is filled; once submitted, as it was handed in.",
  input: { params: IdParamsSchema },
  output: { schema: FillSheetSchema },
});

export const tickFillSheetField = defineOperation({
  id: 'tickFillSheetField',
  method: 'PUT',
  path: '/registrations/{id}/fill-sheet/ticks/{field}',
  permission: 'registrations.write',
  summary: "Ticks a field as typed on WeChat's page; the tick holds while the field reads the same.",
  input: { params: TickParamsSchema },
  output: { schema: FillSheetSchema },
  refusals: ['sheet.field_unknown', 'sheet.field_empty', 'sheet.sealed'],
});

export const untickFillSheetField = defineOperation({
  id: 'untickFillSheetField',
  method: 'DELETE',
  path: '/registrations/{id}/fill-sheet/ticks/{field}',
  permission: 'registrations.write',
  summary: 'Takes the tick of a field away.',
  input: { params: TickParamsSchema },
  output: { schema: FillSheetSchema },
  refusals: ['sheet.field_unknown', 'sheet.sealed'],
});
