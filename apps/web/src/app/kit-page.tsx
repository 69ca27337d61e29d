import { useState } from "react";
import { Button, IconButton } from "#ui/button.tsx";
import { ChipsField, OptionField } from "#ui/choices.tsx";
import { CopyId } from "#ui/copy-id.tsx";
import { Countdown } from "#ui/countdown.tsx";
import { DataTable, type SortOrder } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { BottomSheet, Confirm, Dialog, Drawer, useOpen } from "#ui/dialog.tsx";
import { CheckField, DecimalField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { MoneyText, PriceText, QuantityText } from "#ui/figures.tsx";
import { Card, Facts, Grid, Row, Stack } from "#ui/layout.tsx";
import { LanguageButton, ThemeButton } from "#ui/look-buttons.tsx";
import { Menu } from "#ui/menu.tsx";
import { Page } from "#ui/page.tsx";
import { SearchChips, SearchSelect } from "#ui/search-select.tsx";
import { Empty, Loading, Notice, Problem, Refused } from "#ui/states.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Chip, DemoRibbon, StatusTag } from "#ui/tag.tsx";
import { Steps, Timeline } from "#ui/timeline.tsx";
import { toast } from "#ui/toasts.tsx";
import { UploadList } from "#ui/upload-list.tsx";

const choices = ["WN", "SO", "BL", "TH"].map((value) => ({ value, label: value }));
const rows = [
  { id: "CG-2026-000123", title: "WN DN150 PN16 20# 200 件", amount: 12_345_600, status: "running" as const },
  { id: "CG-2026-000124", title: "SO DN80 PN10 Q235 60 件", amount: 88_000, status: "sealed" as const },
];

/** Every part of the kit in every state, in development builds only; its words are samples, not product text. */
export function KitPage() {
  return (
    <main>
      <Page title="Kit" sign={<DemoRibbon />} primary={<Button kind="primary">Primary</Button>} actions={<LanguageAndTheme />}>
        <Grid least={340}>
          <Fields />
          <Popups />
          <Signs />
          <States />
        </Grid>
        <Lists />
      </Page>
    </main>
  );
}

const LanguageAndTheme = () => (
  <Row>
    <LanguageButton />
    <ThemeButton />
  </Row>
);

function Fields() {
  const [one, setOne] = useState<string | null>("WN");
  const [some, setSome] = useState<string[]>(["WN"]);
  const [date, setDate] = useState<string | null>("2026-12-01");
  return (
    <Card title="Fields">
      <TextField label="Text" hint="hint" required />
      <TextField label="Wrong" error="Please fill this in" defaultValue="x" />
      <DecimalField label="Decimal" suffix="件" />
      <SelectField label="Select" choices={choices} none="—" />
      <SearchSelect label="Search select" choices={choices} value={one} onChange={setOne} />
      <SearchChips label="Search chips" choices={choices} value={some} onChange={setSome} />
      <ChipsField label="Chips" choices={choices} value={some} onChange={setSome} />
      <OptionField label="Options" choices={choices} value={one} onChange={setOne} />
      <DateField label="Date" value={date} onChange={setDate} />
      <TextArea label="Area" />
      <CheckField label="Check" />
      <UploadList label="Files" purpose="request" value={[]} onChange={() => undefined} />
    </Card>
  );
}

function Popups() {
  const [dialog, drawer, sheet, confirm] = [useOpen(), useOpen(), useOpen(), useOpen()];
  return (
    <Card title="Popups">
      <Row>
        <Button onClick={dialog.open}>Dialog</Button>
        <Button onClick={drawer.open}>Drawer</Button>
        <Button onClick={sheet.open}>Sheet</Button>
        <Button kind="danger" onClick={confirm.open}>
          Confirm
        </Button>
        <Button onClick={() => toast("Saved")}>Toast</Button>
        <Menu target={<Button>Menu</Button>} groups={[{ items: [{ key: "a", label: "Item", hint: "hint", onSelect: () => undefined }] }]} />
        <Button busy>Busy</Button>
        <Button kind="quiet">Quiet</Button>
        <IconButton label="Icon">+</IconButton>
      </Row>
      <Dialog opened={dialog.opened} onClose={dialog.close} title="Dialog">
        <TextField label="Text" />
      </Dialog>
      <Drawer opened={drawer.opened} onClose={drawer.close} title="Drawer">
        <TextField label="Text" />
      </Drawer>
      <BottomSheet opened={sheet.opened} onClose={sheet.close} title="Sheet">
        <TextField label="Text" />
      </BottomSheet>
      <Confirm opened={confirm.opened} onClose={confirm.close} title="Sure?" confirm="Delete" danger onConfirm={confirm.close}>
        Gone for ever.
      </Confirm>
    </Card>
  );
}

const Signs = () => (
  <Card title="Signs">
    <Row>
      {(["draft", "running", "waiting", "sealed", "good", "ended", "warning", "star"] as const).map((sign) => (
        <StatusTag key={sign} sign={sign}>
          {sign}
        </StatusTag>
      ))}
    </Row>
    <Row>
      <Chip name="DN">150</Chip>
      <Chip tone="note">note</Chip>
      <Chip tone="doubt" onRemove={() => undefined}>
        PN16?
      </Chip>
    </Row>
    <Facts
      rows={[
        { name: "Money", value: <MoneyText amount={12_345_600} currency="CNY" strong /> },
        { name: "Price", value: <PriceText price="0.01110" currency="USD" /> },
        { name: "Quantity", value: <QuantityText value="200" unit="H87" /> },
        { name: "Id", value: <CopyId text="CG-2026-000123" /> },
        { name: "Left", value: <Countdown to={new Date(Date.now() + 3_700_000)} over="closed" /> },
      ]}
    />
    <Steps label="Steps" current="b" steps={["a", "b", "c"].map((key) => ({ key, label: key }))} />
    <Timeline entries={[{ key: "1", at: new Date(), title: "Published", who: "Buyer" }]} />
  </Card>
);

const States = () => (
  <Card title="States">
    <Loading lines={2} />
    <Empty action={<Button>Next step</Button>}>Empty</Empty>
    <Problem message="Problem" onRetry={() => undefined} />
    <Refused message="Refused" />
    <Stack gap={2}>
      <Notice>Info</Notice>
      <Notice tone="good">Good</Notice>
      <Notice tone="doubt">Doubt</Notice>
      <Notice tone="bad">Bad</Notice>
    </Stack>
  </Card>
);

function Lists() {
  const [sort, setSort] = useState<SortOrder | null>(null);
  const [tab, setTab] = useState("a");
  return (
    <Card flush title="Table">
      <Tabs
        label="Tabs"
        tabs={[
          { key: "a", label: "All", count: 2 },
          { key: "b", label: "Drafts" },
        ]}
        current={tab}
        onChange={setTab}
      >
        <DataTable
          caption="Requests"
          rows={tab === "a" ? rows : []}
          rowKey={({ id }) => id}
          sort={sort}
          onSort={setSort}
          empty={<Empty>None</Empty>}
          onMore={() => undefined}
          columns={[
            { key: "title", title: "Title", cell: ({ title }) => <a href="#row">{title}</a>, lead: true, sort: "title" },
            { key: "number", title: "Number", cell: ({ id }) => <CopyId text={id} /> },
            {
              key: "amount",
              title: "Amount",
              cell: ({ amount }) => <MoneyText amount={amount} currency="CNY" />,
              figures: true,
              sort: "amount",
            },
            { key: "status", title: "Status", cell: ({ status }) => <StatusTag sign={status}>{status}</StatusTag> },
          ]}
        />
      </Tabs>
    </Card>
  );
}
