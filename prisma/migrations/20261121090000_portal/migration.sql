-- What the portal brings: keys, documents, review sittings, appointments, messages, codes, texts, requests and leads; links of several kinds.
-- The first part is generated from prisma/schema; the fences below it are written by hand.

-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "address" TEXT,
ADD COLUMN     "brand_colour" TEXT,
ADD COLUMN     "contact_email" TEXT,
ADD COLUMN     "legal_name" TEXT,
ADD COLUMN     "slug" TEXT,
ADD COLUMN     "website" TEXT;

-- AlterTable
ALTER TABLE "client" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "about_id" UUID,
ADD COLUMN     "member_id" UUID,
ADD COLUMN     "person_id" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "email" TEXT,
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'zh',
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai';

-- AlterTable
ALTER TABLE "portal_link" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'contact',
ADD COLUMN     "label" TEXT,
ADD COLUMN     "person_id" UUID,
ADD COLUMN     "prerequisite_id" UUID,
ADD COLUMN     "registration_id" UUID,
ALTER COLUMN "contact_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "prerequisite" ADD COLUMN     "submitted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "installation_key" (
    "name" TEXT NOT NULL,
    "kek_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_key_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "client_id" UUID,
    "kek_id" TEXT NOT NULL,
    "wrapped" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "shredded_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "prerequisite_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "page" SMALLINT NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "refusal_code" TEXT,
    "media_type" TEXT,
    "byte_length" INTEGER NOT NULL,
    "received_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "kept_sha256" BYTEA,
    "page_count" SMALLINT,
    "object_key" TEXT,
    "reused_from_id" UUID,
    "uploaded_by_kind" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "deletion_reason" TEXT,
    "deletion_proof" JSONB,

    CONSTRAINT "document_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "review_sitting" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "decisions" JSONB NOT NULL,

    CONSTRAINT "review_sitting_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "offered_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "registration_id" UUID,
    "audience" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "body_sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "portal_code" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "portal_code_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "agency_text" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "body" TEXT NOT NULL,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_text_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "client_id" UUID,
    "contact_id" UUID,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "body_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "answer_sealed" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "company" TEXT,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "body_sealed" BYTEA,
    "advice_id" UUID,
    "text_version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "data_key_agency_id_client_id_idx" ON "data_key"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "document_agency_id_registration_id_idx" ON "document"("agency_id", "registration_id");

-- CreateIndex
CREATE INDEX "document_agency_id_prerequisite_id_version_page_idx" ON "document"("agency_id", "prerequisite_id", "version", "page");

-- CreateIndex
CREATE INDEX "document_agency_id_state_uploaded_at_idx" ON "document"("agency_id", "state", "uploaded_at");

-- CreateIndex
CREATE INDEX "review_sitting_agency_id_registration_id_started_at_idx" ON "review_sitting"("agency_id", "registration_id", "started_at");

-- CreateIndex
CREATE INDEX "appointment_agency_id_registration_id_starts_at_idx" ON "appointment"("agency_id", "registration_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_agency_id_starts_at_idx" ON "appointment"("agency_id", "starts_at");

-- CreateIndex
CREATE INDEX "message_agency_id_client_id_written_at_id_idx" ON "message"("agency_id", "client_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "message_agency_id_registration_id_written_at_id_idx" ON "message"("agency_id", "registration_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "portal_code_agency_id_contact_id_created_at_idx" ON "portal_code"("agency_id", "contact_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "agency_text_agency_id_kind_version_locale_key" ON "agency_text"("agency_id", "kind", "version", "locale");

-- CreateIndex
CREATE INDEX "data_request_agency_id_state_due_on_idx" ON "data_request"("agency_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "lead_agency_id_state_left_at_id_idx" ON "lead"("agency_id", "state", "left_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agency_slug_key" ON "agency"("slug");

-- CreateIndex
CREATE INDEX "portal_link_agency_id_client_id_idx" ON "portal_link"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "portal_link_agency_id_person_id_idx" ON "portal_link"("agency_id", "person_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_agency_id_prerequisite_id_fkey" FOREIGN KEY ("agency_id", "prerequisite_id") REFERENCES "prerequisite"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_sitting" ADD CONSTRAINT "review_sitting_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_agency_id_person_id_fkey" FOREIGN KEY ("agency_id", "person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "portal_code" ADD CONSTRAINT "portal_code_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "client_contact"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_agency_id_person_id_fkey" FOREIGN KEY ("agency_id", "person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "portal_link" ADD CONSTRAINT "portal_link_agency_id_person_id_fkey" FOREIGN KEY ("agency_id", "person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Words. The lists are those of packages/domain/src/enumerations; a test compares.
ALTER TABLE consent DROP CONSTRAINT consent_purpose_check;
ALTER TABLE consent ADD CONSTRAINT consent_purpose_check CHECK (purpose IN ('admin_identity', 'identity_documents', 'cross_border_transfer'));
ALTER TABLE portal_link ADD CONSTRAINT portal_link_kind_check CHECK (kind IN ('contact', 'boardroom', 'item', 'admin_person', 'preview'));
ALTER TABLE portal_link ADD CONSTRAINT portal_link_whom_check CHECK (
  (kind NOT IN ('contact', 'preview') OR contact_id IS NOT NULL)
  AND (kind = 'admin_person') = (person_id IS NOT NULL)
  AND (kind = 'item') = (prerequisite_id IS NOT NULL)
  AND (kind NOT IN ('admin_person', 'item') OR registration_id IS NOT NULL));
ALTER TABLE document ADD CONSTRAINT document_state_check CHECK (state IN ('receiving', 'quarantined', 'available', 'refused', 'deleted'));
ALTER TABLE document ADD CONSTRAINT document_media_type_check CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf'));
ALTER TABLE document ADD CONSTRAINT document_deletion_reason_check CHECK (deletion_reason IN ('retention', 'consent_withdrawn', 'erasure', 'replaced', 'taken_back'));
ALTER TABLE document ADD CONSTRAINT document_refusal_check CHECK ((state = 'refused') = (refusal_code IS NOT NULL) OR state = 'deleted');
ALTER TABLE document ADD CONSTRAINT document_available_check CHECK (state <> 'available' OR (media_type IS NOT NULL AND object_key IS NOT NULL));
ALTER TABLE document ADD CONSTRAINT document_deleted_check CHECK ((state = 'deleted') = (deleted_at IS NOT NULL) AND (state <> 'deleted' OR (object_key IS NULL AND deletion_reason IS NOT NULL)));
ALTER TABLE document ADD CONSTRAINT document_sizes_check CHECK (version >= 1 AND page >= 1 AND byte_length >= 0 AND received_bytes BETWEEN 0 AND byte_length);
ALTER TABLE document ADD CONSTRAINT document_uploaded_by_kind_check CHECK (uploaded_by_kind IN ('member', 'api_key', 'contact', 'admin_person', 'system', 'wechat'));
ALTER TABLE appointment ADD CONSTRAINT appointment_state_check CHECK (state IN ('offered', 'booked', 'ready', 'kept', 'missed', 'cancelled'));
ALTER TABLE appointment ADD CONSTRAINT appointment_minutes_check CHECK (minutes BETWEEN 5 AND 240);
ALTER TABLE message ADD CONSTRAINT message_audience_check CHECK (audience IN ('client', 'internal'));
ALTER TABLE message ADD CONSTRAINT message_author_kind_check CHECK (author_kind IN ('member', 'api_key', 'contact', 'admin_person', 'system', 'wechat'));
ALTER TABLE agency_text ADD CONSTRAINT agency_text_kind_check CHECK (kind IN ('privacy_notice', 'accessibility', 'consent.admin_identity', 'consent.identity_documents', 'consent.cross_border_transfer'));
ALTER TABLE agency_text ADD CONSTRAINT agency_text_locale_check CHECK (locale IN ('en', 'zh'));
ALTER TABLE data_request ADD CONSTRAINT data_request_kind_check CHECK (kind IN ('correction', 'deletion', 'copy'));
ALTER TABLE data_request ADD CONSTRAINT data_request_state_check CHECK (state IN ('open', 'done', 'refused'));
ALTER TABLE data_request ADD CONSTRAINT data_request_asker_check CHECK ((contact_id IS NULL) <> (person_id IS NULL));
ALTER TABLE data_request ADD CONSTRAINT data_request_closed_check CHECK ((state = 'open') = (closed_at IS NULL));
ALTER TABLE lead ADD CONSTRAINT lead_state_check CHECK (state IN ('new', 'contacted', 'won', 'closed'));
ALTER TABLE lead ADD CONSTRAINT lead_locale_check CHECK (locale IN ('en', 'zh'));
ALTER TABLE person ADD CONSTRAINT person_locale_check CHECK (locale IN ('en', 'zh'));
ALTER TABLE agency ADD CONSTRAINT agency_slug_check CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$');
ALTER TABLE agency ADD CONSTRAINT agency_brand_colour_check CHECK (brand_colour ~ '^#[0-9a-f]{6}$');
ALTER TABLE delivery ADD CONSTRAINT delivery_receiver_check CHECK (num_nonnulls(contact_id, person_id, member_id) <= 1);

-- Races that a count cannot see.
CREATE UNIQUE INDEX data_key_active_key ON data_key (agency_id, client_id) WHERE retired_at IS NULL AND client_id IS NOT NULL;
CREATE UNIQUE INDEX data_key_active_agency_key ON data_key (agency_id) WHERE retired_at IS NULL AND client_id IS NULL;
CREATE UNIQUE INDEX document_page_key ON document (agency_id, prerequisite_id, version, page) WHERE state NOT IN ('refused', 'deleted');
-- Deleted, and the proof that the file store no longer has it still outstanding.
CREATE INDEX document_unsettled_index ON document (agency_id) WHERE state = 'deleted' AND deletion_proof ->> 'goneAt' IS NULL;
CREATE UNIQUE INDEX appointment_standing_key ON appointment (agency_id, registration_id) WHERE state IN ('booked', 'ready');
CREATE UNIQUE INDEX review_sitting_open_key ON review_sitting (agency_id, registration_id, member_id) WHERE finished_at IS NULL;

-- What open dashboards ask all day: messages nobody read, papers nobody looked at.
CREATE INDEX message_unread_index ON message (agency_id, client_id, registration_id) WHERE read_at IS NULL AND audience = 'client';
CREATE INDEX prerequisite_submitted_index ON prerequisite (agency_id, submitted_at) WHERE state = 'submitted';

-- Row-level security: with no agency set there are no rows; another agency's rows do not exist.
ALTER TABLE data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON data_key TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON data_key TO daiban_app;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON document TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON document TO daiban_app;

ALTER TABLE review_sitting ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_sitting FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON review_sitting TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON review_sitting TO daiban_app;

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON appointment TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON appointment TO daiban_app;

ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON message TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON message TO daiban_app;

ALTER TABLE portal_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_code FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON portal_code TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON portal_code TO daiban_app;

ALTER TABLE agency_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON agency_text TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT ON agency_text TO daiban_app;

ALTER TABLE data_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_request FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON data_request TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON data_request TO daiban_app;

ALTER TABLE lead ENABLE ROW LEVEL SECURITY;
ALTER TABLE lead FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON lead TO daiban_app USING (agency_id = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK (agency_id = nullif(current_setting('app.agency', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON lead TO daiban_app;

-- Secrets of the installation, wrapped: of no agency.
GRANT SELECT, INSERT, UPDATE ON installation_key TO daiban_app;

-- What was submitted stays as it was, until its client is erased. A note beside a check of an address may name a mailbox's owner.
CREATE OR REPLACE FUNCTION refuse_sealed_sheet_change() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  IF NEW.sealed_sheet IS NULL AND EXISTS (SELECT FROM client c WHERE c.agency_id = NEW.agency_id AND c.id = NEW.client_id AND c.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the sealed sheet of a registration never changes' USING ERRCODE = '42501';
END;
$fn$;
GRANT UPDATE (evidence) ON account_email_check TO daiban_app;

-- A demo starts over with these gone too. Keys stay: its agency keeps its id, and a process may still hold one for a moment.
CREATE OR REPLACE FUNCTION reset_demo() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
BEGIN
  IF NOT EXISTS (SELECT FROM installation WHERE demo) THEN
    RAISE EXCEPTION 'only a demo installation can be reset' USING ERRCODE = '42501';
  END IF;
  TRUNCATE agency, member, api_key, idempotency_record, client, client_contact, portal_link, portal_session, subject, person, account_elsewhere, consent,
    registration, verification_order, prerequisite, sign_off, account_email, account_email_check, slot, running_transfer, history_entry, history_seal,
    registration_search, delivery, import_run, import_row,
    rule_override, calendar_year, advice, operator, sheet_tick, quota_raise,
    document, review_sitting, appointment, message, portal_code, agency_text, data_request, lead,
    auth."user", auth.session, auth.account, auth.verification;
END;
$fn$;

-- What a link is for is looked up with it. A person's row is not read here: the page of an administrator reads it under the agency.
DROP FUNCTION lookup_portal_link(bytea), lookup_portal_session(bytea, timestamptz);
GRANT SELECT (kind, person_id, registration_id, prerequisite_id) ON portal_link TO daiban_lookup;
GRANT SELECT (email, client_id) ON client_contact TO daiban_lookup;
GRANT SELECT (erased_at) ON client TO daiban_lookup;
GRANT SELECT (slug) ON agency TO daiban_lookup;
CREATE INDEX client_contact_email_index ON client_contact (lower(email)) WHERE removed_at IS NULL;

-- portal link → whom it lets in
CREATE FUNCTION lookup_portal_link(p_hash bytea)
RETURNS TABLE (agency_id uuid, link_id uuid, kind text, client_id uuid, contact_id uuid, person_id uuid, registration_id uuid, prerequisite_id uuid, expires_at timestamptz, revoked_at timestamptz, contact_removed_at timestamptz, client_erased_at timestamptz, agency_name text, agency_name_zh text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT l.agency_id, l.id, l.kind, l.client_id, l.contact_id, l.person_id, l.registration_id, l.prerequisite_id, l.expires_at, l.revoked_at, c.removed_at, cl.erased_at, a.name, a.name_zh, cl.locale
  FROM portal_link l
  LEFT JOIN client_contact c ON c.agency_id = l.agency_id AND c.id = l.contact_id
  JOIN client cl ON cl.agency_id = l.agency_id AND cl.id = l.client_id
  JOIN agency a ON a.id = l.agency_id
  WHERE l.token_hash = p_hash
$fn$;

-- portal session → who visits; a revoked link, a removed contact or an erased client ends it at once
CREATE FUNCTION lookup_portal_session(p_hash bytea, p_now timestamptz)
RETURNS TABLE (agency_id uuid, session_id uuid, link_id uuid, kind text, client_id uuid, contact_id uuid, contact_name text, person_id uuid, registration_id uuid, prerequisite_id uuid, locale text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT s.agency_id, s.id, l.id, l.kind, l.client_id, l.contact_id, c.name, l.person_id, l.registration_id, l.prerequisite_id, cl.locale, cl.time_zone
  FROM portal_session s
  JOIN portal_link l ON l.agency_id = s.agency_id AND l.id = s.link_id
  LEFT JOIN client_contact c ON c.agency_id = l.agency_id AND c.id = l.contact_id
  JOIN client cl ON cl.agency_id = l.agency_id AND cl.id = l.client_id
  WHERE s.token_hash = p_hash AND s.expires_at > p_now AND s.ended_at IS NULL
    AND l.revoked_at IS NULL AND l.expires_at > p_now AND c.removed_at IS NULL AND cl.erased_at IS NULL
$fn$;

-- address → contacts who may be sent a code
CREATE FUNCTION lookup_contacts_by_email(p_email text)
RETURNS TABLE (agency_id uuid, contact_id uuid, client_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT c.agency_id, c.id, c.client_id FROM client_contact c
  JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
  WHERE lower(c.email) = lower(p_email) AND c.removed_at IS NULL AND cl.erased_at IS NULL
  ORDER BY c.id LIMIT 20
$fn$;

-- public address → agency
CREATE FUNCTION lookup_agency_by_slug(p_slug text)
RETURNS TABLE (agency_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
  SELECT id FROM agency WHERE slug = p_slug
$fn$;

DO $do$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA public TO daiban_lookup;
  FOREACH f IN ARRAY ARRAY['lookup_portal_link(bytea)', 'lookup_portal_session(bytea, timestamptz)', 'lookup_contacts_by_email(text)', 'lookup_agency_by_slug(text)']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO daiban_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO daiban_lookup', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM daiban_lookup;
END;
$do$;
