-- CreateTable
CREATE TABLE "roll_import" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "header" TEXT[],
    "columns" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,
    "written_to" INTEGER NOT NULL DEFAULT 0,
    "written_rows" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "roll_import_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateTable
CREATE TABLE "roll_import_row" (
    "town_id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "cells" TEXT[],
    "result" TEXT NOT NULL,
    "finding" JSONB NOT NULL,
    "decision" TEXT,
    "fields" TEXT[],
    "outcome" TEXT,
    "entry_id" TEXT,

    CONSTRAINT "roll_import_row_pkey" PRIMARY KEY ("town_id","import_id","row_no")
);

-- CreateIndex
CREATE UNIQUE INDEX "roll_import_one_per_file" ON "roll_import"("town_id", "sha256");

-- CreateIndex
CREATE INDEX "roll_import_row_town_id_import_id_result_row_no_idx" ON "roll_import_row"("town_id", "import_id", "result", "row_no");

alter table roll_import add constraint roll_import_state check (state in ('checked', 'committing', 'committed'));
alter table roll_import_row
  add constraint roll_import_row_result check (result in ('new', 'same', 'changed', 'asks', 'refused')),
  add constraint roll_import_row_decision check (decision is null or (decision in ('write', 'merge', 'skip') and result in ('new', 'changed', 'asks'))),
  add constraint roll_import_row_outcome check (outcome is null or outcome in ('added', 'updated', 'skipped', 'overtaken'));
