-- AlterTable
ALTER TABLE "town" ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'provincial',
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "successor_id" TEXT;

alter table town
  add constraint town_state check (state in ('prepared', 'open', 'paused', 'closed')),
  add constraint town_says_why check (state not in ('paused', 'closed') or reason is not null);
