-- The fences: what the application cannot break even where it is wrong. Written by hand.
-- Runs as daiban_owner; the roles belong to the cluster and are made before any migration (docs/operations.md).

-- 1. Words. The lists are those of packages/domain/src/enumerations; a test compares.
ALTER TABLE agency ADD CONSTRAINT agency_locale_check CHECK (locale IN ('en', 'zh'));
ALTER TABLE member ADD CONSTRAINT member_role_check CHECK (role IN ('owner', 'manager', 'specialist', 'viewer'));
ALTER TABLE member ADD CONSTRAINT member_locale_check CHECK (locale IN ('en', 'zh'));
ALTER TABLE api_key ADD CONSTRAINT api_key_role_check CHECK (role IN ('owner', 'manager', 'specialist', 'viewer'));
ALTER TABLE client ADD CONSTRAINT client_locale_check CHECK (locale IN ('en', 'zh'));
ALTER TABLE subject ADD CONSTRAINT subject_type_check CHECK (type IN ('individual', 'sole_proprietor', 'enterprise', 'media', 'government', 'other_organisation', 'overseas_enterprise'));
ALTER TABLE subject ADD CONSTRAINT subject_class_check CHECK (class IN ('enterprise_media', 'institution_media', 'public_institution', 'non_profit', 'civilian_non_enterprise', 'for_profit_organisation', 'social_group', 'foundation', 'foreign_mission'));
ALTER TABLE subject ADD CONSTRAINT subject_licence_of_check CHECK (licence_of IN ('client', 'agency', 'partner'));
ALTER TABLE subject ADD CONSTRAINT subject_standing_check CHECK (standing IN ('active', 'struck_off', 'unknown'));
ALTER TABLE person ADD CONSTRAINT person_id_kind_check CHECK (id_kind IN ('resident_id', 'hk_mo_tw_permit', 'permanent_resident', 'passport', 'other'));
ALTER TABLE person ADD CONSTRAINT person_employer_check CHECK (employer IN ('registrant', 'agency', 'other'));
ALTER TABLE consent ADD CONSTRAINT consent_purpose_check CHECK (purpose IN ('admin_identity', 'cross_border_transfer'));
ALTER TABLE registration ADD CONSTRAINT registration_account_type_check CHECK (account_type IN ('subscription', 'service', 'mini_program', 'wecom'));
ALTER TABLE registration ADD CONSTRAINT registration_route_check CHECK (route IN ('wechat_verification', 'small_transfer', 'legal_representative', 'identity_scan'));
ALTER TABLE registration ADD CONSTRAINT registration_state_check CHECK (state IN ('draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification', 'ready_to_submit', 'proving_subject', 'live', 'restricted', 'migrating', 'closing', 'lapsed', 'withdrawn', 'closed', 'migrated', 'handed_over'));
ALTER TABLE registration ADD CONSTRAINT registration_holder_check CHECK (holder IN ('agency', 'client', 'admin_person', 'tencent', 'none'));
ALTER TABLE registration ADD CONSTRAINT registration_board_stage_check CHECK (board_stage IN ('draft', 'prerequisites', 'email', 'admin_verification', 'ready', 'proof', 'fee', 'review', 'supplement', 'rejected', 'live', 'renewal_due', 'renewal_in_progress', 'verification_expired', 'restricted', 'migrating', 'closing', 'lapsed', 'closed'));
ALTER TABLE registration ADD CONSTRAINT registration_until_provenance_check CHECK (until_provenance IN ('wechat_event', 'wechat_api', 'screenshot', 'typed_countersigned', 'typed', 'assumed'));
ALTER TABLE registration ADD CONSTRAINT registration_verification_provenance_check CHECK (verification_provenance IN ('wechat_event', 'wechat_api', 'screenshot', 'typed_countersigned', 'typed', 'assumed'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_kind_check CHECK (kind IN ('first', 'renewal', 're_verification', 'rename'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_state_check CHECK (state IN ('preparing', 'awaiting_fee', 'awaiting_dispatch', 'in_review', 'awaiting_supplement', 'passed', 'failed', 'payment_expired', 'cancelled'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_payer_check CHECK (payer IN ('client', 'agency'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_qualification_check CHECK (qualification IN ('pending', 'passed', 'failed'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_naming_check CHECK (naming IN ('pending', 'passed', 'failed', 'unchanged'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_payment_means_check CHECK (payment_means IN ('wechat_pay', 'bank_transfer'));
ALTER TABLE verification_order ADD CONSTRAINT verification_order_invoice_kind_check CHECK (invoice_kind IN ('none', 'e_invoice', 'vat_special'));
ALTER TABLE prerequisite ADD CONSTRAINT prerequisite_holder_check CHECK (holder IN ('agency', 'client', 'admin_person', 'tencent', 'none'));
ALTER TABLE prerequisite ADD CONSTRAINT prerequisite_state_check CHECK (state IN ('open', 'submitted', 'accepted', 'returned'));
ALTER TABLE account_email ADD CONSTRAINT account_email_state_check CHECK (state IN ('free', 'reserved', 'in_use', 'cooling', 'recheck', 'blocked'));
ALTER TABLE account_email_check ADD CONSTRAINT account_email_check_result_check CHECK (result IN ('unused', 'used_by_wechat_product', 'open_platform', 'personal_wechat', 'unknown'));
ALTER TABLE account_email_check ADD CONSTRAINT account_email_check_evidence_rank_check CHECK (evidence_rank IN ('wechat_event', 'wechat_api', 'screenshot', 'typed'));
ALTER TABLE slot ADD CONSTRAINT slot_kind_check CHECK (kind IN ('subject', 'admin_id', 'admin_phone', 'admin_wechat'));
ALTER TABLE slot ADD CONSTRAINT slot_state_check CHECK (state IN ('planned', 'reserved'));
ALTER TABLE history_entry ADD CONSTRAINT history_entry_voice_check CHECK (voice IN ('we_did', 'we_heard', 'the_clock'));
ALTER TABLE history_entry ADD CONSTRAINT history_entry_visibility_check CHECK (visibility IN ('internal', 'client'));
ALTER TABLE history_entry ADD CONSTRAINT history_entry_actor_kind_check CHECK (actor_kind IN ('member', 'api_key', 'contact', 'admin_person', 'system', 'wechat'));
ALTER TABLE delivery ADD CONSTRAINT delivery_state_check CHECK (state IN ('queued', 'sending', 'accepted', 'bounced', 'skipped', 'dead'));
ALTER TABLE delivery ADD CONSTRAINT delivery_locale_check CHECK (locale IN ('en', 'zh'));

-- 2. One of each, whoever is faster.
-- An address is active in one agency of the whole installation only.
CREATE UNIQUE INDEX account_email_active_key ON account_email (address_index) WHERE state IN ('reserved', 'in_use', 'cooling');
-- A registration has one open order at a time.
CREATE UNIQUE INDEX verification_order_open_key ON verification_order (agency_id, registration_id) WHERE state IN ('preparing', 'awaiting_fee', 'awaiting_dispatch', 'in_review', 'awaiting_supplement');
-- A licence code is one subject in an agency, under whichever client it is used; the look-up by code goes the same way.
CREATE UNIQUE INDEX subject_code_key ON subject (agency_id, code) WHERE code IS NOT NULL;
-- A paper is asked for once a registration, and once an order.
CREATE UNIQUE INDEX prerequisite_once_key ON prerequisite (agency_id, registration_id, coalesce(order_id, '00000000-0000-0000-0000-000000000000'::uuid), code);
-- A person's agreement to a purpose stands once for a registration.
CREATE UNIQUE INDEX consent_standing_key ON consent (agency_id, registration_id, person_id, purpose) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX sign_off_standing_key ON sign_off (agency_id, registration_id) WHERE voided_at IS NULL;
-- Addresses at which people sign in or are written to are told apart without case.
CREATE UNIQUE INDEX member_email_key ON member (agency_id, lower(email));

-- 3. What belongs together.
ALTER TABLE slot ADD CONSTRAINT slot_position_check CHECK ((state = 'reserved') = (position IS NOT NULL) AND (position IS NULL OR position >= 1));
ALTER TABLE account_elsewhere ADD CONSTRAINT account_elsewhere_owner_check CHECK (num_nonnulls(subject_id, person_id) = 1);
ALTER TABLE person ADD CONSTRAINT person_sealed_check CHECK ((id_number_sealed IS NULL) = (id_number_index IS NULL) AND (phone_sealed IS NULL) = (phone_index IS NULL));
ALTER TABLE account_email ADD CONSTRAINT account_email_holder_check CHECK (holder IN ('agency', 'client'));
ALTER TABLE account_email ADD CONSTRAINT account_email_registration_check CHECK (state NOT IN ('reserved', 'in_use', 'cooling') OR registration_id IS NOT NULL);
ALTER TABLE verification_order ADD CONSTRAINT verification_order_money_check CHECK ((fee_amount_minor IS NULL) = (fee_currency IS NULL) AND (paid_amount_minor IS NULL) = (paid_currency IS NULL) AND fee_amount_minor >= 0 AND paid_amount_minor >= 0);
ALTER TABLE registration ALTER COLUMN name_alternatives SET NOT NULL;
ALTER TABLE registration_search ALTER COLUMN terms SET NOT NULL;
ALTER TABLE installation ADD CONSTRAINT installation_single_check CHECK (id = 1);
ALTER TABLE installation ADD CONSTRAINT installation_demo_check CHECK (demo OR demo_now IS NULL);
ALTER TABLE work_calendar_day ADD CONSTRAINT work_calendar_day_kind_check CHECK (kind IN ('off', 'make_up'));

-- 4. The history is only ever added to; a demo installation alone may be emptied as a whole.
CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $fn$
BEGIN
  IF TG_OP = 'TRUNCATE' AND EXISTS (SELECT FROM installation WHERE demo) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the history is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END;
$fn$;
CREATE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE ON history_entry FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER history_entry_never_emptied BEFORE TRUNCATE ON history_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER history_seal_append_only BEFORE UPDATE OR DELETE ON history_seal FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER history_seal_never_emptied BEFORE TRUNCATE ON history_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- What was submitted stays as it was.
CREATE FUNCTION refuse_sealed_sheet_change() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  RAISE EXCEPTION 'the sealed sheet of a registration never changes' USING ERRCODE = '42501';
END;
$fn$;
CREATE TRIGGER registration_sealed_sheet BEFORE UPDATE OF sealed_sheet ON registration FOR EACH ROW
  WHEN (OLD.sealed_sheet IS NOT NULL AND NEW.sealed_sheet IS DISTINCT FROM OLD.sealed_sheet AND OLD.state = NEW.state)
  EXECUTE FUNCTION refuse_sealed_sheet_change();

-- 5. Counters of refused and slowed callers; lost in a crash on purpose, owned by no agency.
ALTER TABLE rate_limit SET UNLOGGED;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO daiban_app;

-- 6. Row-level security: with no agency set there are no rows; another agency's rows do not exist.
GRANT USAGE ON SCHEMA public TO daiban_app, daiban_lookup;
ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON agency TO daiban_app USING (id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON agency TO daiban_app;

ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON member TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON member TO daiban_app;

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON api_key TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON api_key TO daiban_app;

ALTER TABLE idempotency_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_record FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON idempotency_record TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_record TO daiban_app;

ALTER TABLE client ENABLE ROW LEVEL SECURITY;
ALTER TABLE client FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON client TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON client TO daiban_app;

ALTER TABLE client_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON client_contact TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON client_contact TO daiban_app;

ALTER TABLE portal_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_link FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON portal_link TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON portal_link TO daiban_app;

ALTER TABLE portal_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_session FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON portal_session TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON portal_session TO daiban_app;

ALTER TABLE subject ENABLE ROW LEVEL SECURITY;
ALTER TABLE subject FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON subject TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON subject TO daiban_app;

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON person TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON person TO daiban_app;

ALTER TABLE account_elsewhere ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_elsewhere FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON account_elsewhere TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_elsewhere TO daiban_app;

ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON consent TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON consent TO daiban_app;

ALTER TABLE registration ENABLE ROW LEVEL SECURITY;
ALTER TABLE registration FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON registration TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON registration TO daiban_app;

ALTER TABLE verification_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification_order FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON verification_order TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON verification_order TO daiban_app;

ALTER TABLE prerequisite ENABLE ROW LEVEL SECURITY;
ALTER TABLE prerequisite FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON prerequisite TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON prerequisite TO daiban_app;

ALTER TABLE sign_off ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_off FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON sign_off TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON sign_off TO daiban_app;

ALTER TABLE account_email ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_email FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON account_email TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON account_email TO daiban_app;

ALTER TABLE account_email_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_email_check FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON account_email_check TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT ON account_email_check TO daiban_app;

ALTER TABLE slot ENABLE ROW LEVEL SECURITY;
ALTER TABLE slot FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON slot TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON slot TO daiban_app;

ALTER TABLE running_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE running_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON running_transfer TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON running_transfer TO daiban_app;

ALTER TABLE history_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON history_entry TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT ON history_entry TO daiban_app;

ALTER TABLE history_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_seal FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON history_seal TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT ON history_seal TO daiban_app;

ALTER TABLE registration_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE registration_search FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON registration_search TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON registration_search TO daiban_app;

ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON delivery TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON delivery TO daiban_app;

ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON import_run TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON import_run TO daiban_app;

ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON import_row TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON import_row TO daiban_app;

-- Rows that belong to the installation.
GRANT SELECT, INSERT, UPDATE ON installation TO daiban_app;
GRANT SELECT, INSERT, UPDATE ON work_calendar_year TO daiban_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON work_calendar_day TO daiban_app;

-- 7. Staff identity: better-auth's own tables under better-auth's own names, in a schema only daiban_auth reads.
CREATE SCHEMA auth;
CREATE TABLE auth."user" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE auth.session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "expiresAt" timestamptz NOT NULL,
  token text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE
);
CREATE INDEX session_user_index ON auth.session ("userId");
CREATE TABLE auth.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" uuid NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_user_index ON auth.account ("userId");
CREATE TABLE auth.verification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier_index ON auth.verification (identifier);
GRANT USAGE ON SCHEMA auth TO daiban_auth, daiban_lookup;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO daiban_auth;

-- 8. What must work before the agency is known: one function each, owned by daiban_lookup, which may read just these columns.
-- The list stands in docs/security.md; a test compares it with the catalogue.
CREATE POLICY lookup ON agency FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, name, name_zh, time_zone, locale) ON agency TO daiban_lookup;
CREATE POLICY lookup ON member FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, user_id, name, email, role, locale, disabled_at) ON member TO daiban_lookup;
CREATE POLICY lookup ON api_key FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, member_id, role, name, key_hash, revoked_at) ON api_key TO daiban_lookup;
CREATE POLICY lookup ON portal_link FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, client_id, contact_id, token_hash, expires_at, revoked_at) ON portal_link TO daiban_lookup;
CREATE POLICY lookup ON portal_session FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, link_id, token_hash, expires_at, ended_at) ON portal_session TO daiban_lookup;
CREATE POLICY lookup ON client_contact FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, name, removed_at) ON client_contact TO daiban_lookup;
CREATE POLICY lookup ON client FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, locale, time_zone) ON client TO daiban_lookup;
CREATE POLICY lookup ON account_email FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (agency_id, address_index, state) ON account_email TO daiban_lookup;
CREATE POLICY lookup ON delivery FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (id, agency_id, state, send_after, retry_at, leased_until, created_at) ON delivery TO daiban_lookup;
CREATE POLICY lookup ON registration_search FOR SELECT TO daiban_lookup USING (true);
GRANT SELECT (registration_id, agency_id, terms) ON registration_search TO daiban_lookup;
GRANT SELECT (token, "userId", "expiresAt") ON auth.session TO daiban_lookup;

-- user → member
CREATE FUNCTION lookup_member(p_user_id uuid)
RETURNS TABLE (agency_id uuid, member_id uuid, name text, email text, role text, locale text, agency_name text, agency_time_zone text, agency_locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT m.agency_id, m.id, m.name, m.email, m.role, m.locale, a.name, a.time_zone, a.locale
  FROM member m JOIN agency a ON a.id = m.agency_id
  WHERE m.user_id = p_user_id AND m.disabled_at IS NULL
$fn$;

-- session token → member, in one look
CREATE FUNCTION lookup_session(p_token text, p_now timestamptz)
RETURNS TABLE (agency_id uuid, member_id uuid, user_id uuid, name text, email text, role text, locale text, agency_name text, agency_time_zone text, agency_locale text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT m.agency_id, m.id, m.user_id, m.name, m.email, m.role, m.locale, a.name, a.time_zone, a.locale, s."expiresAt"
  FROM auth.session s JOIN member m ON m.user_id = s."userId" JOIN agency a ON a.id = m.agency_id
  WHERE s.token = p_token AND s."expiresAt" > p_now AND m.disabled_at IS NULL
$fn$;

-- API key → agency
CREATE FUNCTION lookup_api_key(p_hash bytea)
RETURNS TABLE (agency_id uuid, key_id uuid, member_id uuid, key_name text, role text, member_role text, locale text, agency_name text, agency_time_zone text, agency_locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT k.agency_id, k.id, k.member_id, k.name, k.role, m.role, m.locale, a.name, a.time_zone, a.locale
  FROM api_key k JOIN member m ON m.agency_id = k.agency_id AND m.id = k.member_id JOIN agency a ON a.id = k.agency_id
  WHERE k.key_hash = p_hash AND k.revoked_at IS NULL AND m.disabled_at IS NULL
$fn$;

-- portal link → contact
CREATE FUNCTION lookup_portal_link(p_hash bytea)
RETURNS TABLE (agency_id uuid, link_id uuid, client_id uuid, contact_id uuid, expires_at timestamptz, revoked_at timestamptz, contact_removed_at timestamptz, agency_name text, agency_name_zh text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT l.agency_id, l.id, l.client_id, l.contact_id, l.expires_at, l.revoked_at, c.removed_at, a.name, a.name_zh, cl.locale
  FROM portal_link l
  JOIN client_contact c ON c.agency_id = l.agency_id AND c.id = l.contact_id
  JOIN client cl ON cl.agency_id = l.agency_id AND cl.id = l.client_id
  JOIN agency a ON a.id = l.agency_id
  WHERE l.token_hash = p_hash
$fn$;

-- portal session → contact; a revoked link or a removed contact ends it at once
CREATE FUNCTION lookup_portal_session(p_hash bytea, p_now timestamptz)
RETURNS TABLE (agency_id uuid, session_id uuid, link_id uuid, client_id uuid, contact_id uuid, contact_name text, locale text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT s.agency_id, s.id, l.id, l.client_id, l.contact_id, c.name, cl.locale, cl.time_zone
  FROM portal_session s
  JOIN portal_link l ON l.agency_id = s.agency_id AND l.id = s.link_id
  JOIN client_contact c ON c.agency_id = l.agency_id AND c.id = l.contact_id
  JOIN client cl ON cl.agency_id = l.agency_id AND cl.id = l.client_id
  WHERE s.token_hash = p_hash AND s.expires_at > p_now AND s.ended_at IS NULL
    AND l.revoked_at IS NULL AND l.expires_at > p_now AND c.removed_at IS NULL
$fn$;

-- the sweeps' list of agencies
CREATE FUNCTION lookup_agencies()
RETURNS TABLE (agency_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT id FROM agency ORDER BY id
$fn$;

-- due deliveries over all agencies, oldest first
CREATE FUNCTION lookup_due_deliveries(p_business_now timestamptz, p_system_now timestamptz, p_limit integer)
RETURNS TABLE (agency_id uuid, delivery_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT d.agency_id, d.id FROM delivery d
  WHERE d.state IN ('queued', 'sending') AND d.send_after <= p_business_now
    AND (d.retry_at IS NULL OR d.retry_at <= p_system_now)
    AND (d.leased_until IS NULL OR d.leased_until <= p_system_now)
  ORDER BY d.send_after, d.id LIMIT p_limit
$fn$;
CREATE INDEX delivery_due_index ON delivery (send_after, id) WHERE state IN ('queued', 'sending');

-- is the address active in another agency: yes or no, never which
CREATE FUNCTION lookup_email_elsewhere(p_index bytea, p_agency uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT EXISTS (SELECT FROM account_email e WHERE e.address_index = p_index AND e.agency_id <> p_agency AND e.state IN ('reserved', 'in_use', 'cooling'))
$fn$;

-- text search: `@>` is not leakproof, so under row-level security its index would lie idle; this filters by the agency itself
CREATE FUNCTION search_registrations(p_terms text[])
RETURNS TABLE (registration_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT s.registration_id FROM registration_search s
  WHERE s.terms @> p_terms AND s.agency_id = nullif(current_setting('app.agency', true), '')::uuid
$fn$;

-- the sweep that forgets old Idempotency-Keys of every agency
CREATE POLICY sweep ON idempotency_record FOR ALL TO daiban_lookup USING (true);
GRANT SELECT (expires_at), DELETE ON idempotency_record TO daiban_lookup;
CREATE FUNCTION delete_expired_idempotency_records(p_now timestamptz) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  WITH gone AS (DELETE FROM idempotency_record WHERE expires_at <= p_now RETURNING 1) SELECT count(*)::integer FROM gone
$fn$;

DO $do$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO daiban_lookup;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'public' AND p.prosecdef LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO daiban_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO daiban_lookup', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM daiban_lookup;
END;
$do$;

-- 9. A demo starts over: everything of every agency goes, in a demo installation only. Owned by daiban_owner, since only an owner may empty a table.
CREATE FUNCTION reset_demo() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
BEGIN
  IF NOT EXISTS (SELECT FROM installation WHERE demo) THEN
    RAISE EXCEPTION 'only a demo installation can be reset' USING ERRCODE = '42501';
  END IF;
  TRUNCATE agency, member, api_key, idempotency_record, client, client_contact, portal_link, portal_session, subject, person, account_elsewhere, consent,
    registration, verification_order, prerequisite, sign_off, account_email, account_email_check, slot, running_transfer, history_entry, history_seal,
    registration_search, delivery, import_run, import_row, auth."user", auth.session, auth.account, auth.verification;
END;
$fn$;
REVOKE ALL ON FUNCTION reset_demo() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reset_demo() TO daiban_app;

-- 10. Where the work is.
ALTER TABLE registration SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE verification_order SET (fillfactor = 85);
