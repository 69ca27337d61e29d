import { IconFileImport } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import { Card, Row } from "#ui/layout.tsx";

type PasteBoxProps = {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Reads what stands in the box. */
  readonly onRead: (text: string) => void;
  /** The parser is still under way. */
  readonly busy: boolean;
  /** Examples are offered while there is no line yet. */
  readonly empty: boolean;
};

const table =
  "名称\t规格\t材质\t数量\t交期\n带颈对焊法兰\tDN150 PN16 RF\t20#\t200件\t30天\n带颈平焊法兰\tDN80 PN10 RF\tQ235B\t60件\t30天\n法兰盖\tDN80 PN10 RF\tQ235B\t60件\t30天";

/** The one large box: what is pasted is read at once, what is typed is read on leaving. Nothing is sent anywhere for it. */
export function PasteBox({ value, onChange, onRead, busy, empty }: PasteBoxProps) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const read = (text: string) => {
    if (text.trim() !== "") onRead(text);
  };
  return (
    <Card>
      <TextArea
        label={t("procurement.request.post.box")}
        placeholder={t("procurement.request.post.box_placeholder")}
        hint={t("procurement.request.post.box_hint")}
        rows={empty ? 4 : 2}
        value={value}
        data-autofocus={empty || undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => read(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text");
          if (value.trim() !== "" || text.trim() === "") return;
          event.preventDefault();
          read(text);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing && !value.includes("\n")) {
            event.preventDefault();
            read(value);
          }
        }}
      />
      <Row between>
        <Row>
          <Button kind={empty ? "primary" : "secondary"} busy={busy} onClick={() => read(value)}>
            {t("procurement.request.post.read")}
          </Button>
          <Button icon={<IconFileImport size={18} aria-hidden="true" />} onClick={() => file.current?.click()}>
            {t("procurement.request.post.file")}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              if (chosen !== undefined) void textOfFile(chosen).then(read);
            }}
          />
        </Row>
      </Row>
      {empty && <Examples onTake={read} />}
    </Card>
  );
}

/** Chinese spreadsheets save CSV in GB 18030 as often as in UTF-8; commas become the tabs that a paste would have. */
async function textOfFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("gb18030").decode(bytes);
  }
  const plain = text.replace(/^\ufeff/, "");
  return plain.includes("\t") || !file.name.toLowerCase().endsWith(".csv")
    ? plain
    : plain.replace(/"((?:[^"]|"")*)"|,/g, (whole, quoted?: string) =>
        whole === "," ? "\t" : (quoted ?? "").replaceAll('""', '"').replace(/[\t\r\n]+/g, " "),
      );
}

function Examples({ onTake }: { readonly onTake: (text: string) => void }) {
  const { t } = useTranslation();
  const flange = t("procurement.request.post.example.flange");
  const baijiu = t("procurement.request.post.example.baijiu");
  return (
    <div className="k-stack k-gap-2">
      <p className="k-quiet">{t("procurement.request.post.examples")}</p>
      <Row>
        <Button small onClick={() => onTake(flange)}>
          {flange}
        </Button>
        <Button small onClick={() => onTake(table)}>
          {t("procurement.request.post.example.table")}
        </Button>
        <Button small onClick={() => onTake(baijiu)}>
          {baijiu}
        </Button>
      </Row>
    </div>
  );
}
