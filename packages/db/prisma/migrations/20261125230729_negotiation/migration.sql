-- CreateTable
CREATE TABLE "quote_negotiation" (
    "town_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "quote_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "wish" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "about_revision" INTEGER NOT NULL,
    "answer_revision" INTEGER,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quote_negotiation_pkey" PRIMARY KEY ("town_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "quote_negotiation_one_round" ON "quote_negotiation"("town_id", "request_id", "supplier_id");

-- AddForeignKey
ALTER TABLE "quote_negotiation" ADD CONSTRAINT "quote_negotiation_town_id_quote_id_fkey" FOREIGN KEY ("town_id", "quote_id") REFERENCES "quote"("town_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An answer has its instant, and a new quote is later than the one that was talked about.
ALTER TABLE "quote_negotiation"
  ADD CONSTRAINT "quote_negotiation_status" CHECK (status IN ('asked', 'requoted', 'kept')),
  ADD CONSTRAINT "quote_negotiation_answered" CHECK (
    (status = 'asked') = (answered_at IS NULL) AND (status = 'requoted') = (answer_revision IS NOT NULL)
    AND (answer_revision IS NULL OR answer_revision > about_revision));
