/** A no that was to be expected. Services return it, the HTTP layer turns it into a problem; a transaction that returns one is rolled back. */
import type { Finding } from '@daiban/domain';
import type { RuleReference } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import type { ClearedByKey, RefusalCode } from '@daiban/i18n';

/**
 * Finds a rule by its id in the rulebook that the decision used, its source in the reader's language; null when the finding names none or
 * it is gone. `ruledOn`: the day whose book counts, where it is not the decision's own.
 */
export type RuleLookup = (ruleId: string, locale: Locale, ruledOn?: string | null) => RuleReference | null;

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
    /** For 429 and 503: when to try again. */
    readonly retryAfterSeconds?: number,
  ) {}

  /** The findings of a judgement: refusals, and warnings and unknowns nobody has acknowledged. There must be one at least. */
  static because(findings: readonly Finding[], ruleOf: RuleLookup = NO_RULES): Refused {
    const [first] = findings;
    if (!first) throw new Error('A refusal without a finding.');
    return new Refused(first.code, findings, ruleOf);
  }

  /** A refusal of the product's own; one that names a rule is answered `under` a book. One without words in both languages does not compile. */
  static of<Code extends RefusalCode>(code: Code, ...[more = {}]: DetailsOf<Code>): Refused {
    return Refused.because([
      { code, kind: 'hard', ruleId: null, params: {}, clearedBy: code, clearedByHolder: 'agency', ...more },
    ]);
  }

  /** The same no; the rules it names are found in this book, unless it brought its own. */
  under(ruleOf: RuleLookup): Refused {
    return this.ruleOf === NO_RULES ? new Refused(this.code, this.findings, ruleOf, this.retryAfterSeconds) : this;
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
    return Refused.later(code, retryAfterSeconds);
  }

  /** It does not go now and may go then: the status is the code's, with Retry-After. */
  static later(code: RefusalCode & ClearedByKey, retryAfterSeconds: number): Refused {
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
