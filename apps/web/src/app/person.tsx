import { IconLogout } from "@tabler/icons-react";
import { useSession } from "#lib/session.ts";
import { signOut } from "#lib/sign-out.ts";
import { useTranslation } from "#lib/translation.tsx";
import { Button } from "#ui/button.tsx";
import { Row, Stack } from "#ui/layout.tsx";
import { LanguageButton, ThemeButton } from "#ui/look-buttons.tsx";

/** Name, language, colours and the way out, as shown on phones. */
export function Person() {
  const { t } = useTranslation();
  const { person } = useSession();
  return (
    <Stack gap={3}>
      <div>
        <strong>{person?.name}</strong>
        <div className="k-quiet">{person?.email}</div>
      </div>
      <Row>
        <LanguageButton />
        <ThemeButton />
        <Button icon={<IconLogout size={18} aria-hidden="true" />} onClick={() => void signOut()}>
          {t("shell.sign_out")}
        </Button>
      </Row>
    </Stack>
  );
}
