/**
 * Characteristic towns of Shanxi that news name as of the province's list: Xinhua, China Daily (28 July 2023), Shanxi Daily (12 December 2022),
 * China News Service (September 2023) and a list of the second batch (December 2023). Not the department's own notice: the province knows of
 * more than stand here, and one that is not named is simply not written down yet.
 */
export const listedTowns = [
  ["dingxiang", "定襄法兰", "Dingxiang flanges", "140921", "忻州市", "manufacturing", "flange", 1],
  ["xinghuacun", "杏花村汾酒", "Xinghuacun Fenjiu baijiu", "141182", "吕梁市", "agri-food", "baijiu", 1],
  ["qixian", "祁县玻璃器皿", "Qixian glassware", "140727", "晋中市", "light industry", "glassware", 1],
  ["taigu", "太谷玛钢", "Taigu malleable iron", "140703", "晋中市", "manufacturing", "malleable", 1],
  ["wanrong", "万荣外加剂", "Wanrong concrete admixtures", "140822", "运城市", "manufacturing", "admixture", 1],
  ["pingyao", "平遥牛肉和推光漆器", "Pingyao beef and lacquerware", "140728", "晋中市", "agri-food / craft", "generic", 1],
  ["qingxu", "清徐老陈醋", "Qingxu aged vinegar", "140121", "太原市", "agri-food", "generic", 1],
  ["shangdang", "上党中药材", "Shangdang medicinal herbs", null, "长治市", "agri-food", "generic", 1],
  ["daizhou", "代州黄酒", "Daizhou yellow rice wine", "140923", "忻州市", "agri-food", "generic", 1],
  ["huairen", "怀仁陶瓷", "Huairen ceramics", "140681", "朔州市", "light industry", "generic", 1],
  ["zezhou", "泽州铸造", "Zezhou castings", "140525", "晋城市", "manufacturing", "generic", 2],
  ["yangquan", "阳泉郊区耐火材料", "Yangquan suburb refractories", "140311", "阳泉市", "manufacturing", "generic", 2],
  ["yanhu", "盐湖水泵", "Yanhu water pumps", "140802", "运城市", "manufacturing", "generic", 2],
  ["yuci", "榆次纺机液压", "Yuci textile machinery and hydraulics", "140702", "晋中市", "manufacturing", "generic", 2],
] as const;
