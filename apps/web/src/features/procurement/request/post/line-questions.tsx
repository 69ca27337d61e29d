import { type Finding, type FindingOption, heldOf } from "@jizhen/spec";
import { useId } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { localeOf } from "#lib/words.ts";
import { Button } from "#ui/button.tsx";
import { confirmed, findingsOf, type PostLine, stopsOf, subjectOf, withValue } from "./line.ts";
import { attributeName, contentText, sayFinding } from "./say-finding.ts";

type QuestionsProps = { readonly line: PostLine; readonly onChange: (line: PostLine) => void };

/** What is open on a line. Doubts stand in yellow and are answered by one tap; what could be added is said quietly. */
export function LineQuestions({ line, onChange }: QuestionsProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const findings = findingsOf(line);
  const stops = new Set(stopsOf(line).map(subjectOf));
  const open = findings.filter(
    (finding) =>
      stops.has(subjectOf(finding)) || (finding.level === "ask" && finding.code !== "spec.attribute.missing" && finding.options.length > 0),
  );
  const quiet = findings.filter((finding) => !open.includes(finding) && finding.level === "ask");
  const toAdd = quiet.filter(({ code }) => code === "spec.attribute.missing").flatMap(({ attributes }) => attributes.slice(0, 1));
  const said = quiet.filter(({ code }) => code !== "spec.attribute.missing");
  return (
    <>
      {open.map((finding) => (
        <Question key={`${finding.code}${finding.attributes.join()}`} finding={finding} line={line} onChange={onChange} />
      ))}
      {said.map((finding) => (
        <p key={`${finding.code}${finding.attributes.join()}`} className="k-quiet">
          {sayFinding(line, finding, locale)}
        </p>
      ))}
      {toAdd.length > 0 && (
        <p className="k-quiet">
          {t("procurement.request.post.could_add", {
            attributes: toAdd.map((name) => attributeName(line, name, locale)).join(locale === "en" ? ", " : "、"),
          })}
        </p>
      )}
    </>
  );
}

function Question({ finding, line, onChange }: QuestionsProps & { readonly finding: Finding }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const asks = useId();
  const { options, attributes, code } = finding;
  const [attribute] = attributes;
  const held = attribute === undefined ? null : heldOf(line.spec, attribute);
  const mine = held?.value ?? null;
  const others = options.filter(
    (option) => mine === null || option.attribute !== attribute || JSON.stringify(option.value) !== JSON.stringify(mine),
  );
  const take = (option: FindingOption) => onChange(withValue(line, option.attribute, option.value));
  return (
    <div role="group" aria-labelledby={asks} className={`p-question ${code === "spec.attribute.missing" ? "p-question-missing" : ""}`}>
      <span id={asks}>{sayFinding(line, finding, locale)}</span>
      {held !== null && mine !== null && held.state === "doubt" && attribute !== undefined && (
        <Button small onClick={() => onChange(confirmed(line, attribute))}>
          {t("procurement.request.post.yes", { value: contentText(line, attribute, mine, locale) })}
        </Button>
      )}
      {others.slice(0, 12).map((option) => (
        <Button key={`${option.attribute}${JSON.stringify(option.value)}`} small onClick={() => take(option)}>
          {contentText(line, option.attribute, option.value, locale)}
        </Button>
      ))}
    </div>
  );
}
