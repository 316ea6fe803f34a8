/** A no that was to be expected. Services return it, the HTTP layer turns it into a problem; a transaction that returns one is rolled back. */
import type { Finding } from '@daiban/domain';
import type { RuleReference } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import type { ClearedByKey, RefusalCode } from '@daiban/i18n';

/** Finds a rule by its id in the rulebook that the decision used, its source in the reader's language; null when the finding names none or it is gone. */
export type RuleLookup = (ruleId: string, locale: Locale) => RuleReference | null;

const NO_RULES: RuleLookup = () => null;

/** What a refusal of the product's own may say beside its code. */
type RefusalDetails = Partial<Pick<Finding, 'params' | 'clearedByHolder' | 'kind' | 'ruleId'>>;

/** The way out is the one named like the code, unless another is named; a code without one must name another. */
type DetailsOf<Code extends RefusalCode> = Code extends ClearedByKey
  ? [more?: RefusalDetails & { readonly clearedBy?: ClearedByKey }]
  : [more: RefusalDetails & { readonly clearedBy: ClearedByKey }];

export class Refused {
  private constructor(
    /** The first finding's code; decides the status. */
    readonly code: string,
    readonly findings: readonly Finding[],
    readonly ruleOf: RuleLookup,
    /** For 429: when to try again. */
    readonly retryAfterSeconds?: number,
  ) {}

  /** The findings of a judgement: refusals, and warnings and unknowns nobody has acknowledged. There must be one at least. */
  static because(findings: readonly Finding[], ruleOf: RuleLookup = NO_RULES): Refused {
    const [first] = findings;
    if (!first) throw new Error('A refusal without a finding.');
    return new Refused(first.code, findings, ruleOf);
  }

  /** A refusal of the product's own, without a rule of the rulebook behind it. One without words in both languages does not compile. */
  static of<Code extends RefusalCode>(code: Code, ...[more = {}]: DetailsOf<Code>): Refused {
    return Refused.because([
      { code, kind: 'hard', ruleId: null, params: {}, clearedBy: code, clearedByHolder: 'agency', ...more },
    ]);
  }

  /** There is no such record in this agency: 404, the same for a foreign and a missing id. */
  static notFound(): Refused {
    return new Refused('resource.not_found', [], NO_RULES);
  }

  /** Somebody changed the record in the meantime: 409. */
  static versionConflict(): Refused {
    return Refused.of('version.conflict');
  }

  /** Too many tries: 429 with Retry-After. */
  static tooMany(code: RefusalCode & ClearedByKey, retryAfterSeconds: number): Refused {
    return new Refused(
      code,
      [
        {
          code,
          kind: 'hard',
          ruleId: null,
          params: { seconds: retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) },
          clearedBy: code,
          clearedByHolder: 'agency',
        },
      ],
      NO_RULES,
      retryAfterSeconds,
    );
  }
}
