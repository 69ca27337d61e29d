import type { DeclarationId } from "@jizhen/domain-town";
import { useQuery } from "@tanstack/react-query";
import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { Asked } from "#ui/asked.tsx";
import { Drawer } from "#ui/dialog.tsx";
import { Row, Stack } from "#ui/layout.tsx";
import { DeclarationCells } from "./declaration-cells.tsx";
import { ReasonButton, StepButton } from "./report-action.tsx";

/** One firm's declaration beside the list: read, taken in, or returned with words. */
export function CheckDrawer({ declarationId, onClose }: { readonly declarationId: string; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useTRPCClient();
  const query = useQuery(useTRPC().town.declaration.get.queryOptions({ declarationId: declarationId as DeclarationId }));
  const title = query.data ? nameIn(i18n.language, query.data.firm) : t("figures.declaration.title");
  return (
    <Drawer opened onClose={onClose} title={title}>
      <Asked query={query}>
        {({ declaration, definitions, outliers, actions }) => {
          if (!declaration) return <></>;
          const on = { declarationId: declaration.id, version: declaration.version };
          return (
            <Stack>
              <DeclarationCells cells={declaration.cells} definitions={definitions} unusual={new Set(outliers.map(({ id }) => id))} />
              <Row end>
                {actions.includes("return") && (
                  <ReasonButton
                    label={t("figures.desk.return")}
                    done={t("figures.desk.returned")}
                    why={t("figures.desk.return_why")}
                    send={(reason, call) => client.town.declaration.return.mutate({ ...on, reason }, call)}
                    onDone={onClose}
                  />
                )}
                {actions.includes("check") && (
                  <StepButton
                    primary
                    label={t("figures.desk.check")}
                    done={t("figures.desk.checked")}
                    send={(call) => client.town.declaration.check.mutate(on, call)}
                    onDone={onClose}
                  />
                )}
              </Row>
            </Stack>
          );
        }}
      </Asked>
    </Drawer>
  );
}
