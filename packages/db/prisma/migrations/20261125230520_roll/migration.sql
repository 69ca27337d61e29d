-- CreateTable
CREATE TABLE "roll_entry" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "number" TEXT,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT,
    "name_key" TEXT NOT NULL,
    "region_code" TEXT,
    "address" TEXT,
    "legal_representative" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "main_products" TEXT,
    "established_on" DATE,
    "state" TEXT NOT NULL,
    "employees" INTEGER,
    "organisation_id" TEXT,
    "source" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, words)) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "roll_entry_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateIndex
CREATE INDEX "roll_entry_town_id_state_id_idx" ON "roll_entry"("town_id", "state", "id");

-- CreateIndex
CREATE INDEX "roll_entry_town_id_name_zh_id_idx" ON "roll_entry"("town_id", "name_zh", "id");

-- CreateIndex
CREATE INDEX "roll_entry_town_id_name_key_idx" ON "roll_entry"("town_id", "name_key");

-- CreateIndex
CREATE INDEX "roll_entry_town_id_organisation_id_idx" ON "roll_entry"("town_id", "organisation_id");

-- CreateIndex
CREATE INDEX "roll_entry_search" ON "roll_entry" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "roll_entry_one_per_number" ON "roll_entry"("town_id", "country", "number");

alter table roll_entry
  add constraint roll_entry_state check (state in ('operating', 'dormant', 'closed')),
  add constraint roll_entry_employees check (employees is null or employees >= 0);
