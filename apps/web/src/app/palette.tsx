import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { nameIn, useSession, useSwitchWorkspace } from "#lib/session.ts";
import { switchTheme, useTheme } from "#lib/theme.ts";
import { useTranslation } from "#lib/translation.tsx";
import { switchLocale } from "#lib/words.ts";
import { Dialog } from "#ui/dialog.tsx";
import { entriesFor } from "./navigation.ts";

type Command = { readonly key: string; readonly label: string; readonly hint: string; readonly run: () => void };

function useCommands(): Command[] {
  const { t, i18n } = useTranslation();
  const { session, may, current } = useSession();
  const navigate = useNavigate();
  const choose = useSwitchWorkspace();
  const theme = useTheme();
  const next = theme === "dark" ? "light" : "dark";
  const places = entriesFor(may).flatMap((entry) =>
    entry.places.map(({ to, label }) => ({
      key: to,
      label: t(label),
      hint: t(entry.label),
      run: () => void navigate({ to }),
    })),
  );
  const messages = {
    key: "/messages",
    label: t("shell.messages"),
    hint: t("shell.palette.go"),
    run: () => void navigate({ to: "/messages" }),
  };
  const workspaces = (session?.workspaces ?? [])
    .filter((held) => held !== current)
    .map((held) => ({
      key: held.key,
      label: nameIn(i18n.language, held.organisation),
      hint: nameIn(i18n.language, held.town),
      run: () => choose(held),
    }));
  return [
    ...places,
    messages,
    ...workspaces,
    {
      key: "locale",
      label: t("shell.language"),
      hint: t("shell.palette.do"),
      run: () => void switchLocale(i18n.language === "en" ? "zh-CN" : "en"),
    },
    { key: "theme", label: t(`shell.theme.${next}`), hint: t("shell.palette.do"), run: () => switchTheme(next) },
  ];
}

/** Everything by keyboard: type, arrow, Enter. */
export function Palette({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const commands = useCommands();
  const wanted = text.trim().toLowerCase();
  const shown = commands.filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(wanted));
  const close = () => {
    setText("");
    setAt(0);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + shown.length) % shown.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      shown[at]?.run();
      close();
    }
  };
  return (
    <Dialog opened={opened} onClose={close} title={t("shell.search")} size="medium">
      <input
        className="k-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        aria-label={t("shell.palette.placeholder")}
        placeholder={t("shell.palette.placeholder")}
        value={text}
        data-autofocus
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={t("shell.search")} className="s-commands">
        {shown.map((command, index) => (
          <div
            key={command.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseMove={() => setAt(index)}
            onClick={() => {
              command.run();
              close();
            }}
            onKeyDown={onKeyDown}
          >
            <span>{command.label}</span>
            <span className="k-quiet">{command.hint}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="k-quiet">{t("shell.palette.none")}</p>}
    </Dialog>
  );
}
