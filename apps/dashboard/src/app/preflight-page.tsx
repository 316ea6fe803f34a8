/** The last look before a fee: what stops, what it would burn, and the sheet from which WeChat's form is filled. Puts the features together. */
import { Button, Skeleton } from '@mantine/core';
import type { FillSheet, Preflight, RegistrationCase } from '@daiban/contracts';
import type { OrderEvent, RegistrationEvent } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ButtonLink } from '../components/button-link.js';
import { PageHead } from '../components/page-head.js';
import { ProblemNote } from '../components/problem-note.js';
import { RecordLoading } from '../components/record-loading.js';
import { paths } from '../config/paths.js';
import { fillSheetQuery } from '../features/fill-sheet/api/get-fill-sheet.js';
import { FillSheetSection } from '../features/fill-sheet/components/fill-sheet-section.js';
import { ordersQuery } from '../features/orders/api/list-orders.js';
import { preflightQuery } from '../features/preflight/api/get-preflight.js';
import { PreflightList } from '../features/preflight/components/preflight-list.js';
import { PreflightVerdict } from '../features/preflight/components/preflight-verdict.js';
import { registrationQuery } from '../features/registrations/api/get-registration.js';
import { isNotFound } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { membersQuery } from '../lib/members.js';
import { useMay } from '../lib/session.js';
import { NotFoundFace } from './faces.js';
import './preflight-page.css';

const RegistrationEventDialog = lazy(() =>
  import('../features/registrations/components/registration-event-dialog.js').then((module) => ({
    default: module.RegistrationEventDialog,
  })),
);

export function PreflightPage() {
  const { t } = useLocale();
  const { registrationId } = useParams({ from: '/shell/registrations/$registrationId/preflight' });
  const { orderId } = useSearch({ from: '/shell/registrations/$registrationId/preflight' });
  const found = useQuery(registrationQuery(registrationId));
  const orders = useQuery({ ...ordersQuery(registrationId), enabled: orderId !== undefined });
  const looked = useQuery(preflightQuery(registrationId, orderId));
  // An order has no form of its own: the sheet belongs to the registration.
  const sheet = useQuery({ ...fillSheetQuery(registrationId), enabled: orderId === undefined });
  const members = useQuery(membersQuery);
  const [submitting, setSubmitting] = useState(false);
  const registration = found.data;
  const order = orders.data?.items.find(({ id }) => id === orderId);
  const title = order ? t('preflight.title_order', { kind: order.kind }) : t('preflight.title');
  useEffect(() => {
    if (registration) document.title = `${title} · ${registration.proposedName} · Daiban`;
  }, [registration, title]);
  if (isNotFound(found.error) || isNotFound(looked.error)) return <NotFoundFace />;
  if (!registration) {
    return (
      <>
        <PageHead>
          <Link to={paths.registrations}>{t('dashboard.nav.registrations')}</Link>
        </PageHead>
        <RecordLoading error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  const nameOf = (memberId: string): string | null =>
    members.data?.items.find(({ id }) => id === memberId)?.name ?? null;
  return (
    <>
      <PageHead>
        <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
          <Link to={paths.registrations} activeOptions={{ exact: true }}>
            {t('dashboard.nav.registrations')}
          </Link>
          <Link to={paths.registration} params={{ registrationId }} activeOptions={{ exact: true }}>
            {registration.proposedName}
          </Link>
          <span aria-current="page">{t('preflight.title')}</span>
        </nav>
      </PageHead>
      <div className="page-body preflight">
        <header className="preflight-title">
          <h1>{title}</h1>
          <p className="quiet">{t('preflight.intro')}</p>
        </header>
        <ProblemNote error={looked.error} />
        {looked.data ? (
          <PreflightVerdict preflight={looked.data} />
        ) : looked.error ? null : (
          <Skeleton height={84} radius={10} />
        )}
        <div className={orderId === undefined && isFound(looked.data) ? 'preflight-columns' : 'preflight-one'}>
          <div>
            {looked.data ? (
              <PreflightList preflight={looked.data} registration={registration} />
            ) : looked.error ? null : (
              <Skeleton height={220} radius={10} />
            )}
            {order && looked.data ? <OrderStep registrationId={registrationId} preflight={looked.data} /> : null}
          </div>
          {orderId === undefined ? (
            <div>
              <ProblemNote error={sheet.error} />
              {sheet.data ? (
                <FillSheetSection
                  sheet={sheet.data}
                  nameOf={nameOf}
                  submission={
                    <Submission
                      registration={registration}
                      preflight={looked.data}
                      sheet={sheet.data}
                      onSubmit={() => setSubmitting(true)}
                    />
                  }
                />
              ) : sheet.error ? null : (
                <Skeleton height={480} radius={10} />
              )}
            </div>
          ) : null}
        </div>
      </div>
      <Suspense>
        {submitting ? (
          <RegistrationEventDialog
            registration={registration}
            event="information_submitted"
            onClose={() => setSubmitting(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** Something is to be told beside the sheet; while it is looked for, its place is kept. */
function isFound(looked: Preflight | undefined): boolean {
  return !looked || [looked.blockers, looked.warnings, looked.unknowns].some(({ length }) => length > 0);
}

interface SubmissionProps {
  registration: RegistrationCase;
  preflight: Preflight | undefined;
  sheet: FillSheet;
  onSubmit: () => void;
}

/** Where the form's own button stands: submitting, and why not yet. */
function Submission({ registration, preflight, sheet, onSubmit }: SubmissionProps) {
  const { t } = useLocale();
  const mayDecide = useMay('registrations.decide');
  if (registration.submittedAt !== null) return null;
  const offered = registration.availableEvents.find(({ event }) => event === 'information_submitted');
  const reason = !mayDecide
    ? t('preflight.submit.role')
    : offered?.allowed
      ? null
      : offered
        ? t('preflight.submit.blocked', { count: offered.refusals.length })
        : firstOf(preflight);
  const open = sheet.fields.filter(({ step, tick }) => step !== 'name' && tick === null).length;
  return (
    <section
      className={reason === null ? 'preflight-submit' : 'preflight-submit preflight-submit-not'}
      aria-labelledby="submit"
    >
      <div>
        <h3 id="submit">
          <span className="sheet-number">{t('preflight.sheet.step', { number: 6 })}</span> {t('preflight.submit.title')}
        </h3>
        <p className="quiet">{t('preflight.submit.why')}</p>
        {reason === null && open > 0 ? <p className="turn">{t('preflight.submit.unticked', { count: open })}</p> : null}
        {reason === null ? null : (
          <p className="quiet" id="submit-reason">
            {reason}
          </p>
        )}
      </div>
      <Button
        onClick={onSubmit}
        disabled={reason !== null}
        aria-describedby={reason === null ? undefined : 'submit-reason'}
      >
        {t('preflight.submit.do')}
      </Button>
    </section>
  );

  function firstOf(looked: Preflight | undefined): string {
    const [first] = looked?.decisions ?? [];
    return first === undefined ? t('preflight.submit.not_yet') : t('preflight.submit.first', { event: first });
  }
}

/** An order's own next step is taken on the case. */
function OrderStep({ registrationId, preflight }: { registrationId: string; preflight: Preflight }) {
  const { t } = useLocale();
  const next: RegistrationEvent | OrderEvent | undefined = preflight.decisions[0];
  return (
    <p className="preflight-next">
      <ButtonLink to={paths.registration} params={{ registrationId }} variant="default">
        {next ? t('preflight.order.next', { event: next }) : t('preflight.back')}
      </ButtonLink>
    </p>
  );
}
