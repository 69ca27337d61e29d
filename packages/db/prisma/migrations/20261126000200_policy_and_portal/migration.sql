-- CreateTable
CREATE TABLE "policy" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "written_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "amendment" JSONB,
    "amended_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "policy_revision" (
    "town_id" TEXT NOT NULL,
    "policy_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "written_by" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_revision_pkey" PRIMARY KEY ("town_id","policy_id","revision")
);

-- CreateTable
CREATE TABLE "portal_listing" (
    "town_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "introduction_zh" TEXT NOT NULL,
    "introduction_en" TEXT,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_by" TEXT NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "portal_listing_pkey" PRIMARY KEY ("town_id","organisation_id")
);

-- CreateIndex
CREATE INDEX "policy_town_id_state_published_at_idx" ON "policy"("town_id", "state", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_town_id_number_key" ON "policy"("town_id", "number");

alter table policy
  add constraint policy_state check (state in ('draft', 'published', 'withdrawn')),
  add constraint policy_form check (form in ('policy', 'notice')),
  add constraint policy_second_person check (form = 'notice' or published_by is null or published_by <> written_by),
  add constraint policy_published_whole check (state = 'draft' or (revision is not null and published_by is not null and published_at is not null));

create trigger append_only before update or delete on policy_revision for each row execute function append_only();
create trigger append_only_truncate before truncate on policy_revision for each statement execute function append_only();
