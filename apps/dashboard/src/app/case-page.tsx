/** One case: whose turn, the journey, the one next thing, papers, orders, what else can be done and what cannot, the history. Puts the features together. */
import { Button, Skeleton } from '@mantine/core';
import type { RegistrationCase, VerificationOrder } from '@daiban/contracts';
import { shanghaiDate } from '@daiban/domain/calendar';
import {
  FINAL_REGISTRATION_STATES,
  OPEN_ORDER_STATES,
  type Locale,
  type OrderEvent,
  type OrderKind,
  type OrderState,
  type RegistrationEvent,
  type RegistrationState,
} from '@daiban/domain/enumerations';
import { formatDateWithYear } from '@daiban/i18n';
import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ButtonLink } from '../components/button-link.js';
import { PageHead } from '../components/page-head.js';
import { ProblemNote } from '../components/problem-note.js';
import { RecordLoading } from '../components/record-loading.js';
import { paths } from '../config/paths.js';
import { AppointmentCard } from '../features/appointments/components/appointment-card.js';
import { HistorySection } from '../features/history/components/history-section.js';
import { MessagesCard } from '../features/messages/components/messages-card.js';
import { OperatorsCard } from '../features/operators/components/operators-card.js';
import { ordersQuery } from '../features/orders/api/list-orders.js';
import { OrdersSection } from '../features/orders/components/orders-section.js';
import { prerequisitesQuery } from '../features/prerequisites/api/list-prerequisites.js';
import { PrerequisitesCard } from '../features/prerequisites/components/prerequisites-card.js';
import { registrationQuery } from '../features/registrations/api/get-registration.js';
import { ActionList, BlockedList } from '../features/registrations/components/action-lists.js';
import { CaseHeader } from '../features/registrations/components/case-header.js';
import { CaseJourney } from '../features/registrations/components/case-journey.js';
import { FactsCard } from '../features/registrations/components/facts-card.js';
import { LifeAfterCard } from '../features/registrations/components/life-after-card.js';
import { NextCard } from '../features/registrations/components/next-card.js';
import type { CaseDialog } from '../lib/case-dialog.js';
import { isNotFound } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { membersQuery } from '../lib/members.js';
import { chooseNextStep, type NextStep } from '../lib/next-step.js';
import { useMay } from '../lib/session.js';
import { NotFoundFace } from './faces.js';
import './case-page.css';

const RegistrationEventDialog = lazy(() =>
  import('../features/registrations/components/registration-event-dialog.js').then((module) => ({
    default: module.RegistrationEventDialog,
  })),
);
const OrderEventDialog = lazy(() =>
  import('../features/orders/components/order-event-dialog.js').then((module) => ({
    default: module.OrderEventDialog,
  })),
);
const OpenOrderDialog = lazy(() =>
  import('../features/orders/components/open-order-dialog.js').then((module) => ({ default: module.OpenOrderDialog })),
);
const CaseDialogs = lazy(() =>
  import('../features/registrations/components/case-dialogs.js').then((module) => ({ default: module.CaseDialogs })),
);

type Open =
  | { kind: 'registration_event'; event: RegistrationEvent }
  | { kind: 'order_event'; orderId: string; event: OrderEvent }
  | { kind: 'open_order'; orderKind: OrderKind }
  | { kind: 'dialog'; dialog: CaseDialog };

/** States on the way to the submission: the form can be prepared, and what would burn a fee be seen. */
const LOOKS_AHEAD = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
] as const;

/** Which dialog a next step opens, where it is not an event. */
const STEP_DIALOGS: Partial<Record<NextStep['kind'], CaseDialog>> = {
  sign_off: 'sign_off',
  reserve_email: 'email',
  check_email: 'email_check',
  set_admin: 'admin',
  record_consent: 'consent',
};

export function CasePage() {
  const { t, locale } = useLocale();
  const { registrationId } = useParams({ from: '/shell/registrations/$registrationId' });
  const navigate = useNavigate();
  const found = useQuery(registrationQuery(registrationId));
  const papers = useQuery(prerequisitesQuery(registrationId));
  const orders = useQuery(ordersQuery(registrationId));
  const members = useQuery(membersQuery);
  const mayLink = useMay('portal_links.manage');
  const [open, setOpen] = useState<Open | null>(null);
  const registration = found.data;
  useEffect(() => {
    if (registration) document.title = `${registration.proposedName} · Daiban`;
  }, [registration]);
  if (isNotFound(found.error)) return <NotFoundFace />;
  if (!registration) return <CaseLoading error={found.error} onRetry={() => void found.refetch()} />;
  const orderList = orders.data?.items ?? [];
  const paperList = papers.data?.items ?? [];
  const close = (): void => setOpen(null);
  const start = (step: NextStep): void => {
    if (step.kind === 'registration_event' || step.kind === 'order_event' || step.kind === 'open_order') setOpen(step);
    else if (step.kind === 'review_papers') void navigate({ to: paths.review, params: { registrationId } });
    else {
      const dialog = STEP_DIALOGS[step.kind];
      if (dialog) setOpen({ kind: 'dialog', dialog });
    }
  };
  // Before papers and orders are known the choice would jump.
  const step = papers.isSuccess && orders.isSuccess ? chooseNextStep(registration, paperList, orderList) : null;
  const isNext = (event: RegistrationEvent): boolean => step?.kind === 'registration_event' && step.event === event;
  // Nobody misses these while there is nothing to resume or to settle.
  const isPointless = (event: RegistrationEvent): boolean =>
    (event === 'case_resumed' && !registration.paused) ||
    (event === 'verification_conflict_resolved' && !registration.verification.conflict) ||
    (event === 'slots_released' && !registration.lifeAfter.slotsHeld);
  const hasOpenOrder = orderList.some(({ state }) => (OPEN_ORDER_STATES as readonly OrderState[]).includes(state));
  const ordersCanOpen =
    orders.isSuccess &&
    !hasOpenOrder &&
    (registration.state === 'live' ||
      (registration.state === 'proving_subject' && registration.route === 'wechat_verification'));
  const feeAhead = orderList.find(({ state }) => state === 'preparing' || state === 'awaiting_fee');
  const orderIsDue = registration.stage === 'renewal_due' || registration.stage === 'verification_expired';
  const withdrawn = withdrawnConsent(registration, locale);
  const orderOfEvent = open?.kind === 'order_event' ? orderList.find(({ id }) => id === open.orderId) : undefined;
  return (
    <>
      <PageHead>
        <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
          <Link to={paths.registrations}>{t('dashboard.nav.registrations')}</Link>
          <Link to={paths.registrations} search={{ clientId: registration.client.id }}>
            {registration.client.name}
          </Link>
          <span aria-current="page">{registration.proposedName}</span>
        </nav>
      </PageHead>
      <div className="page-body case">
        <CaseHeader
          registration={registration}
          actions={
            mayLink ? (
              <Button
                variant="default"
                leftSection={<IconLink size={15} aria-hidden="true" />}
                onClick={() => setOpen({ kind: 'dialog', dialog: 'portal_link' })}
              >
                {t('dashboard.portal_link.title')}
              </Button>
            ) : null
          }
        />
        {registration.verification.conflict ? (
          <p className="case-conflict turn">{t('dashboard.case.conflict')}</p>
        ) : null}
        {withdrawn ? <p className="case-conflict turn">{t('dashboard.case.consent_withdrawn', withdrawn)}</p> : null}
        <CaseJourney registration={registration} />
        <div className="case-columns">
          <div className="case-main">
            {step ? (
              <NextCard step={step} registration={registration} papers={paperList} orders={orderList} onStart={start} />
            ) : (
              <Skeleton height={92} radius={10} />
            )}
            {registration.submittedAt === null && LOOKS_AHEAD.some((state) => state === registration.state) ? (
              <p className="case-preflight">
                <ButtonLink to={paths.preflight} params={{ registrationId }} variant="default" size="xs">
                  {t('preflight.open')}
                </ButtonLink>
              </p>
            ) : feeAhead || orderIsDue ? (
              <p className="case-preflight">
                <ButtonLink
                  to={paths.preflight}
                  params={{ registrationId }}
                  search={feeAhead ? { orderId: feeAhead.id } : {}}
                  variant="default"
                  size="xs"
                >
                  {t('preflight.open_order')}
                </ButtonLink>
              </p>
            ) : null}
            <AppointmentCard registration={registration} />
            <LifeAfterCard registration={registration} onOpen={(dialog) => setOpen({ kind: 'dialog', dialog })} />
            <PrerequisitesCard registrationId={registrationId} sealed={registration.submittedAt !== null} />
            <MessagesCard registrationId={registrationId} client={registration.client} />
            <HistorySection record="registration" id={registrationId} />
          </div>
          <aside className="case-side" aria-label={t('dashboard.case.side')}>
            <ProblemNote error={orders.error} />
            <OrdersSection
              orders={orderList}
              onEvent={(order: VerificationOrder, event) => setOpen({ kind: 'order_event', orderId: order.id, event })}
              onOpen={
                ordersCanOpen
                  ? () =>
                      setOpen({ kind: 'open_order', orderKind: orderKindFor(registration.state, registration.stage) })
                  : undefined
              }
            />
            <ActionList
              state={registration.state}
              events={registration.availableEvents.filter(({ allowed, event }) => allowed && !isNext(event))}
              onStart={(event) => setOpen({ kind: 'registration_event', event })}
            />
            <BlockedList
              events={registration.availableEvents.filter(
                ({ allowed, event }) => !allowed && !isNext(event) && !isPointless(event),
              )}
            />
            {registration.state === 'live' ? <OperatorsCard registrationId={registrationId} /> : null}
            <p className="panel-section">
              <ButtonLink to={paths.passport} params={{ registrationId }} variant="default" size="xs">
                {t('inbox.passport.open')}
              </ButtonLink>
            </p>
            <FactsCard
              registration={registration}
              assigneeName={members.data?.items.find(({ id }) => id === registration.assigneeId)?.name ?? null}
              onOpen={(dialog) => setOpen({ kind: 'dialog', dialog })}
            />
          </aside>
        </div>
      </div>
      <Suspense>
        {open?.kind === 'registration_event' ? (
          <RegistrationEventDialog registration={registration} event={open.event} onClose={close} />
        ) : null}
        {open?.kind === 'order_event' && orderOfEvent ? (
          <OrderEventDialog order={orderOfEvent} event={open.event} onClose={close} />
        ) : null}
        {open?.kind === 'open_order' ? (
          <OpenOrderDialog registrationId={registrationId} kind={open.orderKind} onClose={close} />
        ) : null}
        {open?.kind === 'dialog' ? (
          <CaseDialogs dialog={open.dialog} registration={registration} onClose={close} />
        ) : null}
      </Suspense>
    </>
  );
}

/** What the admin took back once nothing of the case moved by itself any more; null: nothing, or it is settled. */
function withdrawnConsent({ admin, state, submittedAt }: RegistrationCase, locale: Locale) {
  if (!admin?.consentWithdrawnAt || submittedAt === null) return null;
  if ((FINAL_REGISTRATION_STATES as readonly RegistrationState[]).includes(state)) return null;
  return { admin: admin.name, date: formatDateWithYear(shanghaiDate(admin.consentWithdrawnAt), locale) };
}

/** The kind of order that fits a case where none is open. */
function orderKindFor(state: string, stage: string): OrderKind {
  if (state !== 'live') return 'first';
  return stage === 'verification_expired' ? 're_verification' : 'renewal';
}

function CaseLoading({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLocale();
  return (
    <>
      <PageHead>
        <Link to={paths.registrations}>{t('dashboard.nav.registrations')}</Link>
      </PageHead>
      {error ? (
        <RecordLoading error={error} onRetry={onRetry} />
      ) : (
        <div className="page-body" aria-busy="true" aria-label={t('dashboard.loading')}>
          <Skeleton height={28} width={240} />
          <Skeleton height={14} width="60%" mt={12} />
          <Skeleton height={76} mt={24} />
          <Skeleton height={92} mt={24} radius={10} />
        </div>
      )}
    </>
  );
}
