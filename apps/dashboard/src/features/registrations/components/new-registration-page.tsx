/** Opens a case: for whom, which account, on whose licence, by which route, under which name and address. Everything can be changed while it is a draft. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ACCOUNT_TYPES, LICENCE_OWNERS, ROUTES, SUBJECT_CLASSES, SUBJECT_TYPES } from '@daiban/domain/enumerations';
import { checkAccountName, checkEmail, checkLicenceCode, countNameUnits } from '@daiban/domain/identity';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { IdentifierNote } from '../../../components/identifier-note.js';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { listCountries } from '../../../lib/countries.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { sortFieldProblems } from '../../../lib/field-problems.js';
import { useLocale } from '../../../lib/locale.js';
import { nameRuleOf, ruleQuery } from '../../../lib/rule-query.js';
import { useMay } from '../../../lib/session.js';
import { useCreateRegistration } from '../api/create-registration.js';
import { clientsQuery } from '../api/list-clients.js';
import { PageFace } from '@daiban/ui';

/** Which refusals of the API are about which field. */
const FIELD_CODES = {
  clientId: ['client.'],
  accountType: ['account_type.'],
  'subject.type': ['subject.type', 'subject.class'],
  'subject.name': ['subject.name'],
  'subject.code': ['uscc.', 'licence_code.', 'organisation_code.', 'subject.code'],
  'subject.countryCode': ['subject.country', 'region.'],
  route: ['route.'],
  proposedName: ['account_name.', 'name.'],
  accountEmail: ['email.'],
} as const;

/** A unified social credit code's length: longer codes there are none. */
const CODE_LENGTH = 18;

export function NewRegistrationPage() {
  const { t, locale } = useLocale();
  const given = useSearch({ from: '/shell/registrations/new' });
  const navigate = useNavigate();
  const mayCreate = useMay('registrations.write');
  const clients = useQuery(clientsQuery);
  const create = useCreateRegistration();
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState({
    clientId: given.clientId ?? '',
    accountType: given.accountType ?? 'service',
    subjectType: given.subjectType ?? 'enterprise',
    subjectClass: '' as (typeof SUBJECT_CLASSES)[number] | '',
    subjectName: '',
    subjectCode: '',
    countryCode: given.countryCode ?? 'CN',
    licenceOf: given.licenceOf ?? 'client',
    route: given.route ?? 'wechat_verification',
    proposedName: '',
    accountEmail: '',
  });
  /** Fields that were left: until then an unfinished number is no problem. */
  const [left, setLeft] = useState({ name: false, code: false, email: false });
  useEffect(() => {
    document.title = `${t('dashboard.registrations.new')} · Daiban`;
  }, [t]);
  const countries = useMemo(() => listCountries(locale), [locale]);
  const set = <Key extends keyof typeof form>(key: Key, value: (typeof form)[Key]): void =>
    setForm((old) => ({ ...old, [key]: value }));
  const inVerification = form.route === 'wechat_verification';
  const units = useQuery(ruleQuery('name.units')).data;
  const unitsVerified = useQuery({ ...ruleQuery('name.units_verified'), enabled: inVerification }).data;
  const nameRule = nameRuleOf(units?.value, inVerification ? unitsVerified?.value : undefined);
  const checked = {
    name: nameRule && form.proposedName.trim() ? checkAccountName(form.proposedName, form.subjectType, nameRule) : null,
    code:
      form.subjectCode.trim() && form.subjectType !== 'individual'
        ? checkLicenceCode(form.subjectCode, form.subjectType)
        : null,
    email: form.accountEmail.trim() ? checkEmail(form.accountEmail) : null,
  };
  const problem = create.error ? describeProblem(create.error, t) : null;
  const { messages, hasMore } = sortFieldProblems(problem, FIELD_CODES);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (create.isPending) return;
    create.mutate(
      {
        attempt,
        body: {
          clientId: form.clientId,
          accountType: form.accountType,
          route: form.route,
          proposedName: form.proposedName.trim(),
          subject: {
            type: form.subjectType,
            name: form.subjectName.trim(),
            countryCode: form.countryCode,
            licenceOf: form.licenceOf,
            ...(form.subjectClass ? { class: form.subjectClass } : {}),
            ...(form.subjectCode.trim() ? { code: form.subjectCode.trim() } : {}),
          },
          ...(given.adviceId ? { adviceId: given.adviceId } : {}),
          ...(form.accountEmail.trim() ? { accountEmail: form.accountEmail.trim() } : {}),
        },
      },
      {
        onSuccess: ({ id }) => void navigate({ to: paths.registration, params: { registrationId: id } }),
        onError: (error) => error instanceof TypeError || setAttempt(crypto.randomUUID()),
      },
    );
  };
  const head = (
    <PageHead>
      <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
        <Link to={paths.registrations}>{t('dashboard.nav.registrations')}</Link>
        <span aria-current="page">{t('dashboard.registrations.new')}</span>
      </nav>
    </PageHead>
  );
  if (!mayCreate) {
    return (
      <>
        {head}
        <PageFace kind="no_permission" title={t('dashboard.no_permission.title')}>
          <p>{t('dashboard.no_permission.write')}</p>
        </PageFace>
      </>
    );
  }
  if (clients.isSuccess && clients.data.items.length === 0) {
    return (
      <>
        {head}
        <PageFace
          kind="empty"
          title={t('dashboard.new.no_client')}
          actions={<ButtonLink to={paths.newClient}>{t('dashboard.new.add_client')}</ButtonLink>}
        >
          <p>{t('dashboard.new.no_client_help')}</p>
        </PageFace>
      </>
    );
  }
  const choose = { value: '', label: t('dashboard.choose') };
  return (
    <>
      {head}
      <form className="page-body form-page" onSubmit={submit}>
        <h1>{t('dashboard.new.title')}</h1>
        <p className="quiet">{t(given.adviceId ? 'advisor.from_advice' : 'dashboard.new.explain')}</p>
        <NativeSelect
          label={t('dashboard.new.client')}
          required
          value={form.clientId}
          error={messages.clientId}
          onChange={(event) => set('clientId', event.currentTarget.value)}
          data={[choose, ...(clients.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <p className="form-aside quiet">
          <Link to={paths.newClient}>{t('dashboard.new.add_client')}</Link>
        </p>
        <ProblemNote error={clients.error} />
        <h2>{t('dashboard.new.account')}</h2>
        <NativeSelect
          label={t('dashboard.new.account_type')}
          description={t('dashboard.new.account_type_help')}
          required
          value={form.accountType}
          error={messages.accountType}
          onChange={(event) =>
            set('accountType', ACCOUNT_TYPES.find((each) => each === event.currentTarget.value) ?? 'service')
          }
          data={ACCOUNT_TYPES.map((value) => ({ value, label: t(`states.account_type.${value}`) }))}
        />
        <div>
          <TextInput
            label={t('dashboard.new.name')}
            description={t('dashboard.new.name_help')}
            required
            maxLength={200}
            autoComplete="off"
            value={form.proposedName}
            error={messages.proposedName}
            onBlur={() => setLeft((old) => ({ ...old, name: true }))}
            onChange={(event) => set('proposedName', event.currentTarget.value)}
          />
          <IdentifierNote
            check={checked.name}
            isDone={left.name}
            fine={
              checked.name && nameRule
                ? t('checks.units', {
                    units: countNameUnits(checked.name.normalised ?? ''),
                    maxUnits: nameRule.maxUnits,
                  })
                : undefined
            }
            onTake={(value) => set('proposedName', value)}
          />
        </div>
        <h2>{t('dashboard.new.subject')}</h2>
        <NativeSelect
          label={t('dashboard.new.subject_type')}
          required
          value={form.subjectType}
          error={messages['subject.type']}
          onChange={(event) => {
            const type = SUBJECT_TYPES.find((each) => each === event.currentTarget.value) ?? 'enterprise';
            // A start that fits most cases; the API says no where it does not.
            setForm((old) => ({
              ...old,
              subjectType: type,
              route: type === 'individual' ? 'identity_scan' : 'wechat_verification',
            }));
          }}
          data={SUBJECT_TYPES.map((value) => ({ value, label: t(`states.subject_type.${value}`) }))}
        />
        <NativeSelect
          label={t('dashboard.new.subject_class')}
          description={t('dashboard.new.subject_class_help')}
          value={form.subjectClass}
          onChange={(event) =>
            set('subjectClass', SUBJECT_CLASSES.find((each) => each === event.currentTarget.value) ?? '')
          }
          data={[
            { value: '', label: t('dashboard.new.no_class') },
            ...SUBJECT_CLASSES.map((value) => ({ value, label: t(`states.subject_class.${value}`) })),
          ]}
        />
        <TextInput
          label={t('dashboard.new.subject_name')}
          description={t('dashboard.new.subject_name_help')}
          required
          maxLength={200}
          autoComplete="off"
          value={form.subjectName}
          error={messages['subject.name']}
          onChange={(event) => set('subjectName', event.currentTarget.value)}
        />
        {form.subjectType === 'individual' ? null : (
          <div>
            <TextInput
              label={t('dashboard.new.subject_code')}
              description={t('dashboard.new.subject_code_help')}
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              value={form.subjectCode}
              error={messages['subject.code']}
              onBlur={() => setLeft((old) => ({ ...old, code: true }))}
              onChange={(event) => set('subjectCode', event.currentTarget.value)}
            />
            <IdentifierNote
              check={messages['subject.code'] ? null : checked.code}
              isDone={left.code || (checked.code?.normalised?.length ?? 0) >= CODE_LENGTH}
              fine={checked.code?.warnings.length === 0 ? t('checks.fits') : undefined}
              onTake={(value) => set('subjectCode', value)}
            />
          </div>
        )}
        <NativeSelect
          label={t('dashboard.new.country')}
          required
          value={form.countryCode}
          error={messages['subject.countryCode']}
          onChange={(event) => set('countryCode', event.currentTarget.value)}
          data={countries}
        />
        <NativeSelect
          label={t('dashboard.new.licence_of')}
          required
          value={form.licenceOf}
          onChange={(event) =>
            set('licenceOf', LICENCE_OWNERS.find((each) => each === event.currentTarget.value) ?? 'client')
          }
          data={LICENCE_OWNERS.map((value) => ({ value, label: t(`states.licence_of.${value}`) }))}
        />
        <NativeSelect
          label={t('dashboard.new.route')}
          required
          value={form.route}
          error={messages.route}
          onChange={(event) =>
            set('route', ROUTES.find((each) => each === event.currentTarget.value) ?? 'wechat_verification')
          }
          data={ROUTES.map((value) => ({ value, label: t(`states.route.${value}`) }))}
        />
        <h2>{t('dashboard.new.email')}</h2>
        <div>
          <TextInput
            type="email"
            label={t('dashboard.new.account_email')}
            description={t('dashboard.new.account_email_help')}
            maxLength={254}
            autoComplete="off"
            value={form.accountEmail}
            error={messages.accountEmail}
            onBlur={() => setLeft((old) => ({ ...old, email: true }))}
            onChange={(event) => set('accountEmail', event.currentTarget.value)}
          />
          <IdentifierNote
            check={messages.accountEmail ? null : checked.email}
            isDone={left.email}
            fine={
              checked.email?.normalised && checked.email.normalised !== form.accountEmail.trim()
                ? t('checks.stored_as', { value: checked.email.normalised })
                : undefined
            }
            onTake={(value) => set('accountEmail', value)}
          />
        </div>
        {hasMore || problem?.kind === 'failed' || problem?.kind === 'offline' ? (
          <ProblemNote error={create.error} />
        ) : null}
        <div className="form-foot">
          <ButtonLink to={paths.registrations} variant="subtle">
            {t('dashboard.cancel')}
          </ButtonLink>
          <Button type="submit" loading={create.isPending}>
            {t('dashboard.new.action')}
          </Button>
        </div>
      </form>
    </>
  );
}
