/** Invented projects, one text for each kind. */
export const upgradeTexts = {
  digital: {
    title: "生产管理数字化（演示）",
    text: "设备联网、数据采集和生产排程上线，减少手工记录。（演示数据）",
    steps: ["设备联网", "数据采集与看板", "排程上线"],
  },
  low_carbon: {
    title: "熔炼与热处理节能改造（演示）",
    text: "更换电炉电源、回收余热、空压机变频，降低单位产品能耗。（演示数据）",
    steps: ["余热回收", "电炉电源更换", "空压站变频"],
  },
  both: {
    title: "数字化与节能一体改造（演示）",
    text: "能源在线监测与排程协同，配合电炉和空压站改造。（演示数据）",
    steps: ["能源在线监测", "电炉改造", "排程与能耗协同", "空压站变频"],
  },
} as const;

export const upgradeWords = {
  boundary: "全厂（含熔炼、热处理、机加工）",
  suppliers: "演示设备供应商、演示系统集成商",
  step: "已完成并试运行，资料齐全。（演示数据）",
  stopped: "企业调整生产线，另行立项。（演示数据）",
} as const;
