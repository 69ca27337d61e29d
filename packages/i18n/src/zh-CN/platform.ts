import type { PlatformRefusal } from "@jizhen/kernel";

export const platform = {
  "platform.sign_in_needed": "请先登录",
  "platform.not_permitted": "您的岗位没有此项权限，请联系本企业负责人",
  "platform.workspace_unknown": "未找到该工作区，请重新选择企业和专业镇",
  "platform.file_unknown": "未找到该文件",
  "platform.address_unknown": "页面不存在",
  "platform.changed_meanwhile": "内容刚被他人更新，已为您刷新，请核对后重试",
  "platform.key_reused": "重复提交的内容与上次不一致，请刷新后重试",
  "platform.invalid_input": "有 {{count}} 处需要补充或更正",
  "platform.file_too_large": "文件超过 {{maxMegabytes}} MB",
  "platform.file_type": "不支持这种文件，可上传：{{allowed}}",
  "platform.file_empty": "文件是空的",
  "platform.sheet_damaged": "表格文件已损坏，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传",
  "platform.sheet_encrypted": "表格已加密，或是旧版 .xls；请去掉密码并另存为 .xlsx",
  "platform.sheet_macros": "表格含有宏，不能上传；请另存为不含宏的 .xlsx",
  "platform.sheet_bomb": "表格解压后过大，不能上传；请只保留数据并另存",
  "platform.sheet_too_long": "清单超过 {{max}} 行，一个文件放不下；请先用筛选分成几份",
  "platform.body_too_large": "提交的内容超过 {{maxKilobytes}} KB",
  "platform.too_many_requests": "操作太频繁，请 {{seconds}} 秒后再试",
} satisfies Record<PlatformRefusal["code"], string> & Record<string, string>;
