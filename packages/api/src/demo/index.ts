import type { Platform } from "../platform/start.ts";

/** Lays the invented demo province (演示数据) into an empty database; called once, at the first start with DEMO on. */
export async function seedDemo(platform: Platform): Promise<void> {
  platform.services.log.info("the demo province has nothing in it yet");
}
