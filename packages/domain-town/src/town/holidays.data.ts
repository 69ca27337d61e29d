/**
 * Public holidays and the weekend days worked for them in 2026: notice of the General Office of the State Council of 4 November 2025
 * on the arrangement of holidays in 2026 (Xinhua, politics.gmw.cn/2025-11/04/content_38391083.htm). Only weekdays count as off.
 */
export const national = {
  holidays: [
    "2026-01-01",
    "2026-01-02",
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-02-23",
    "2026-04-06",
    "2026-05-01",
    "2026-05-04",
    "2026-05-05",
    "2026-06-19",
    "2026-09-25",
    "2026-10-01",
    "2026-10-02",
    "2026-10-05",
    "2026-10-06",
    "2026-10-07",
  ],
  workdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
} as const;
