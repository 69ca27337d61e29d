-- What a firm has on sale, and whether it has changed, is told by the index alone.
DROP INDEX "offer_town_id_organisation_id_id_idx";
CREATE INDEX "offer_of_firm" ON "offer"("town_id", "organisation_id", "id" DESC, "status", "valid_until", "version");
