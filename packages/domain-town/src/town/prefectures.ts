/** The eleven prefectures of Shanxi, by the names in their own English publications. */
const shanxi: ReadonlyMap<string, string> = new Map([
  ["太原市", "Taiyuan"],
  ["大同市", "Datong"],
  ["阳泉市", "Yangquan"],
  ["长治市", "Changzhi"],
  ["晋城市", "Jincheng"],
  ["朔州市", "Shuozhou"],
  ["晋中市", "Jinzhong"],
  ["运城市", "Yuncheng"],
  ["忻州市", "Xinzhou"],
  ["临汾市", "Linfen"],
  ["吕梁市", "Lüliang"],
]);

/** Null where no English name is known: the Chinese one is shown then, for a guess would be no address. */
export const prefectureEn = (cityZh: string): string | null => shanxi.get(cityZh.trim()) ?? null;
