/** Answers whether a number, an address or a name is right and whether WeChat takes it, by the rules of the day. Stores and logs nothing. */
import type { checkIdentifier, IdentifierAnswer, IdentifierKind, OperationInput } from '@daiban/contracts';
import {
  accountNameRule,
  checkAccountName,
  checkEmail,
  checkLicenceCode,
  checkOrganisationNumber,
  checkPhone,
  checkRegisteredName,
  checkResidentId,
  checkUscc,
  maskIdNumber,
  maskPhone,
  PHONE_PLANS,
  RULE_OF_PROBLEM,
  type IdentifierCheck,
  type IdentifierProblem,
  type Rulebook,
  type RuleId,
} from '@daiban/domain';
import { shanghaiDate } from '@daiban/domain/calendar';
import { text } from '@daiban/i18n';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { RulesService } from '../rules/rules.service.js';

type Question = OperationInput<typeof checkIdentifier>['body'];

/** What a value of this kind is asked for by, where nothing is wrong with it. */
const RULE_OF_KIND: Readonly<Record<IdentifierKind, RuleId>> = {
  uscc: 'subject.code_fits_class',
  licence_code: 'papers.licence_code_lengths',
  organisation_code: 'subject.code_fits_class',
  resident_id: 'admin.minimum_age',
  email: 'email.one_product',
  phone: 'admin.wechat_phone',
  account_name: 'name.units',
  registered_name: 'name.brackets',
};

/** Length of an organisation code, which the list of licence codes does not name: public bodies give it all the same. */
const ORGANISATION_CODE_LENGTH = 9;

/** A person's numbers go in whole and come out masked. */
const MASKS: Readonly<Partial<Record<IdentifierKind, (value: string) => string>>> = {
  resident_id: maskIdNumber,
  phone: maskPhone,
};

@Injectable()
export class ChecksService {
  constructor(
    private readonly rules: RulesService,
    private readonly businessClock: BusinessClock,
  ) {}

  async checkIdentifier(
    { agencyId, locale }: StaffActor,
    { body }: OperationInput<typeof checkIdentifier>,
  ): Promise<IdentifierAnswer> {
    const today = shanghaiDate(await this.businessClock.now());
    const rules = await this.rules.rulesOn(agencyId, today);
    const answer = check(body, rules, today);
    const { valid, acceptance, normalised, suggestion, problems, warnings } = answer;
    const mask = MASKS[body.kind];
    const ruleOf = this.rules.ruleLookup(rules);
    const remarks = (found: readonly IdentifierProblem[]): IdentifierAnswer['problems'] =>
      found.map(({ code, params }) => ({
        code,
        message: text(locale, `problems.${code}`, params),
        rule: ruleOf(RULE_OF_PROBLEM[code], locale),
      }));
    return {
      kind: body.kind,
      valid,
      acceptance,
      normalised: normalised !== null && mask ? mask(normalised) : normalised,
      ...(suggestion !== undefined && !mask && { suggestion }),
      problems: remarks(problems),
      warnings: remarks(warnings),
      rule: ruleOf(ruleBehind(body, answer), locale),
    };
  }
}

function check(
  { kind, value, subjectType, on, countryCode, route }: Question,
  rules: Rulebook,
  today: string,
): IdentifierCheck {
  const { entries } = rules;
  switch (kind) {
    case 'uscc':
      return checkUscc(value, subjectType);
    case 'licence_code':
      return checkLicenceCode(value, subjectType);
    case 'organisation_code':
      return checkOrganisationNumber(value, subjectType);
    case 'resident_id':
      return checkResidentId(value, on ?? today, entries['admin.minimum_age'].value);
    case 'email':
      return checkEmail(value);
    case 'phone':
      return checkPhone(value, countryCode ?? null, PHONE_PLANS, subjectType);
    case 'account_name':
      return checkAccountName(
        value,
        subjectType ?? 'enterprise',
        accountNameRule(rules, route === 'wechat_verification'),
      );
    case 'registered_name':
      return checkRegisteredName(value, route === 'small_transfer' ? entries['name.bank_route_weight'].value : null);
  }
}

/** What acceptance rests on: the first problem, else the first doubt that leaves it open, else what the kind is asked for by. */
function ruleBehind(
  { kind, subjectType }: Question,
  { acceptance, problems, warnings, normalised }: IdentifierCheck,
): RuleId {
  const decisive = problems[0] ?? (acceptance === 'unknown' ? warnings[0] : undefined);
  if (decisive) return RULE_OF_PROBLEM[decisive.code];
  if (kind === 'phone' && subjectType === 'overseas_enterprise') return 'papers.overseas_phone';
  if (kind === 'licence_code' && normalised?.length === ORGANISATION_CODE_LENGTH) return RULE_OF_KIND.organisation_code;
  return RULE_OF_KIND[kind];
}
