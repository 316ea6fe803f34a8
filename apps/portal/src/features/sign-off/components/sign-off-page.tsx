/** What can never be changed, what it costs and whose it will be: read part by part, ticked, confirmed. */
import { useState, type ReactNode } from 'react';
import { ProblemError, SIGN_OFF_BLOCKS, type PortalSignOff, type SignOffBlock } from '@daiban/contracts';
import { formatDateWithYear, formatMoney } from '@daiban/i18n';
import { PageFace } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { isElsewhere, isMissing, isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor, PortalFrame } from '../../../lib/portal-frame.js';
import { RuleWhy } from '../../../lib/rule-why.js';
import { text } from '../../../lib/texts.js';
import { useVisit } from '../../../lib/visit.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { usePortalSignOff, useSignOffPortal, type SigningOff } from '../api/portal-sign-off.js';
import { choiceName, choiceValue, toldChoices } from '../choice-words.js';
import { signOffText } from '../texts.js';
import { StandingNote } from './standing-note.js';

/** @param id of the account */
export default function SignOffPage({ id }: { id: string }) {
  const { locale } = useLocale();
  const signOff = usePortalSignOff(id);
  const signing = useSignOffPortal(id);
  if (isVisitOver(signOff.error)) return <VisitOver face="ended" />;
  const back = (
    <PageLink className="portal-link" href={paths.account(id)}>
      {signOffText(locale, 'signOff.back')}
    </PageLink>
  );
  return (
    <PortalFrame title={signOffText(locale, 'signOff.title')} footer={back}>
      {signOff.data ? (
        // Read anew with every change: no tick outlives what it was given to.
        <LoadedSignOff key={JSON.stringify(signOff.data.choices)} signOff={signOff.data} signing={signing} />
      ) : signOff.isPending ? (
        <div className="portal-skeleton" role="status" aria-label={signOffText(locale, 'signOff.title')}>
          <i className="portal-bone portal-bone-title" />
          <i className="portal-bone portal-bone-card" />
          <i className="portal-bone portal-bone-card" />
        </div>
      ) : isElsewhere(signOff.error) || isMissing(signOff.error) ? (
        <ElsewhereFace />
      ) : (
        <FailureFace error={signOff.error} onRetry={() => void signOff.refetch()} />
      )}
    </PortalFrame>
  );
}

function LoadedSignOff({ signOff, signing }: { signOff: PortalSignOff; signing: SigningOff }) {
  const { locale } = useLocale();
  const [ticked, setTicked] = useState<readonly SignOffBlock[]>([]);
  const { state, accountName, maySign } = signOff;
  if (state === 'early') {
    return (
      <PageFace kind="empty" level={1} title={signOffText(locale, 'signOff.state.early.title')}>
        {signOffText(locale, 'signOff.state.early.text')}
      </PageFace>
    );
  }
  const tick = (block: SignOffBlock) =>
    setTicked(ticked.includes(block) ? ticked.filter((each) => each !== block) : [...ticked, block]);
  const tickOf = (block: SignOffBlock, words: string) =>
    maySign ? (
      <label className="portal-tick">
        <input type="checkbox" checked={ticked.includes(block)} onChange={() => tick(block)} />
        <span>{words}</span>
      </label>
    ) : null;
  return (
    <div className="portal-steps">
      <div className="portal-lead">
        <h1>{signOffText(locale, 'signOff.title')}</h1>
        {maySign ? <p>{signOffText(locale, 'signOff.lead', { account: accountName })}</p> : null}
      </div>
      <StandingNote signOff={signOff} />
      <UnchangeableBlock signOff={signOff}>
        {tickOf('unchangeable', signOffText(locale, 'signOff.unchangeable.agree'))}
      </UnchangeableBlock>
      <CostBlock signOff={signOff}>
        {tickOf('cost', signOffText(locale, isPaid(signOff) ? 'signOff.cost.agree' : 'signOff.cost.agree_free'))}
      </CostBlock>
      <OwnerBlock signOff={signOff}>{tickOf('owner', signOffText(locale, 'signOff.owner.agree'))}</OwnerBlock>
      {state === 'wanted' || state === 'changed' ? (
        <Confirmation signOff={signOff} signing={signing} ticked={ticked} />
      ) : null}
    </div>
  );
}

interface BlockProps {
  readonly signOff: PortalSignOff;
  readonly children: ReactNode;
}

function UnchangeableBlock({ signOff, children }: BlockProps) {
  const { locale } = useLocale();
  const agencyName = useAgencyName();
  return (
    <section className="portal-card" aria-labelledby="unchangeable">
      <div className="portal-card-head">
        <h2 id="unchangeable">{signOffText(locale, 'signOff.unchangeable.heading')}</h2>
        <RuleWhy ruleId="sign_off.irreversible" what={signOffText(locale, 'signOff.unchangeable.heading')} />
      </div>
      <p>{signOffText(locale, 'signOff.unchangeable.text')}</p>
      <dl className="portal-choices">
        {toldChoices(signOff).map(({ choice, value }) => (
          <div key={choice}>
            <dt>{choiceName(choice, locale)}</dt>
            <dd>{choiceValue(choice, value, locale, agencyName)}</dd>
          </div>
        ))}
      </dl>
      <p className="portal-note">{signOffText(locale, 'signOff.unchangeable.name')}</p>
      {children}
    </section>
  );
}

/** WeChat asks for money. */
function isPaid({ fee }: PortalSignOff): boolean {
  return fee !== null && fee.amount?.amountMinor !== 0;
}

function CostBlock({ signOff, children }: BlockProps) {
  const { locale } = useLocale();
  const { fee } = signOff;
  const heading = signOffText(locale, 'signOff.cost.heading');
  const kind = !fee ? 'none' : !fee.amount ? 'unknown' : fee.amount.amountMinor === 0 ? 'free' : 'amount';
  const amount = fee?.amount ? formatMoney(fee.amount, locale) : '';
  return (
    <section className="portal-card" aria-labelledby="cost">
      <div className="portal-card-head">
        <h2 id="cost">{heading}</h2>
        <RuleWhy ruleId={fee?.ruleId ?? null} what={heading} />
      </div>
      <p>{signOffText(locale, `signOff.cost.${kind}`, { amount })}</p>
      <p className="portal-note">{signOffText(locale, 'signOff.cost.ours')}</p>
      {fee?.ruleValidFrom ? (
        <p className="portal-line-note">
          {signOffText(locale, 'signOff.cost.rule', { date: formatDateWithYear(fee.ruleValidFrom, locale) })}
        </p>
      ) : null}
      {children}
    </section>
  );
}

function OwnerBlock({ signOff, children }: BlockProps) {
  const { locale } = useLocale();
  const { subjectName: subject, licenceOf, adminName: admin } = signOff.owner;
  const isOwn = licenceOf === 'client';
  return (
    <section className={`portal-card ${isOwn ? '' : 'portal-warn'}`} aria-labelledby="owner">
      <h2 id="owner">{signOffText(locale, 'signOff.owner.heading')}</h2>
      <p>{signOffText(locale, isOwn ? 'signOff.owner.client' : 'signOff.owner.other', { subject })}</p>
      <p className="portal-note">
        {admin ? signOffText(locale, 'signOff.owner.admin', { admin }) : signOffText(locale, 'signOff.owner.no_admin')}
      </p>
      {children}
    </section>
  );
}

interface ConfirmationProps {
  readonly signOff: PortalSignOff;
  readonly signing: SigningOff;
  readonly ticked: readonly SignOffBlock[];
}

function Confirmation({ signOff, signing, ticked }: ConfirmationProps) {
  const { locale } = useLocale();
  const visit = useVisit();
  const { maySign, deciders, textVersion } = signOff;
  if (!maySign) {
    const names = new Intl.ListFormat(locale === 'zh' ? 'zh-Hans' : 'en-GB', { type: 'disjunction' }).format(deciders);
    return (
      <p className="portal-card portal-warn">
        {visit?.preview
          ? signOffText(locale, 'signOff.confirm.preview')
          : deciders.length > 0
            ? signOffText(locale, 'signOff.confirm.who', { names, count: deciders.length })
            : signOffText(locale, 'signOff.confirm.nobody')}
      </p>
    );
  }
  const open = SIGN_OFF_BLOCKS.length - ticked.length;
  return (
    <section className="portal-card" aria-label={signOffText(locale, 'signOff.confirm.button')}>
      {open > 0 ? <p role="status">{signOffText(locale, 'signOff.confirm.open', { count: open })}</p> : null}
      {signing.error ? (
        <p className="portal-problem" role="alert">
          {signing.error instanceof ProblemError
            ? signing.error.problem.detail
            : text(locale, 'portal.face.offline.text')}
        </p>
      ) : null}
      <div className="portal-form">
        <button
          type="button"
          className="portal-button"
          disabled={open > 0 || signing.isPending}
          onClick={() => signing.mutate(signOff)}
        >
          {signOffText(locale, signing.isPending ? 'signOff.confirm.sending' : 'signOff.confirm.button')}
        </button>
      </div>
      <p className="portal-note">{signOffText(locale, 'signOff.confirm.kept', { version: textVersion })}</p>
    </section>
  );
}

function useAgencyName(): string {
  const { locale } = useLocale();
  const visit = useVisit();
  return visit ? nameFor(visit.agency, locale) : '';
}
