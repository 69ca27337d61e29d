import type { platform as zh } from "../zh-CN/platform.ts";

export const platform: Record<keyof typeof zh, string> = {
  "platform.sign_in_needed": "Please sign in first",
  "platform.not_permitted": "Your role does not include this; ask the owner of your organisation",
  "platform.workspace_unknown": "This workspace is not known; choose your organisation and town again",
  "platform.file_unknown": "This file was not found",
  "platform.address_unknown": "There is no such page",
  "platform.changed_meanwhile": "Somebody changed this a moment ago. It has been refreshed: look again, then retry",
  "platform.key_reused": "This was sent before with other content; refresh and try again",
  "platform.invalid_input": "{{count}} places need to be completed or corrected",
  "platform.file_too_large": "The file is larger than {{maxMegabytes}} MB",
  "platform.file_type": "This kind of file is not accepted. You can upload: {{allowed}}",
  "platform.file_empty": "The file is empty",
  "platform.sheet_damaged": "This spreadsheet is damaged and cannot be read. Open it, save it again as .xlsx, and upload that",
  "platform.sheet_encrypted": "This spreadsheet is encrypted, or an old .xls. Remove the password and save it as .xlsx",
  "platform.sheet_macros": "This spreadsheet holds macros and is not accepted. Save it as .xlsx without macros",
  "platform.sheet_bomb": "Unpacked, this spreadsheet would be far too large. Keep only the rows and save it again",
  "platform.sheet_too_long": "The list has more than {{max}} rows, too many for one file. Use the filters to save it in parts",
  "platform.body_too_large": "What was sent is larger than {{maxKilobytes}} KB",
  "platform.too_many_requests": "Too many requests; try again in {{seconds}} seconds",
};
