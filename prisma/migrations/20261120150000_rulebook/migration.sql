-- What the rulebook brings: overrides, calendar years of an agency, advice, operators, raises, ticks of the fill sheet, and the dates of the life after.
-- The first part is generated from prisma/schema; the fences below it are written by hand.

-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "freeze_ends_on" DATE,
ADD COLUMN     "migration_approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "migration_target" JSONB,
ADD COLUMN     "name_changed_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "restriction_kind" TEXT,
ADD COLUMN     "slots_released_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "operator" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "follows_account" BOOLEAN NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_on" DATE,
    "unbound_at" TIMESTAMPTZ(3),
    "bound_by" UUID,

    CONSTRAINT "operator_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "sheet_tick" (
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value_print" TEXT NOT NULL,
    "ticked_by" UUID,
    "ticked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_tick_pkey" PRIMARY KEY ("agency_id","registration_id","field")
);

-- CreateTable
CREATE TABLE "quota_raise" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "registration_id" UUID,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "granted_accounts" SMALLINT,
    "note" TEXT,
    "evidence" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "requested_by" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_raise_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "rule_override" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_override_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "agency_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "days_off" DATE[],
    "make_up_days" DATE[],
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("agency_id","year")
);

-- CreateTable
CREATE TABLE "advice" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "question" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "rulebook_version" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "asked_by" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "advice_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "operator_agency_id_registration_id_idx" ON "operator"("agency_id", "registration_id");

-- CreateIndex
CREATE INDEX "operator_agency_id_person_id_idx" ON "operator"("agency_id", "person_id");

-- CreateIndex
CREATE INDEX "quota_raise_agency_id_subject_id_requested_at_idx" ON "quota_raise"("agency_id", "subject_id", "requested_at");

-- CreateIndex
CREATE INDEX "rule_override_agency_id_rule_id_valid_from_created_at_idx" ON "rule_override"("agency_id", "rule_id", "valid_from", "created_at");

-- CreateIndex
CREATE INDEX "advice_agency_id_asked_at_id_idx" ON "advice"("agency_id", "asked_at", "id");

-- AddForeignKey
ALTER TABLE "operator" ADD CONSTRAINT "operator_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "operator" ADD CONSTRAINT "operator_agency_id_person_id_fkey" FOREIGN KEY ("agency_id", "person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sheet_tick" ADD CONSTRAINT "sheet_tick_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quota_raise" ADD CONSTRAINT "quota_raise_agency_id_subject_id_fkey" FOREIGN KEY ("agency_id", "subject_id") REFERENCES "subject"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quota_raise" ADD CONSTRAINT "quota_raise_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- A raise belongs to the subject: `quota_raise` takes the place of this column, which nothing could ever set.
ALTER TABLE registration DROP COLUMN quota_raise_state;

-- Words. The lists are those of packages/domain/src/enumerations; a test compares.
ALTER TABLE registration ADD CONSTRAINT registration_restriction_kind_check CHECK (restriction_kind IN ('dormant', 'struck_off', 'banned', 'other'));
ALTER TABLE operator ADD CONSTRAINT operator_term_check CHECK (term IN ('long', 'short'));
ALTER TABLE operator ADD CONSTRAINT operator_ends_on_check CHECK ((term = 'short') = (ends_on IS NOT NULL));
ALTER TABLE quota_raise ADD CONSTRAINT quota_raise_state_check CHECK (state IN ('requested', 'pre_approved', 'granted', 'refused'));
ALTER TABLE quota_raise ADD CONSTRAINT quota_raise_granted_accounts_check CHECK ((state = 'granted') = (granted_accounts IS NOT NULL) AND (granted_accounts IS NULL OR granted_accounts >= 1));
ALTER TABLE advice ADD CONSTRAINT advice_verdict_check CHECK (verdict IN ('allowed', 'refused', 'unknown'));
ALTER TABLE calendar_year ADD CONSTRAINT calendar_year_year_check CHECK (year BETWEEN 2000 AND 2199);

-- Races that a count cannot see: one seat a person and account, one raise of a subject at a time.
CREATE UNIQUE INDEX operator_bound_key ON operator (agency_id, registration_id, person_id) WHERE unbound_at IS NULL;
CREATE UNIQUE INDEX quota_raise_open_key ON quota_raise (agency_id, subject_id) WHERE state IN ('requested', 'pre_approved');

-- Row-level security: with no agency set there are no rows; another agency's rows do not exist.
ALTER TABLE rule_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_override FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON rule_override TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT ON rule_override TO daiban_app;

ALTER TABLE calendar_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_year FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON calendar_year TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON calendar_year TO daiban_app;

ALTER TABLE advice ENABLE ROW LEVEL SECURITY;
ALTER TABLE advice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON advice TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT ON advice TO daiban_app;

ALTER TABLE operator ENABLE ROW LEVEL SECURITY;
ALTER TABLE operator FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON operator TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON operator TO daiban_app;

ALTER TABLE sheet_tick ENABLE ROW LEVEL SECURITY;
ALTER TABLE sheet_tick FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON sheet_tick TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON sheet_tick TO daiban_app;

ALTER TABLE quota_raise ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota_raise FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON quota_raise TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON quota_raise TO daiban_app;

-- A demo starts over with these gone too.
CREATE OR REPLACE FUNCTION reset_demo() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
BEGIN
  IF NOT EXISTS (SELECT FROM installation WHERE demo) THEN
    RAISE EXCEPTION 'only a demo installation can be reset' USING ERRCODE = '42501';
  END IF;
  TRUNCATE agency, member, api_key, idempotency_record, client, client_contact, portal_link, portal_session, subject, person, account_elsewhere, consent,
    registration, verification_order, prerequisite, sign_off, account_email, account_email_check, slot, running_transfer, history_entry, history_seal,
    registration_search, delivery, import_run, import_row,
    rule_override, calendar_year, advice, operator, sheet_tick, quota_raise, auth."user", auth.session, auth.account, auth.verification;
END;
$fn$;

-- Who calls, now with the agency's Chinese name; `lookup_member` was called by nobody.
DROP FUNCTION lookup_member(uuid), lookup_session(text, timestamptz), lookup_api_key(bytea);

-- session token → member, in one look
CREATE FUNCTION lookup_session(p_token text, p_now timestamptz)
RETURNS TABLE (agency_id uuid, member_id uuid, user_id uuid, name text, email text, role text, locale text, agency_name text, agency_name_zh text, agency_time_zone text, agency_locale text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT m.agency_id, m.id, m.user_id, m.name, m.email, m.role, m.locale, a.name, a.name_zh, a.time_zone, a.locale, s."expiresAt"
  FROM auth.session s JOIN member m ON m.user_id = s."userId" JOIN agency a ON a.id = m.agency_id
  WHERE s.token = p_token AND s."expiresAt" > p_now AND m.disabled_at IS NULL
$fn$;

-- API key → agency
CREATE FUNCTION lookup_api_key(p_hash bytea)
RETURNS TABLE (agency_id uuid, key_id uuid, member_id uuid, key_name text, role text, member_role text, locale text, agency_name text, agency_name_zh text, agency_time_zone text, agency_locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT k.agency_id, k.id, k.member_id, k.name, k.role, m.role, m.locale, a.name, a.name_zh, a.time_zone, a.locale
  FROM api_key k JOIN member m ON m.agency_id = k.agency_id AND m.id = k.member_id JOIN agency a ON a.id = k.agency_id
  WHERE k.key_hash = p_hash AND k.revoked_at IS NULL AND m.disabled_at IS NULL
$fn$;

DO $do$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO daiban_lookup;
  FOREACH f IN ARRAY ARRAY['lookup_session(text, timestamptz)', 'lookup_api_key(bytea)']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO daiban_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO daiban_lookup', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM daiban_lookup;
END;
$do$;
