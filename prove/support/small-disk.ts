import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file system of its own over a folder: it can be full, or be read and not written, without harm to the machine. */
export type SmallDisk = {
  /** Takes every block that is free, and whatever comes free, until `free`. */
  readonly fill: () => void;
  readonly free: () => void;
  readonly readOnly: (on: boolean) => void;
  readonly close: () => void;
};

const mount = (...args: string[]) => execFileSync("mount", args, { stdio: "pipe" });

/** null where this process may not mount: then a proof says that it did not run. */
export function aSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    mount("-t", "tmpfs", "-o", `size=${megabytes}m,mode=700`, "jizhen-proof", folder);
  } catch {
    return null;
  }
  const ballast = join(folder, "ballast");
  let filling: NodeJS.Timeout | null = null;
  const take = () => {
    for (const size of [4 * 1024 * 1024, 4096]) {
      try {
        for (;;) appendFileSync(ballast, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    }
  };
  const free = () => {
    if (filling !== null) clearInterval(filling);
    filling = null;
    rmSync(ballast, { force: true });
  };
  return {
    fill: () => {
      writeFileSync(ballast, "");
      take();
      filling = setInterval(take, 5);
    },
    free,
    readOnly: (on) => void mount("-o", `remount,${on ? "ro" : "rw"}`, folder),
    close: () => {
      free();
      // Lazily: whoever still holds a file of it is on the way out.
      execFileSync("umount", ["-l", folder], { stdio: "pipe" });
    },
  };
}
