/** What an account's passport is written from: the passport as the contract answers it. */
import type {
  AccountType,
  Employer,
  LicenceOwner,
  OperatorTerm,
  OrderKind,
  OrderState,
  Payer,
  Provenance,
  RegistrationState,
  SubjectType,
  VerificationStatus,
} from '@daiban/domain/enumerations';
import type { MoneyAmount } from './format-money.js';

export interface PassportToSay {
  readonly generatedAt: string;
  readonly rulebookVersion: string;
  readonly agency: { readonly name: string; readonly nameZh: string | null; readonly legalName: string | null };
  readonly clientName: string;
  readonly account: {
    readonly name: string;
    readonly type: AccountType;
    readonly state: RegistrationState;
    readonly originalId: string | null;
    readonly appId: string | null;
    readonly submittedAt: string | null;
    readonly liveAt: string | null;
  };
  readonly registrant: {
    readonly name: string;
    readonly type: SubjectType;
    readonly code: string | null;
    readonly countryCode: string;
    readonly licenceOf: LicenceOwner;
    readonly licenceExpiresOn: string | null;
  };
  readonly admin: {
    readonly nameMasked: string;
    readonly idNumberMasked: string | null;
    readonly employer: Employer;
    readonly isLegalRepresentative: boolean;
    readonly verifiedAt: string | null;
  } | null;
  readonly email: {
    readonly address: string;
    readonly holder: 'agency' | 'client';
    readonly confirmedAt: string | null;
  } | null;
  readonly operators: readonly {
    readonly nameMasked: string;
    readonly term: OperatorTerm;
    readonly boundAt: string;
    readonly endsOn: string | null;
  }[];
  readonly verification: {
    readonly status: VerificationStatus;
    readonly untilOn: string | null;
    readonly provenance: Provenance | null;
  };
  readonly orders: readonly {
    readonly number: number;
    readonly kind: OrderKind;
    readonly state: OrderState;
    readonly openedAt: string;
    readonly payer: Payer;
    readonly paid: { readonly amount: MoneyAmount; readonly on: string } | null;
    readonly due: MoneyAmount | null;
    readonly waived: boolean;
    readonly lost: boolean;
  }[];
  readonly paidTotals: readonly MoneyAmount[];
  readonly exit: {
    readonly route: 'handover' | 'migration' | 'over' | 'done' | 'not_yet';
    readonly steps: readonly { readonly item: string; readonly heldBy: 'client' | 'agency' | 'other' | 'unknown' }[];
  };
  readonly custody: readonly { readonly at: string; readonly kind: string }[];
}
