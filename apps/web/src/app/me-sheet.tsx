import { useTranslation } from "#lib/translation.tsx";
import { BottomSheet } from "#ui/dialog.tsx";
import { Stack } from "#ui/layout.tsx";
import type { Entry } from "./navigation.ts";
import { Person } from "./person.tsx";
import { EntryLinks } from "./side-menu.tsx";

type MeSheetProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly shown: readonly Entry[];
  readonly here: string | null;
};

/** 我的: who I am, and every place that the bar has no room for. */
export function MeSheet({ opened, onClose, shown, here }: MeSheetProps) {
  const { t } = useTranslation();
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("shell.me")}>
      <Stack gap={4}>
        <Person />
        <ul className="s-sheet-menu">
          {shown.map((entry) => (
            <li key={entry.key}>
              <EntryLinks entry={entry} here={here} onGo={onClose} />
            </li>
          ))}
        </ul>
      </Stack>
    </BottomSheet>
  );
}
