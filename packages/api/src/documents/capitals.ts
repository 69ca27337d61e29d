const digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const places = ["", "拾", "佰", "仟"] as const;
const groups = ["", "万", "亿", "万亿"] as const;

/** 人民币大写 of a whole number of fen, as the rules for filling in bills ask (正确填写票据和结算凭证的基本规定): 零 between, 整 after 元 or 角. */
export function inChineseCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`);
  const magnitude = Math.abs(fen);
  const yuan = Math.floor(magnitude / 100);
  const [jiao, rest] = [Math.floor((magnitude % 100) / 10), magnitude % 10];
  const whole = yuan === 0 ? "" : `${integer(yuan)}元`;
  const tenths = jiao === 0 ? (rest !== 0 && yuan !== 0 ? "零" : "") : `${digits[jiao]}角`;
  const hundredths = rest === 0 ? "" : `${digits[rest]}分`;
  const said = `${whole}${tenths}${hundredths}`;
  return `${fen < 0 ? "负" : ""}${said === "" ? "零元" : said}${rest === 0 ? "整" : ""}`;
}

function integer(value: number): string {
  let said = "";
  let gap = false;
  const text = String(value);
  for (let group = Math.ceil(text.length / 4) - 1; group >= 0; group -= 1) {
    const four = text.slice(Math.max(0, text.length - 4 * (group + 1)), text.length - 4 * group).padStart(4, "0");
    if (four === "0000") {
      gap = said !== "";
      continue;
    }
    for (const [index, sign] of Array.from(four).entries()) {
      if (sign === "0") {
        gap = said !== "";
        continue;
      }
      said += `${gap ? "零" : ""}${digits[Number(sign)]}${places[3 - index]}`;
      gap = false;
    }
    said += groups[group] ?? "";
    // 10 000 500 is 壹仟万零伍佰: the zero before the next group is said when that group does not fill its thousands.
    gap = false;
    const next = text.slice(text.length - 4 * group).slice(0, 4);
    if (group > 0 && next.startsWith("0")) gap = true;
  }
  return said;
}
