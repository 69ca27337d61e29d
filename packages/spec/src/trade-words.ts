/** Words of quotes and answers that no pack names, Chinese and English. Only what has one meaning in trade stands here. */
export const tradeWords = `
密封面|sealing face
水线|serrated finish
厂标|works standard
国标|national standard (GB)
行标|industry standard
美标|ASME standard
欧标|EN standard
德标|DIN standard
日标|JIS standard
按图|to drawing
图纸|drawing
精加工|finish machined
粗加工|rough machined
加工|machined
锻造|forged
锻件|forging
铸造|cast
正火|normalized
退火|annealed
调质|quenched and tempered
固溶|solution annealed
热处理|heat treatment
无损检测|non-destructive testing
探伤|non-destructive testing
超声波|ultrasonic
磁粉|magnetic particle
拉伸|tensile test
冲击|impact test
硬度|hardness
材质证明|material certificate
材质单|material certificate
质保书|quality certificate
第三方检验|third-party inspection
检验|inspection
检测|testing
报告|report
证书|certificate
包装|packing
木箱|wooden case
纸箱|carton
托盘|pallet
熏蒸|fumigation
防锈油|anti-rust oil
防锈|rust protection
喷漆|painted
镀锌|galvanized
现货|in stock
库存|stock
交货期|lead time
交期|lead time
发货|dispatch
交货|delivery
分批|in batches
加急|urgent
起订量|minimum order quantity
不含税|tax excluded
未税|tax excluded
含税|tax included
不含运费|freight excluded
含运费|freight included
包邮|freight included
运费|freight
到厂|delivered to the works
出厂|ex works
自提|collected by the buyer
预付款|prepayment
预付|prepaid
货到付款|payment on delivery
款到发货|payment before dispatch
月结|monthly settlement
账期|credit period
银行承兑|bank acceptance
电汇|bank transfer
信用证|letter of credit
有效期|validity
报价|quote
单价|unit price
总价|total price
折扣|discount
替代|alternative
偏差|deviation
公差|tolerance
厚度|thickness
外径|outside diameter
内径|inside diameter
壁厚|wall thickness
螺栓孔|bolt holes
螺栓|bolts
垫片|gaskets
数量|quantity
样品|sample
质保期|warranty period
不需要|not needed
需要|needed
不可以|not possible
可以|possible
不能做|cannot be made
不做|not made
能做|can be made
请确认|please confirm
同意|agreed
不同意|not agreed
免费|free of charge
`
  .trim()
  .split("\n")
  .map((line) => {
    const [zh = "", en = ""] = line.split("|");
    return { zh, en };
  });

/** Units that follow a number; "日" is not among them, since it ends a date as well. */
export const countedWords: Readonly<Record<string, string>> = {
  个工作日: "working days",
  工作日: "working days",
  个月: "months",
  天: "days",
  周: "weeks",
  件: "pcs",
  片: "pcs",
  个: "pcs",
  套: "sets",
  吨: "t",
  公斤: "kg",
  毫米: "mm",
  元: "yuan",
};
