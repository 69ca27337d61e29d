-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "town_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("town_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "town_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("town_id","seq")
);

-- CreateTable
CREATE TABLE "event" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "event_done" (
    "town_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "subscriber" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_done_pkey" PRIMARY KEY ("town_id","event_id","subscriber")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "town_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "input_mac" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("town_id","person_id","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "town_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("town_id","series","year")
);

-- CreateTable
CREATE TABLE "purchase_request" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" TEXT,
    "buyer_id" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "request_version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "families" TEXT[],
    "sealing" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "questions_until" TIMESTAMPTZ(3),
    "holds" INTEGER NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason_code" TEXT,
    "reason_text" TEXT,
    "terms" JSONB NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, words)) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "purchase_request_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "request_version" (
    "town_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "request_version" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "material" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "request_version_pkey" PRIMARY KEY ("town_id","request_id","request_version")
);

-- CreateTable
CREATE TABLE "request_invitation" (
    "town_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "lines" INTEGER[],
    "score" INTEGER,
    "explanation" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_invitation_pkey" PRIMARY KEY ("town_id","request_id","supplier_id")
);

-- CreateTable
CREATE TABLE "match_run" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "request_version" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_run_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "request_question" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "asker_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "request_question_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "quote" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "request_version" INTEGER NOT NULL,
    "draft" JSONB,
    "void_reason" TEXT,
    "judgement" JSONB,
    "prolonged_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "quote_revision" (
    "town_id" TEXT NOT NULL,
    "quote_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "request_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "request_version" INTEGER NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "live" BOOLEAN NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "wrapped_key" BYTEA,
    "nonce" BYTEA NOT NULL,
    "sealed_under" JSONB NOT NULL,
    "key_commitment" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "receipt" JSONB NOT NULL,
    "content" JSONB,

    CONSTRAINT "quote_revision_pkey" PRIMARY KEY ("town_id","quote_id","revision")
);

-- CreateTable
CREATE TABLE "opening" (
    "town_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "commitments" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by" TEXT,
    "outcome" JSONB,

    CONSTRAINT "opening_pkey" PRIMARY KEY ("town_id","request_id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "request_version" INTEGER NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "award" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "reason" TEXT,
    "standstill_until" TIMESTAMPTZ(3),
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "final_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "award_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "award_part" (
    "town_id" TEXT NOT NULL,
    "award_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "quote_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "quantity" DECIMAL(18,6) NOT NULL,
    "unit" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "award_part_pkey" PRIMARY KEY ("town_id","award_id","line_no")
);

-- CreateTable
CREATE TABLE "award_objection" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "award_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "award_objection_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "capability" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "valid_to" DATE,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "capability_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "capability_revision" (
    "town_id" TEXT NOT NULL,
    "capability_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "capability_revision_pkey" PRIMARY KEY ("town_id","capability_id","revision")
);

-- CreateTable
CREATE TABLE "supply_slot" (
    "town_id" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "slot1" TEXT NOT NULL,
    "slot2" TEXT NOT NULL,
    "slot3" TEXT NOT NULL,
    "size_low" INTEGER NOT NULL,
    "size_high" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "lead_days" INTEGER NOT NULL,
    "evidence" INTEGER NOT NULL,
    "free_share" INTEGER NOT NULL,

    CONSTRAINT "supply_slot_pkey" PRIMARY KEY ("town_id","source","row_no")
);

-- CreateTable
CREATE TABLE "market_request" (
    "request_id" TEXT NOT NULL,
    "host_town" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "families" TEXT[],
    "card" JSONB NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, words)) STORED,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "market_request_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "supplier_block" (
    "town_id" TEXT NOT NULL,
    "buyer_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supplier_block_pkey" PRIMARY KEY ("town_id","buyer_id","supplier_id")
);

-- CreateTable
CREATE TABLE "town" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "county_code" TEXT,
    "city_zh" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "pack" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "connected" BOOLEAN NOT NULL DEFAULT false,
    "administration_id" TEXT,
    "rules" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "town_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT,
    "code_state" TEXT NOT NULL,
    "region_code" TEXT,
    "home_town" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "roles" TEXT[],
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "token_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sent_by" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" TEXT,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_card" (
    "organisation_id" TEXT NOT NULL,
    "host_town" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "membership_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "visiting" BOOLEAN NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "membership_card_pkey" PRIMARY KEY ("organisation_id","host_town","kind")
);

-- CreateTable
CREATE TABLE "membership" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "visiting" BOOLEAN NOT NULL DEFAULT false,
    "file" JSONB NOT NULL,
    "code_warned" BOOLEAN NOT NULL DEFAULT false,
    "code_confirmed_by" TEXT,
    "applied_by" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_up_by" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "waiting_for" TEXT,
    "reason_code" TEXT,
    "reason_text" TEXT,
    "suspended_until" TIMESTAMPTZ(3),
    "suspended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "membership_note" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "membership_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "points" TEXT[],
    "text" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_note_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "offer" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" TEXT,
    "organisation_id" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "valid_until" DATE,
    "reason_text" TEXT,
    "written_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "offer_revision" (
    "town_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_revision_pkey" PRIMARY KEY ("town_id","offer_id","revision")
);

-- CreateTable
CREATE TABLE "purchase_order" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "source_award_id" TEXT NOT NULL,
    "award_round" INTEGER NOT NULL,
    "request_id" TEXT NOT NULL,
    "request_number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "buyer_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "net" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "payable" BIGINT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "reason_code" TEXT,
    "reason_text" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "purchase_order_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "purchase_order_line" (
    "town_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "quote_id" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "quantity" DECIMAL(18,6) NOT NULL,
    "unit" TEXT NOT NULL,
    "price" DECIMAL(24,10) NOT NULL,
    "base" DECIMAL(18,6) NOT NULL,
    "amount" BIGINT NOT NULL,
    "lead_days" INTEGER,
    "wanted_date" DATE,
    "deviation" TEXT,

    CONSTRAINT "purchase_order_line_pkey" PRIMARY KEY ("town_id","order_id","line_no")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "audit_entry_town_id_subject_seq_idx" ON "audit_entry"("town_id", "subject", "seq");

-- CreateIndex
CREATE INDEX "audit_entry_town_id_organisation_id_seq_idx" ON "audit_entry"("town_id", "organisation_id", "seq");

-- CreateIndex
CREATE INDEX "event_town_id_type_id_idx" ON "event"("town_id", "type", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_town_id_at_idx" ON "idempotency_key"("town_id", "at");

-- CreateIndex
CREATE INDEX "notification_town_id_person_id_organisation_id_id_idx" ON "notification"("town_id", "person_id", "organisation_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_town_id_person_id_kind_source_key" ON "notification"("town_id", "person_id", "kind", "source");

-- CreateIndex
CREATE INDEX "stored_file_town_id_subject_idx" ON "stored_file"("town_id", "subject");

-- CreateIndex
CREATE INDEX "stored_file_town_id_organisation_id_id_idx" ON "stored_file"("town_id", "organisation_id", "id");

-- CreateIndex
CREATE INDEX "purchase_request_town_id_buyer_id_id_idx" ON "purchase_request"("town_id", "buyer_id", "id" DESC);

-- CreateIndex
CREATE INDEX "purchase_request_town_id_status_closes_at_idx" ON "purchase_request"("town_id", "status", "closes_at");

-- CreateIndex
CREATE INDEX "purchase_request_town_id_status_published_at_idx" ON "purchase_request"("town_id", "status", "published_at" DESC);

-- CreateIndex
CREATE INDEX "purchase_request_search" ON "purchase_request" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_request_town_id_number_key" ON "purchase_request"("town_id", "number");

-- CreateIndex
CREATE INDEX "request_invitation_town_id_supplier_id_at_idx" ON "request_invitation"("town_id", "supplier_id", "at" DESC);

-- CreateIndex
CREATE INDEX "match_run_town_id_request_id_id_idx" ON "match_run"("town_id", "request_id", "id");

-- CreateIndex
CREATE INDEX "request_question_town_id_request_id_id_idx" ON "request_question"("town_id", "request_id", "id");

-- CreateIndex
CREATE INDEX "quote_town_id_supplier_id_id_idx" ON "quote"("town_id", "supplier_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "quote_one_live" ON "quote"("town_id", "request_id", "supplier_id");

-- CreateIndex
CREATE INDEX "quote_revision_town_id_request_id_sequence_idx" ON "quote_revision"("town_id", "request_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "quote_revision_one_live" ON "quote_revision"("town_id", "quote_id") WHERE (live);

-- CreateIndex
CREATE INDEX "evaluation_town_id_request_id_id_idx" ON "evaluation"("town_id", "request_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "award_town_id_request_id_round_key" ON "award"("town_id", "request_id", "round");

-- CreateIndex
CREATE INDEX "award_part_town_id_supplier_id_idx" ON "award_part"("town_id", "supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_part_one_standing" ON "award_part"("town_id", "request_id", "line_no") WHERE (status = ANY (ARRAY['standstill'::text, 'final'::text]));

-- CreateIndex
CREATE INDEX "award_objection_town_id_award_id_idx" ON "award_objection"("town_id", "award_id");

-- CreateIndex
CREATE INDEX "capability_town_id_family_status_idx" ON "capability"("town_id", "family", "status");

-- CreateIndex
CREATE UNIQUE INDEX "capability_one_per_family" ON "capability"("town_id", "organisation_id", "family") WHERE (status <> 'withdrawn');

-- CreateIndex
CREATE INDEX "supply_slot_covering" ON "supply_slot"("town_id", "family", "slot1", "slot2", "slot3", "size_low", "size_high", "organisation_id", "region_code", "lead_days", "evidence", "free_share", "source");

-- CreateIndex
CREATE INDEX "supply_slot_town_id_organisation_id_idx" ON "supply_slot"("town_id", "organisation_id");

-- CreateIndex
CREATE INDEX "market_request_closes_at_idx" ON "market_request"("closes_at");

-- CreateIndex
CREATE INDEX "market_request_host_town_closes_at_idx" ON "market_request"("host_town", "closes_at");

-- CreateIndex
CREATE INDEX "market_request_search" ON "market_request" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "town_slug_key" ON "town"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_country_number_key" ON "organisation"("country", "number");

-- CreateIndex
CREATE INDEX "seat_organisation_id_idx" ON "seat"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_one_active" ON "seat"("person_id", "organisation_id") WHERE (state = 'active');

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_state_idx" ON "invitation"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "membership_card_host_town_state_idx" ON "membership_card"("host_town", "state");

-- CreateIndex
CREATE INDEX "membership_town_id_state_applied_at_idx" ON "membership"("town_id", "state", "applied_at");

-- CreateIndex
CREATE INDEX "membership_town_id_organisation_id_idx" ON "membership"("town_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_one_live" ON "membership"("town_id", "organisation_id", "kind") WHERE (state = ANY (ARRAY['applied'::text, 'under_review'::text, 'active'::text, 'suspended'::text]));

-- CreateIndex
CREATE INDEX "membership_note_town_id_membership_id_id_idx" ON "membership_note"("town_id", "membership_id", "id");

-- CreateIndex
CREATE INDEX "offer_town_id_organisation_id_id_idx" ON "offer"("town_id", "organisation_id", "id" DESC);

-- CreateIndex
CREATE INDEX "offer_town_id_status_family_id_idx" ON "offer"("town_id", "status", "family", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "offer_town_id_number_key" ON "offer"("town_id", "number");

-- CreateIndex
CREATE INDEX "purchase_order_town_id_buyer_id_id_idx" ON "purchase_order"("town_id", "buyer_id", "id" DESC);

-- CreateIndex
CREATE INDEX "purchase_order_town_id_supplier_id_id_idx" ON "purchase_order"("town_id", "supplier_id", "id" DESC);

-- CreateIndex
CREATE INDEX "purchase_order_town_id_status_answer_by_idx" ON "purchase_order"("town_id", "status", "answer_by");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_order_town_id_number_key" ON "purchase_order"("town_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_order_once_per_award" ON "purchase_order"("town_id", "source_award_id", "award_round", "supplier_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_version" ADD CONSTRAINT "request_version_town_id_request_id_fkey" FOREIGN KEY ("town_id", "request_id") REFERENCES "purchase_request"("town_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_question" ADD CONSTRAINT "request_question_town_id_request_id_fkey" FOREIGN KEY ("town_id", "request_id") REFERENCES "purchase_request"("town_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_town_id_request_id_fkey" FOREIGN KEY ("town_id", "request_id") REFERENCES "purchase_request"("town_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_part" ADD CONSTRAINT "award_part_town_id_award_id_fkey" FOREIGN KEY ("town_id", "award_id") REFERENCES "award"("town_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_town_id_order_id_fkey" FOREIGN KEY ("town_id", "order_id") REFERENCES "purchase_order"("town_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say, appended to the ground migration by `npm run migration`.
-- A later change to the schema after the first release is a migration of its own.

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation', constraint = 'append_only';
end $$;

do $$
declare name text;
begin
  foreach name in array array[
    'audit_entry', 'event', 'membership_note', 'request_version', 'match_run', 'evaluation', 'capability_revision', 'offer_revision',
    'purchase_order_line'
  ] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function append_only()', name);
    execute format('create trigger append_only_truncate before truncate on %I for each statement execute function append_only()', name);
  end loop;
end $$;

-- A submitted quote is evidence: only three of its columns may move, each in one direction.
create function quote_revision_sealed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (to_jsonb(new) - 'live' - 'wrapped_key' - 'content') <> (to_jsonb(old) - 'live' - 'wrapped_key' - 'content')
    or (new.live and not old.live)
    or (new.wrapped_key is distinct from old.wrapped_key and new.wrapped_key is not null)
    or (old.content is not null and new.content is distinct from old.content)
  then
    raise exception 'a submitted quote is never changed' using errcode = 'restrict_violation', constraint = 'quote_revision_sealed';
  end if;
  return new;
end $$;
create trigger quote_revision_sealed before update or delete on quote_revision for each row execute function quote_revision_sealed();
create trigger append_only_truncate before truncate on quote_revision for each statement execute function append_only();

alter table membership
  add constraint membership_warned_code_confirmed check (
    state not in ('active', 'suspended') or not code_warned or code_confirmed_by is not null),
  add constraint membership_not_self_decided check (decided_by is null or decided_by <> applied_by),
  add constraint membership_state check (state in ('applied', 'under_review', 'active', 'suspended', 'left', 'rejected', 'withdrawn'));

alter table seat add constraint seat_state check (state in ('active', 'ended'));

alter table purchase_request
  add constraint purchase_request_status check (
    status in ('draft', 'quoting', 'frozen', 'opened', 'awarded', 'unsuccessful', 'cancelled')),
  add constraint purchase_request_published check (
    status in ('draft', 'cancelled') or (published_at is not null and closes_at is not null and number is not null)),
  add constraint purchase_request_not_opened_early check (
    opened_at is null or closes_at is null or opened_at >= closes_at or sealing = 'none');

alter table quote add constraint quote_status check (
  status in ('draft', 'submitted', 'withdrawn', 'stale', 'sealed_in', 'void', 'opened', 'rejected', 'won', 'part_won', 'lost'));

alter table opening add constraint opening_after_freeze check (opened_at is null or opened_at >= frozen_at);

alter table award_part
  add constraint award_part_quantity_positive check (quantity > 0),
  add constraint award_part_status check (status in ('standstill', 'final', 'refused', 'replaced', 'overturned'));

alter table award add constraint award_status check (status in ('standstill', 'final', 'overturned'));

alter table capability add constraint capability_status check (status in ('draft', 'declared', 'verified', 'withdrawn'));

alter table offer add constraint offer_status check (status in ('draft', 'published', 'paused', 'withdrawn'));

alter table purchase_order
  add constraint purchase_order_status check (status in ('issued', 'confirmed', 'refused', 'lapsed')),
  add constraint purchase_order_two_parties check (buyer_id <> supplier_id);

alter table purchase_order_line add constraint purchase_order_line_quantity_positive check (quantity > 0);

alter table stored_file add constraint stored_file_size check (size >= 0);

-- An organisation always has somebody who answers for it. Checked when the transaction ends, under the organisation's row
-- lock: two owners who remove each other at one instant are looked at one after the other.
create function seat_keeps_owner() returns trigger language plpgsql as $$
begin
  perform 1 from organisation where id = old.organisation_id for update;
  if not exists (
    select 1 from seat where organisation_id = old.organisation_id and state = 'active'
       and roles && array['owner', 'town_administrator', 'province_officer'])
  then
    raise exception 'an organisation keeps an owner' using errcode = 'check_violation', constraint = 'seat_keeps_owner';
  end if;
  return null;
end $$;
create constraint trigger seat_keeps_owner after update or delete on seat deferrable initially deferred
  for each row when (old.state = 'active') execute function seat_keeps_owner();
