import { nameIn } from "#lib/session.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { Row } from "#ui/layout.tsx";
import type { CompareProps } from "./comparison-tab.tsx";

type Props = Pick<CompareProps, "comparison" | "onJudge"> & { readonly quoteIds: readonly string[] };

/** From a word about quotes that wait for a judgement to each of them. */
export function JudgeButtons({ comparison, onJudge, quoteIds }: Props) {
  const { t, i18n } = useTranslation();
  if (onJudge === null) return <></>;
  return (
    <Row>
      {comparison.quotes
        .filter(({ id }) => quoteIds.includes(id))
        .map(({ id, supplier }) => (
          <Button key={id} onClick={() => onJudge(id)}>
            {t("procurement.quote.judge.title", { name: nameIn(i18n.language, supplier) })}
          </Button>
        ))}
    </Row>
  );
}
