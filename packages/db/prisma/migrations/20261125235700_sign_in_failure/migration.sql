-- Guesses at one account, from whatever addresses and through whatever process: counted here, so that they are counted once.
CREATE TABLE "sign_in_failure" (
    "account_mac" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("account_mac")
);
