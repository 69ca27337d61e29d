import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Card, Quiet, Stack } from "#ui/layout.tsx";
import { AppLink } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { PublicFrame } from "#ui/public-frame.tsx";
import { Notice } from "#ui/states.tsx";
import { DemoRibbon } from "#ui/tag.tsx";
import { AccountForm } from "./account-form.tsx";
import { type DemoPerson, demoPeople, pathWithin } from "./auth.ts";
import "../town.css";

/** Screen 5: by password, and one press for each role of the demo where the server offers it. */
export function SignInPage() {
  const { t } = useTranslation();
  const { back } = useSearch({ from: "/sign-in" });
  return (
    <PublicFrame wide>
      <Page title={t("shell.sign_in")} subtitle={t("shell.product_long")}>
        {back !== undefined && <Notice>{t("shell.sign_in_first")}</Notice>}
        <div className="t-narrow">
          <Card>
            {/* A full load: nothing that was read for somebody else stays in memory. */}
            <AccountForm mode="sign_in" onDone={() => location.assign(pathWithin(back))} />
            <Quiet>
              {t("town.person.new_here")}{" "}
              <AppLink to="/join" search={back === undefined ? {} : { back }}>
                {t("shell.title.join")}
              </AppLink>
            </Quiet>
          </Card>
        </div>
        <DemoEntries back={back} />
      </Page>
    </PublicFrame>
  );
}

function DemoEntries({ back }: { readonly back: string | undefined }) {
  const { t } = useTranslation();
  // Without the query layer and the kit, which nobody who signs in waits for.
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => void demoPeople().then(setPeople, () => undefined), []); // without an answer one signs in by password
  if (people.length === 0) return <></>;
  const to = back === undefined ? "" : `?to=${encodeURIComponent(pathWithin(back))}`;
  return (
    <Card title={t("town.person.demo")} actions={<DemoRibbon />}>
      <Stack gap={2}>
        <Quiet>{t("town.person.demo_hint")}</Quiet>
        <ul className="t-demo">
          {people.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/demo/enter/${slug}${to}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}
