/** The sheet from which WeChat's form is filled: as it is now, or as it was handed in, with who has typed what. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { FillSheet, getFillSheet, OperationInput, tickFillSheetField } from '@daiban/contracts';
import { buildFillSheet, type FillSheetField } from '@daiban/domain';
import type { Actor, StaffCaller } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { fieldPrint, shownPrint } from './field-print.js';
import { toFillSheet } from './fill-sheet.mapper.js';
import { FillSheetRepository, type KeptSheet, type SheetTick } from './fill-sheet.repository.js';

type TickInput = OperationInput<typeof tickFillSheetField>;

/** A case with its sheet: sealed once it was handed in. */
interface ReadSheet {
  readonly view: CaseView;
  readonly kept: KeptSheet;
  readonly formKnown: boolean;
  readonly fields: readonly FillSheetField[];
}

@Injectable()
export class FillSheetService {
  constructor(
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly judging: JudgingService,
    private readonly repository: FillSheetRepository,
  ) {}

  async getFillSheet(actor: Actor, { params }: OperationInput<typeof getFillSheet>): Promise<FillSheet | Refused> {
    const read = await this.#read(actor, params.id);
    return read instanceof Refused ? read : this.#answer(actor, read);
  }

  /**
   * Ticks a field as typed; one that is ticked already keeps who did it first. Refuses an empty field, and a sealed one but for the
   * account's own name and picture, which are typed last.
   */
  tickField({ actor, memberId }: StaffCaller, input: TickInput): Promise<FillSheet | Refused> {
    return this.#change(actor, input, async ({ view, kept, field }) => {
      if (tickOf(field, kept, view) !== null) return;
      if (field.missing !== null) return Refused.of('sheet.field_empty', { params: { field: field.key } });
      const tick = {
        field: field.key,
        print: fieldPrint(field, view.case.particulars),
        at: view.context.now,
        by: memberId,
      };
      await this.repository.tick(actor.agencyId, input.params.id, tick);
    });
  }

  /** Takes a tick away; where there was none, nothing changes. */
  untickField({ actor }: StaffCaller, input: TickInput): Promise<FillSheet | Refused> {
    return this.#change(actor, input, () =>
      this.repository.untick(actor.agencyId, input.params.id, input.params.field),
    );
  }

  async #change(
    actor: Actor,
    { params }: TickInput,
    work: (read: ReadSheet & { field: FillSheetField }) => Promise<void | Refused>,
  ): Promise<FillSheet | Refused> {
    const read = await this.#read(actor, params.id);
    if (read instanceof Refused) return read;
    const field = read.fields.find(({ key }) => key === params.field);
    if (!field) return Refused.of('sheet.field_unknown', { params: { field: params.field } });
    if (!isTickable(field, read.view)) return Refused.of('sheet.sealed');
    const refused = await work({ ...read, field });
    if (refused) return refused;
    const kept = await this.repository.read(actor.agencyId, params.id);
    return this.#answer(actor, { ...read, kept });
  }

  async #read(actor: Actor, id: string): Promise<ReadSheet | Refused> {
    const [view, kept] = await Promise.all([
      this.cases.read(actor, { by: 'registration', id }),
      this.repository.read(actor.agencyId, id),
    ]);
    if (view instanceof Refused) return view;
    const { facts, particulars } = view.case;
    // A lapsed case that began again is filled in anew: only a submission that stands is shown as it was.
    const sealed = facts.registration.submittedAt === null ? null : kept.sealed;
    const { formKnown, fields } = sealed ?? buildFillSheet({ facts, admin: particulars.admin }, view.context.rules);
    return { view, kept: { ...kept, sealed }, formKnown, fields };
  }

  #answer(actor: Actor, { view, kept, formKnown, fields }: ReadSheet): FillSheet {
    return toFillSheet(view, {
      formKnown,
      sealed: kept.sealed,
      fields: fields.map((field) => ({
        field,
        tick: tickOf(field, kept, view),
        tickable: field.missing === null && isTickable(field, view),
      })),
      ruleOf: (id) => this.judging.ruleOf(view.context)(id, actor.locale),
      toRefusal: (finding) => this.answers.refusals(actor, [finding], view.context)[0] ?? null,
    });
  }
}

/** The field's tick, while the field reads as it did; what was typed before the case lapsed is gone at WeChat's once it has begun again. */
function tickOf(field: FillSheetField, { ticks, sealed }: KeptSheet, { case: read }: CaseView): SheetTick | null {
  const tick = ticks.find((known) => known.field === field.key) ?? null;
  // A sealed field can only be compared as it was shown: the number behind its mask may be another person's by now.
  if (sealed !== null) return tick?.print.split('.')[0] === shownPrint(field) ? tick : null;
  if (tick?.print !== fieldPrint(field, read.particulars)) return null;
  const lapsed = read.particulars.moves.findLast(({ orderId, to }) => orderId === null && to === 'lapsed');
  return lapsed === undefined || Date.parse(tick.at) > Date.parse(lapsed.at) ? tick : null;
}

/** WeChat asks for name, introduction and picture after the submission. */
function isTickable({ step }: FillSheetField, { case: { facts } }: CaseView): boolean {
  return facts.registration.submittedAt === null || step === 'name';
}
