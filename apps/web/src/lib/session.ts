import type { Permission } from "@jizhen/domain-town";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Outputs, useTRPC } from "./trpc.ts";
import { chooseWorkspace, useWorkspace } from "./workspace.ts";

export type Session = Outputs["platform"]["session"]["me"];
export type Workspace = Session["workspaces"][number];

/** Who is signed in, and what the current workspace allows. Screens use it for the menu; buttons follow the `actions` sent with the data. */
export function useSession() {
  const trpc = useTRPC();
  const workspace = useWorkspace();
  const query = useQuery({ ...trpc.platform.session.me.queryOptions(), staleTime: 60_000 });
  const session = query.data ?? null;
  const current = session?.workspaces.find(({ key }) => key === workspace) ?? null;
  const may = (permission: Permission): boolean => current?.permissions.includes(permission) ?? false;
  return { query, session, person: session?.person ?? null, current, may };
}

/** Nothing read for one workspace may be shown in another: everything is dropped and read again. */
export function useSwitchWorkspace(): (workspace: Workspace) => void {
  const queries = useQueryClient();
  return ({ key }) => {
    chooseWorkspace(key);
    void queries.resetQueries();
  };
}

export const nameIn = (language: string, named: { readonly nameZh: string; readonly nameEn: string | null }): string =>
  language === "en" ? (named.nameEn ?? named.nameZh) : named.nameZh;
