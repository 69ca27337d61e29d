import { chooseWorkspace } from "./workspace.ts";

/** Ends the session on the server, forgets the workspace, and leaves by a full load so that nothing read stays in memory. */
export async function signOut(): Promise<void> {
  await fetch("/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }).catch(() => undefined);
  chooseWorkspace(null);
  location.assign("/");
}
