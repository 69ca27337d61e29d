import type { TextKey } from "@jizhen/i18n";
import { type FunctionComponent, lazy, Suspense } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Page } from "#ui/page.tsx";
import { Loading } from "#ui/states.tsx";

/** A page whose own weight (parser, schemas, large forms) comes after the first paint: its title and frame stand meanwhile. */
export function late<Name extends string>(
  load: () => Promise<Record<Name, FunctionComponent>>,
  name: Name,
  title: TextKey,
): FunctionComponent {
  const Heavy = lazy<FunctionComponent>(async () => ({ default: (await load())[name] }));
  return function LatePage() {
    const { t } = useTranslation();
    const waiting = (
      <Page title={t(title)}>
        <Loading />
      </Page>
    );
    return (
      <Suspense fallback={waiting}>
        <Heavy />
      </Suspense>
    );
  };
}
