import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { learnClock } from "#lib/clock.ts";
import { listen } from "#lib/live.ts";
import { say } from "#lib/say.ts";
import { type Session, useSession, useSwitchWorkspace } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useWorkspace } from "#lib/workspace.ts";
import { LinkButton } from "#ui/link.tsx";
import { Empty, Loading, Problem } from "#ui/states.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { Header } from "./header.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { SideMenu } from "./side-menu.tsx";
import "./shell.css";

/** Menu, switcher and messages round the pages of signed-in people. A visitor is sent to sign in and comes back here. */
export function WorkFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { query, session } = useSession();
  const signedOut = session !== null && session.person === null;
  useReturnTo(signedOut);
  if (query.isPending || signedOut) {
    return (
      <main className="k-page">
        <Loading />
      </main>
    );
  }
  if (session === null) {
    return (
      <main className="k-page">
        <Problem message={say(query.error)} onRetry={() => void query.refetch()} />
      </main>
    );
  }
  return (
    <div className="s-frame">
      <a className="s-skip" href="#content">
        {t("shell.skip")}
      </a>
      <Header />
      <SideMenu />
      <div className="s-content">
        <OfflineBanner />
        <main id="content" tabIndex={-1}>
          <InWorkspace session={session}>{children}</InWorkspace>
        </main>
      </div>
      <BottomBar />
    </div>
  );
}

function useReturnTo(signedOut: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (signedOut) void router.navigate({ to: "/sign-in", search: { back: router.state.location.href } as never, replace: true });
  }, [signedOut, router]);
}

/** Waits until a town and an organisation are chosen, then keeps the clock and the screens current. */
function InWorkspace({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const workspace = useWorkspace();
  const choose = useSwitchWorkspace();
  const queries = useQueryClient();
  const client = useTRPCClient();
  const known = session.workspaces.some(({ key }) => key === workspace);
  const [first] = session.workspaces;
  useEffect(() => {
    if (!known && first !== undefined) choose(first);
  }, [known, first, choose]);
  const trpc = useTRPC();
  useEffect(() => {
    if (!known) return undefined;
    const shown = () => queries.getQueryData(trpc.platform.session.me.queryKey())?.workspaces.find(({ key }) => key === workspace);
    return listen(queries, () => shown()?.standing ?? null);
  }, [known, workspace, queries, trpc]);
  useEffect(() => {
    const ask = async () => {
      const sentAt = Date.now();
      const { at } = await client.platform.clock.now.query();
      if (at !== null) learnClock(new Date(at), sentAt, Date.now());
    };
    const quietly = () => void ask().catch(() => undefined); // without an answer the device's own clock goes on
    quietly();
    const timer = setInterval(quietly, 600_000);
    return () => clearInterval(timer);
  }, [client]);
  if (first === undefined) return <NoWorkspace />;
  return known ? <div key={workspace}>{children}</div> : <Loading />;
}

/** Only a quote can be gone on with before the firm is admitted. */
function NoWorkspace() {
  const { t } = useTranslation();
  const href = useRouterState({ select: ({ location }) => location.href });
  return (
    <Empty
      action={
        <LinkButton kind="primary" to="/join" search={href.startsWith("/selling/requests/") ? { back: href } : {}}>
          {t("shell.title.join")}
        </LinkButton>
      }
    >
      {t("shell.no_workspace")}
    </Empty>
  );
}
