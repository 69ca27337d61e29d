import type { Words } from "@jizhen/i18n";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Words };
    keySeparator: false;
    nsSeparator: false;
  }
}
