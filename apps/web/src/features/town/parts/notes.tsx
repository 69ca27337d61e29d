import { useTranslation } from "#lib/translation.tsx";
import type { Outputs } from "#lib/trpc.ts";
import { Row, Stack } from "#ui/layout.tsx";
import { Moment } from "#ui/moment.tsx";
import { Chip } from "#ui/tag.tsx";

type Note = Outputs["town"]["membership"]["mine"][number]["notes"][number];

/** Questions of the administration and answers of the firm, oldest first, as both sides see them. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap={3}>
      {notes.map((note, index) => (
        <div key={index} className={`t-note${note.kind === "ask" ? " t-note-ask" : ""}`}>
          <Row between>
            <strong>{t(`town.note.${note.kind}`)}</strong>
            <span className="k-quiet">
              <Moment at={note.at} />
            </span>
          </Row>
          {note.points.length > 0 && (
            <Row gap={1}>
              {note.points.map((point) => (
                <Chip key={point} tone="doubt">
                  {t(`town.point.${point}` as "town.point.number")}
                </Chip>
              ))}
            </Row>
          )}
          <p>{note.text}</p>
        </div>
      ))}
    </Stack>
  );
}
