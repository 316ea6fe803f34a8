-- The tables, as prisma/schema describes them.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "account_type" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "proposed_name" TEXT NOT NULL,
    "name_alternatives" TEXT[],
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "history_head" BYTEA,
    "history_length" INTEGER NOT NULL DEFAULT 0,
    "rulebook_version" TEXT,
    "admin_person_id" UUID,
    "admin_is_legal_representative" BOOLEAN NOT NULL DEFAULT false,
    "account_email_id" UUID,
    "assignee_id" UUID,
    "created_from_id" UUID,
    "advice_id" UUID,
    "followers" INTEGER,
    "original_id" TEXT,
    "app_id" TEXT,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "sealed_sheet" JSONB,
    "route_started_at" TIMESTAMPTZ(3),
    "proof_state" TEXT NOT NULL DEFAULT 'none',
    "transfer_amount_minor" INTEGER,
    "transfer_currency" TEXT,
    "appointment_at" TIMESTAMPTZ(3),
    "live_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "quota_raise_state" TEXT NOT NULL DEFAULT 'none',
    "renewal_decision" TEXT,
    "renewal_decided_at" TIMESTAMPTZ(3),
    "renewal_decided_by" UUID,
    "imported_conflict" TEXT,
    "verification_qualification" TEXT,
    "verification_naming" TEXT,
    "verified_until" TIMESTAMPTZ(3),
    "verified_until_on" DATE,
    "verification_provenance" TEXT,
    "until_provenance" TEXT,
    "window_opens_on" DATE,
    "verification_inherited" BOOLEAN NOT NULL DEFAULT false,
    "verification_read_at" TIMESTAMPTZ(3),
    "verification_conflict" JSONB,
    "verification_readable" BOOLEAN NOT NULL DEFAULT false,
    "client_heard_at" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL,
    "holder_since" TIMESTAMPTZ(3) NOT NULL,
    "board_stage" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "projected_at" TIMESTAMPTZ(3),
    "expected_from_on" DATE,
    "expected_to_on" DATE,
    "verification_ends_at" TIMESTAMPTZ(3),
    "renewal_opens_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "verification_order" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" INTEGER NOT NULL,
    "wanted_name" TEXT,
    "organisation_size" TEXT,
    "invoice_kind" TEXT,
    "qualification" TEXT NOT NULL DEFAULT 'pending',
    "naming" TEXT NOT NULL DEFAULT 'pending',
    "fee_amount_minor" INTEGER,
    "fee_currency" TEXT,
    "paid_amount_minor" INTEGER,
    "paid_currency" TEXT,
    "paid_on" DATE,
    "payment_means" TEXT,
    "receiving_number" TEXT,
    "paid_at" TIMESTAMPTZ(3),
    "fee_waived" BOOLEAN NOT NULL DEFAULT false,
    "auditor_provider" TEXT,
    "auditor_contact" TEXT,
    "missed_calls" INTEGER NOT NULL DEFAULT 0,
    "chances_used" INTEGER NOT NULL DEFAULT 0,
    "supplement_reason" TEXT,
    "supplement_due_on" DATE,
    "review_started_at" TIMESTAMPTZ(3),
    "awaiting_fee_since" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "verification_order_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "prerequisite" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "order_id" UUID,
    "code" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL,
    "reason_code" TEXT,
    "note" TEXT,
    "expires_on" DATE,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prerequisite_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "text_version" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "recorded_by" UUID,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "account_email" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "address_index" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "holder" TEXT NOT NULL DEFAULT 'client',
    "registration_id" UUID,
    "reserved_until" TIMESTAMPTZ(3),
    "control_proven_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_email_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "account_email_check" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "account_email_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "evidence_rank" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "checked_by" UUID,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_email_check_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_index" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "position" SMALLINT,
    "registration_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "running_transfer" (
    "agency_id" UUID NOT NULL,
    "key_index" BYTEA NOT NULL,
    "registration_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "running_transfer_pkey" PRIMARY KEY ("agency_id","key_index")
);

-- CreateTable
CREATE TABLE "history_entry" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "previous" BYTEA,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "history_seal" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "through_at" TIMESTAMPTZ(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "previous" BYTEA,
    "hash" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_seal_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "registration_search" (
    "registration_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "registration_search_pkey" PRIMARY KEY ("registration_id")
);

-- CreateTable
CREATE TABLE "work_calendar_year" (
    "year" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "work_calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "work_calendar_day" (
    "on" DATE NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "work_calendar_day_pkey" PRIMARY KEY ("on")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "registration_id" UUID,
    "client_id" UUID,
    "contact_id" UUID,
    "kind" TEXT NOT NULL,
    "step" INTEGER,
    "due_on" DATE NOT NULL,
    "unique_key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "message_id" TEXT NOT NULL,
    "to_address" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "response" TEXT,
    "skipped_reason" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "questions" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "problems" JSONB NOT NULL,
    "original_sealed" BYTEA NOT NULL,
    "row_key" TEXT,
    "plan" JSONB NOT NULL,
    "registration_id" UUID,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "demo_now" TIMESTAMPTZ(3),
    "setup_token_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_zh" TEXT,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "history_head" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "history_head" BYTEA,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "agency_id" UUID NOT NULL,
    "caller" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "effects" BYTEA,
    "answer" BYTEA,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("agency_id","caller","operation","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "client" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country_code" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "history_head" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "client_contact" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_contact_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "portal_link" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "portal_link_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "portal_session" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "portal_session_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "class" TEXT,
    "name" TEXT NOT NULL,
    "code" TEXT,
    "country_code" TEXT NOT NULL,
    "licence_of" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "licence_expires_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "history_head" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "id_kind" TEXT NOT NULL,
    "id_number_sealed" BYTEA,
    "id_number_index" BYTEA,
    "id_number_masked" TEXT,
    "id_uploaded_by" UUID,
    "id_checked_by" UUID,
    "id_checked_at" TIMESTAMPTZ(3),
    "id_replaced_at" TIMESTAMPTZ(3),
    "phone_sealed" BYTEA,
    "phone_index" BYTEA,
    "phone_masked" TEXT,
    "wechat_has_phone" BOOLEAN NOT NULL,
    "wechat_has_own_card" BOOLEAN NOT NULL,
    "employer" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "history_head" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "account_elsewhere" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "subject_id" UUID,
    "person_id" UUID,
    "account_type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" DATE,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_elsewhere_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "recorded_by" UUID,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "registration_agency_id_board_stage_due_at_id_idx" ON "registration"("agency_id", "board_stage", "due_at", "id");

-- CreateIndex
CREATE INDEX "registration_agency_id_due_at_id_idx" ON "registration"("agency_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "registration_agency_id_client_id_idx" ON "registration"("agency_id", "client_id");

-- CreateIndex
CREATE INDEX "registration_agency_id_subject_id_idx" ON "registration"("agency_id", "subject_id");

-- CreateIndex
CREATE INDEX "registration_agency_id_admin_person_id_idx" ON "registration"("agency_id", "admin_person_id");

-- CreateIndex
CREATE INDEX "registration_agency_id_verification_ends_at_id_idx" ON "registration"("agency_id", "verification_ends_at", "id");

-- CreateIndex
CREATE INDEX "verification_order_agency_id_registration_id_idx" ON "verification_order"("agency_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_order_registration_id_number_key" ON "verification_order"("registration_id", "number");

-- CreateIndex
CREATE INDEX "prerequisite_agency_id_registration_id_idx" ON "prerequisite"("agency_id", "registration_id");

-- CreateIndex
CREATE INDEX "sign_off_agency_id_registration_id_idx" ON "sign_off"("agency_id", "registration_id");

-- CreateIndex
CREATE INDEX "account_email_agency_id_address_id_idx" ON "account_email"("agency_id", "address", "id");

-- CreateIndex
CREATE INDEX "account_email_agency_id_registration_id_idx" ON "account_email"("agency_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_agency_id_address_index_key" ON "account_email"("agency_id", "address_index");

-- CreateIndex
CREATE INDEX "account_email_check_agency_id_account_email_id_checked_at_idx" ON "account_email_check"("agency_id", "account_email_id", "checked_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_registration_id_kind_key" ON "slot"("registration_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "slot_agency_id_kind_key_index_position_key" ON "slot"("agency_id", "kind", "key_index", "position");

-- CreateIndex
CREATE UNIQUE INDEX "running_transfer_registration_id_key" ON "running_transfer"("registration_id");

-- CreateIndex
CREATE INDEX "history_entry_agency_id_recorded_at_idx" ON "history_entry"("agency_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "history_entry_agency_id_record_id_sequence_key" ON "history_entry"("agency_id", "record_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "history_seal_agency_id_sequence_key" ON "history_seal"("agency_id", "sequence");

-- CreateIndex
CREATE INDEX "registration_search_terms_idx" ON "registration_search" USING GIN ("terms");

-- CreateIndex
CREATE UNIQUE INDEX "registration_search_agency_id_registration_id_key" ON "registration_search"("agency_id", "registration_id");

-- CreateIndex
CREATE INDEX "delivery_agency_id_created_at_id_idx" ON "delivery"("agency_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "delivery_agency_id_registration_id_created_at_idx" ON "delivery"("agency_id", "registration_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_agency_id_unique_key_key" ON "delivery"("agency_id", "unique_key");

-- CreateIndex
CREATE INDEX "import_run_agency_id_created_at_id_idx" ON "import_run"("agency_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "import_row_agency_id_run_id_idx" ON "import_row"("agency_id", "run_id");

-- CreateIndex
CREATE INDEX "import_row_agency_id_row_key_idx" ON "import_row"("agency_id", "row_key");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_run_id_row_key" ON "import_row"("run_id", "row");

-- CreateIndex
CREATE INDEX "member_agency_id_name_id_idx" ON "member"("agency_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "member_user_id_key" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_agency_id_created_at_id_idx" ON "api_key"("agency_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "idempotency_record_expires_at_idx" ON "idempotency_record"("expires_at");

-- CreateIndex
CREATE INDEX "client_agency_id_name_id_idx" ON "client"("agency_id", "name", "id");

-- CreateIndex
CREATE INDEX "client_contact_agency_id_client_id_position_idx" ON "client_contact"("agency_id", "client_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "portal_link_token_hash_key" ON "portal_link"("token_hash");

-- CreateIndex
CREATE INDEX "portal_link_agency_id_contact_id_idx" ON "portal_link"("agency_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "portal_session_token_hash_key" ON "portal_session"("token_hash");

-- CreateIndex
CREATE INDEX "portal_session_agency_id_link_id_idx" ON "portal_session"("agency_id", "link_id");

-- CreateIndex
CREATE INDEX "subject_agency_id_name_id_idx" ON "subject"("agency_id", "name", "id");

-- CreateIndex
CREATE INDEX "person_agency_id_name_id_idx" ON "person"("agency_id", "name", "id");

-- CreateIndex
CREATE INDEX "person_agency_id_id_number_index_idx" ON "person"("agency_id", "id_number_index");

-- CreateIndex
CREATE INDEX "account_elsewhere_agency_id_subject_id_idx" ON "account_elsewhere"("agency_id", "subject_id");

-- CreateIndex
CREATE INDEX "account_elsewhere_agency_id_person_id_idx" ON "account_elsewhere"("agency_id", "person_id");

-- CreateIndex
CREATE INDEX "consent_agency_id_registration_id_person_id_idx" ON "consent"("agency_id", "registration_id", "person_id");

-- CreateIndex
CREATE INDEX "consent_agency_id_person_id_idx" ON "consent"("agency_id", "person_id");

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_agency_id_admin_person_id_fkey" FOREIGN KEY ("agency_id", "admin_person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_agency_id_account_email_id_fkey" FOREIGN KEY ("agency_id", "account_email_id") REFERENCES "account_email"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_agency_id_assignee_id_fkey" FOREIGN KEY ("agency_id", "assignee_id") REFERENCES "member"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_agency_id_subject_id_fkey" FOREIGN KEY ("agency_id", "subject_id") REFERENCES "subject"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verification_order" ADD CONSTRAINT "verification_order_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prerequisite" ADD CONSTRAINT "prerequisite_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "client_contact"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account_email_check" ADD CONSTRAINT "account_email_check_agency_id_account_email_id_fkey" FOREIGN KEY ("agency_id", "account_email_id") REFERENCES "account_email"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "registration_search" ADD CONSTRAINT "registration_search_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "client_contact"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_agency_id_run_id_fkey" FOREIGN KEY ("agency_id", "run_id") REFERENCES "import_run"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_agency_id_member_id_fkey" FOREIGN KEY ("agency_id", "member_id") REFERENCES "member"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "client_contact" ADD CONSTRAINT "client_contact_agency_id_client_id_fkey" FOREIGN KEY ("agency_id", "client_id") REFERENCES "client"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "portal_link" ADD CONSTRAINT "portal_link_agency_id_contact_id_fkey" FOREIGN KEY ("agency_id", "contact_id") REFERENCES "client_contact"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_agency_id_link_id_fkey" FOREIGN KEY ("agency_id", "link_id") REFERENCES "portal_link"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account_elsewhere" ADD CONSTRAINT "account_elsewhere_agency_id_subject_id_fkey" FOREIGN KEY ("agency_id", "subject_id") REFERENCES "subject"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account_elsewhere" ADD CONSTRAINT "account_elsewhere_agency_id_person_id_fkey" FOREIGN KEY ("agency_id", "person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_agency_id_person_id_fkey" FOREIGN KEY ("agency_id", "person_id") REFERENCES "person"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_agency_id_registration_id_fkey" FOREIGN KEY ("agency_id", "registration_id") REFERENCES "registration"("agency_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;


