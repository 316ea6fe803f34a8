/** The two sides of a conflict, so that a person chooses between what is written here and not between two words. */
import type { RegistrationCase } from '@daiban/contracts';
import type { QualificationResult } from '@daiban/domain/enumerations';
import { formatDateWithYear } from '@daiban/i18n';
import { Moment } from '../../../components/moment.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';

/** What the two sides are read from. */
export type ConflictingCase = Pick<RegistrationCase, 'verification' | 'accountType' | 'state'> & {
  subject: Pick<RegistrationCase['subject'], 'name'>;
};

export function ConflictSides({ registration }: { registration: ConflictingCase }) {
  const { t, locale } = useLocale();
  const { conflict, qualification, until, untilOn } = registration.verification;
  if (!conflict) return null;
  const { account, observed, event, email } = conflict;
  const answer = (result: QualificationResult | null, end: string | null, day: string | null): string[] => [
    ...(result ? [t(`states.qualification.${result}`)] : []),
    ...(end ? [formatDateWithYear(end.slice(0, 10), locale)] : day ? [formatDateWithYear(day, locale)] : []),
  ];
  const held = account
    ? [
        ...(account.accountType ? [t(`states.account_type_short.${registration.accountType}`)] : []),
        ...(account.subjectName ? [registration.subject.name] : []),
      ]
    : email
      ? [
          email.accountName === null
            ? t('lifeAfter.conflict.email_elsewhere', { address: email.address })
            : t('lifeAfter.conflict.email_of', { address: email.address, accountName: email.accountName }),
        ]
      : event
        ? [t(`states.registration.${registration.state}`)]
        : answer(qualification, until, untilOn);
  const told = account
    ? [
        ...(account.accountType ? [t(`states.account_type_short.${account.accountType}`)] : []),
        ...(account.subjectName ? [account.subjectName] : []),
      ]
    : email
      ? [email.address]
      : observed
        ? answer(observed.qualification, observed.until, observed.untilOn)
        : event
          ? [findText(locale, `history.${event}`) ?? t(`states.event.${event}`)]
          : [];
  const join = (words: readonly string[]): string => words.join(locale === 'zh' ? '，' : ', ');
  return (
    <div className="conflict-sides">
      <p>{findText(locale, `lifeAfter.conflict.${conflict.code}`) ?? t('dashboard.case.conflict')}</p>
      <dl className="facts">
        <dt>{t('dashboard.option.keep.held')}</dt>
        <dd>{held.length > 0 ? join(held) : t('dashboard.facts.none')}</dd>
        <dt>{t('dashboard.option.keep.observed')}</dt>
        <dd>
          {told.length > 0 ? join(told) : t('lifeAfter.conflict.nothing_to_take')}{' '}
          <small>
            <Moment at={conflict.raisedAt} />
          </small>
        </dd>
      </dl>
    </div>
  );
}
