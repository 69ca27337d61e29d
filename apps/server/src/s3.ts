import type { FileStore } from "@jizhen/api";
import { CannotStart } from "@jizhen/db";
import type { Env } from "./env.ts";

/** Files in an S3 bucket. The client library is not part of the plain installation, so that a laptop need not carry it. */
export async function bucketStore(env: Env): Promise<FileStore> {
  throw new CannotStart("s3", `S3_BUCKET ${env.S3_BUCKET ?? ""} cannot be used: this build stores files in DATA_DIR.`);
}
