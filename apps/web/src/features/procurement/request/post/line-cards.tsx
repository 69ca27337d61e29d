import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { Row } from "#ui/layout.tsx";
import type { PostLine } from "./line.ts";
import { LineChips } from "./line-chips.tsx";
import { LineQuestions } from "./line-questions.tsx";

type CardsProps = {
  readonly lines: readonly PostLine[];
  readonly onChange: (line: PostLine) => void;
  readonly onEdit: (key: string) => void;
  readonly onCopy: (key: string) => void;
  readonly onRemove: (key: string) => void;
};

/** A card per line on phones; tapped, it opens in a bottom sheet. */
export function LineCards({ lines, onChange, onEdit, onCopy, onRemove }: CardsProps) {
  const { t } = useTranslation();
  return (
    <ol className="p-cards">
      {lines.map((line, at) => (
        <li key={line.key} id={`line-${line.key}`}>
          <button type="button" className="p-card" onClick={() => onEdit(line.key)}>
            <span className="k-hidden">{t("procurement.request.post.edit_line")}</span>
            <span className="k-quiet">{t("procurement.request.post.line", { line: at + 1 })}</span>
            <LineChips line={line} />
          </button>
          <LineQuestions line={line} onChange={onChange} />
          <Row>
            <Button kind="quiet" small onClick={() => onCopy(line.key)}>
              {t("procurement.request.post.copy_line")}
            </Button>
            <Button kind="quiet" small onClick={() => onRemove(line.key)}>
              {t("procurement.request.post.remove_line")}
            </Button>
          </Row>
        </li>
      ))}
    </ol>
  );
}
