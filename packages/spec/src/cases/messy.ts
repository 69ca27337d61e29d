import { cases } from "./model.ts";

/**
 * Lines as they come in chats and mails. Read for the first time by a parser that had not seen them: 255 fields right, 13 asked,
 * 5 wrong; then mended, so these too are tuned on now.
 */
export const messyCases = cases(String.raw`
急需：304法兰盲板DN100 PN16 RF 5块，今天能发货吗 => flange type=BL dn=100 rating=PN16 facing=RF material=304 qty=?
老板 20#对焊法兰 219的 PN16 要8片 => flange type=WN rating=PN16 material=20# qty=8:H87
法兰DN50-PN16-SO-RF-Q235B-HG/T20592-2009，数量20 => flange type=SO dn=50 rating=PN16 facing=RF material=Q235B standard=HG/T_20592 qty=20:H87
PN16 DN50、DN80、DN100 对焊法兰各10片 20# => flange type=WN dn=? rating=PN16 material=20# qty=10:H87
WN RF FLG 14" CL.300 SCH.XS ASTM A105 B16.5 - 6 NOS. => flange type=WN nps=14 dn=350 rating=Class_300 facing=RF schedule=XS material=A105 standard=ASME_B16.5 qty=6:H87
FLANGE, SLIP ON, RF, CLASS 150, ASME B16.5, ASTM A182 GR F304, 3 IN => flange type=SO facing=RF rating=Class_150 standard=ASME_B16.5 material=304 nps=3 dn=80
Pls offer 500 pcs PN10/16 DN200 slip on flanges C22.8 => flange type=SO dn=200 rating=? material=C22.8 qty=500:H87
法兰 WN DN80 PN2.0 RF 20 SCH40 HG/T20615 => flange type=WN dn=80 rating=? facing=RF schedule=SCH_40 standard=HG/T_20615 qty=?
对焊钢制管法兰 DN150 PN16 RF 20II SCH40 NB/T47008-2017 HG/T20592-2009 16片 => flange type=WN dn=150 rating=PN16 facing=RF material=20_forged schedule=SCH_40 standard=HG/T_20592 qty=16:H87
带颈对焊法兰 WN-RF DN100 CL300 A105 SCH40 ASME B16.5-2017 共12片 => flange type=WN dn=100 rating=Class_300 facing=RF material=A105 schedule=SCH_40 standard=ASME_B16.5 qty=12:H87
高颈 φ219 PN25 16Mn 6片 => flange type=WN rating=PN25 material=16Mn qty=6:H87
法兰 板式平焊 1.6Mpa DN125 碳钢 30片 => flange type=PL dn=125 rating=? qty=30:H87
so rf 150# 2" a105 100 pcs => flange type=? facing=RF rating=Class_150 nps=2 dn=50 material=A105 qty=100:H87
wn dn150 pn16 20# 200pcs => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87
Blind DN1000 PN10 S235JR 2 pcs, drilled 28 holes => flange type=BL dn=1000 rating=PN10 material=S235JR drilling=28 qty=2:H87
SWRF 1" 3000# A105 50 pcs => flange type=SW facing=RF nps=1 dn=25 rating=Class_3000 material=A105 qty=50:H87
Flange 6x150 WNRF A105 10pcs => flange type=WN facing=RF material=A105 qty=10:H87
法兰 DN100 PN16 304 SO RF 20只 含税运 晋中 => flange type=SO dn=100 rating=PN16 facing=RF material=304 qty=20:H87
需 DN400 PN25 WN 16MnII 正火 RT MT 4件 3.1证书 图纸见附件 => flange type=WN dn=400 rating=PN25 material=16Mn heat_treatment=normalised ndt=MT,RT certificate=EN_10204_3.1 qty=4:H87
Φ530法兰 定做 内径535 厚28 8-Φ22孔 Q235B 2片 => flange bore_mm=535 drilling=8×22 material=Q235B qty=2:H87
DN15 SW CL800 阀门用法兰 F304L 100套 => flange type=SW dn=15 rating=Class_800 material=304L qty=100:SET
松套法兰 翻边 DN80 PN10 304/Q235B 40套 => flange type=LJ dn=80 rating=PN10 material=? qty=40:SET
20# 无缝弯头 90° R=1.5D DN100*4.5 50个 => buttweld type=elbow_90 radius=LR dn=100 wall_mm=4.5 material=20# seam=seamless qty=50:H87
大小头 DN150*100 304 同心 6个 => buttweld type=? dn=150×100 material=304 qty=6:H87
齿轮坯 锻件 Φ350*85 40Cr 正火 100件 单重65kg => forging od_mm=350 height_mm=85 material=40Cr heat_treatment=normalised mass_kg=65 qty=100:H87
汾酒同款 清香型 53° 500ml×12瓶 要300箱 包装箱要新 => baijiu type=qing abv=53 volume_ml=500 pack=12 qty=3600:XBO
白酒 清香 52度 光瓶 500ml 1000箱 一件12瓶 => baijiu type=qing abv=52 bottle=glass volume_ml=500 pack=12 qty=12000:XBO
定制酒 酱香53度 500ml 礼盒 2瓶/盒 600盒 => baijiu type=jiang abv=53 volume_ml=500 gift_box=yes pack=2 qty=1200:XBO
light-aroma Chinese baijiu 42% ABV 125ml x 24 bottles, 100 ctns, EXW Fenyang => baijiu type=qing abv=42 volume_ml=125 pack=24 qty=2400:XBO at=EXW:Fenyang
baijiu 100 cases => baijiu qty=100:XCT
红酒杯500ML 水晶料 人工 白盒 一箱24只 共10000只 => glassware type=stemware volume_ml=500 process=hand-blown carton_pcs=24 qty=10000:H87
玻璃杯 350ml 5000只 => glassware volume_ml=350 qty=5000:H87
Hand blown colored wine glass, pink, 400ml, set of 6, 500 sets => glassware type=stemware process=hand-blown colour=pink volume_ml=400 qty=500:SET
Borosilicate glass pitcher with lid 1.8L, gift box, 1000 pcs/ 45days => glassware glass=borosilicate type=pitcher volume_ml=1800 qty=1000:H87 lead=45
vase dia 12cm height 30cm, 800 pieces, clear => glassware type=vase rim_mm=120 height_mm=300 colour=clear qty=800:H87
玛钢 直接 DN20 镀锌 2000 => malleable dn=20 finish=galvanized qty=2000:H87
由任 1寸 镀锌 500个 玛钢 => malleable type=? nps=1 dn=25 finish=galvanized qty=500:H87
GI elbow 1" 90deg BSP 3000 pcs malleable => malleable type=A1 finish=galvanized nps=1 dn=25 thread=? qty=3000:H87
镀锌玛钢弯头DN15 DN20 DN25 各1000个 => malleable type=A1 dn=? finish=galvanized qty=1000:H87
malleable fittings: union 1/2" flat seat galv 1000pcs => malleable type=U1 nps=1/2 dn=15 finish=galvanized qty=1000:H87
减水剂母液 40%含固 聚羧酸 标准 每月100吨 => admixture type=? solid_pct=40 base=polycarboxylate form=liquid qty=100:TNE
聚羧酸粉剂 98% 减水率30% 5t 25公斤/袋 => admixture base=polycarboxylate form=powder solid_pct=98 reduction_pct=30 qty=5:TNE
PCE liquid 50% 20MT flexitank CIF Jebel Ali => admixture base=polycarboxylate form=liquid solid_pct=50 qty=20:TNE at=CIF:Jebel_Ali
早强减水剂 粉 3吨 => admixture type=WR-A qty=3:TNE
泵送剂 30t 掺量1.8%-2.2% 减水率≥18% 到商砼站 => admixture type=PA dosage_pct=1.8–2.2 reduction_pct=18 qty=30:TNE
`);

/** A second set of the same kind, read once by the mended parser: 246 fields right, none asked, none wrong but for a slip in a case. */
export const messyHeldOut = cases(String.raw`
对焊法兰 规格DN150 压力PN16 材质20# 数量200片 交期30天 => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87 lead=30
采购：带颈平焊法兰DN100 PN1.6 20#，30片，送到阳泉 => flange type=SO dn=100 rating=? material=20# qty=30:H87
询价 DN300对焊法兰2.5MPa 20# HG/T20592-2009 RF面 8片 含增值税 => flange type=WN dn=300 rating=PN25 material=20# standard=HG/T_20592 facing=RF qty=8:H87
美标法兰 SO 3寸 150LB A105 RF 出口木箱 60片 => flange type=SO nps=3 dn=80 rating=Class_150 material=A105 facing=RF qty=60:H87
日标法兰 10K 100A 平焊 Q235B 25片 => flange rating=10K dn=100 type=? material=Q235B qty=25:H87
德标对焊法兰 DIN2633 DN80 PN16 C22.8 15片 => flange type=WN dn=80 rating=PN16 material=C22.8 qty=15:H87
不锈钢法兰 PL DN50 PN10 304 100片 车光 => flange type=PL dn=50 rating=PN10 material=304 qty=100:H87
Kindly quote for 25 Nos. WNRF flanges, 8", 150#, SA105, Sch 40, as per ASME B16.5. Delivery: 5 weeks CIF Jebel Ali => flange type=WN facing=RF nps=8 dn=200 rating=Class_150 material=A105 schedule=SCH_40 standard=ASME_B16.5 qty=25:H87 lead=35 at=CIF:Jebel_Ali
Flange blind 24 inch cl 300 rtj f316l qty 1 => flange type=BL nps=24 dn=600 rating=Class_300 facing=RJ material=316L qty=1:H87
flange WN 1500# 3" RTJ F51 Sch 160 NACE MR0175 8 pcs EN10204-3.2 => flange type=WN rating=Class_1500 nps=3 dn=80 facing=RJ material=2205 schedule=SCH_160 nace=yes qty=8:H87 certificate=EN_10204_3.2
50 pcs of slip-on flange DN80 PN16 S235JR hot dip galvanized => flange type=SO dn=80 rating=PN16 material=S235JR coating=galvanised qty=50:H87
法兰 WN DN200-PN40-RF 16Mn 10 => flange type=WN dn=200 rating=PN40 facing=RF material=16Mn qty=10:H87
法兰毛坯 DN150 PN16 20# 300片 => flange dn=150 rating=PN16 material=20# qty=300:H87
304L blind flange 150 lbs 2 inches raised face, 12 each => flange type=BL rating=Class_150 nps=2 dn=50 facing=RF material=304L qty=12:H87
风电塔筒法兰 锻环 外径4300 内径4000 厚160 Q355NE 正火 UT 4件 => forging shape=ring od_mm=4300 id_mm=4000 height_mm=160 material=Q355NE heat_treatment=normalised ndt=UT qty=4:H87
锻件42CrMo调质 Φ180x950 轴 16支 粗车 => forging material=42CrMo heat_treatment=quenched_tempered shape=shaft od_mm=180 height_mm=950 condition=rough_machined qty=16:H87
Equal tee 4" SCH 80 A234 WPB seamless 30 pcs B16.9 => buttweld type=tee nps=4 dn=100 schedule=SCH_80 material=A234_WPB seam=seamless qty=30:H87 standard=ASME_B16.9
清香型 53%vol 500ml*6瓶 100箱 => baijiu type=qing abv=53 volume_ml=500 pack=6 qty=600:XBO
浓香 38度 250毫升 小瓶 3000瓶 月底要 => baijiu type=nong abv=38 volume_ml=250 qty=3000:XBO lead=?
原浆酒清香型65度散装 10吨 => baijiu type=qing abv=65 qty=10:TNE
20尺柜 白酒 清香 42度 500ml 12瓶/箱 1100箱 => baijiu type=qing abv=42 volume_ml=500 pack=12 qty=13200:XBO
Baijiu strong aroma 500 ml 52% vol ceramic bottle 6 bottles per case 80 cases => baijiu type=nong volume_ml=500 abv=52 bottle=ceramic pack=6 qty=480:XBO
手工高脚杯 无铅水晶 680ml 波尔多杯 5000只 => glassware process=hand-blown type=stemware glass=lead-free-crystal volume_ml=680 qty=5000:H87
啤酒杯 500ml 钠钙 机压 丝印logo 10000只 => glassware type=tumbler volume_ml=500 glass=soda-lime process=pressed qty=10000:H87
whiskey decanter 800ml lead-free, mouth-blown, 1500 pcs, FDA, gift box => glassware type=decanter volume_ml=800 glass=lead-free-crystal process=hand-blown food_contact=FDA qty=1500:H87
玻璃储物罐 竹盖 1L 高硼硅 2000个 => glassware type=jar volume_ml=1000 glass=borosilicate qty=2000:H87
candle jar 300 ml black sprayed 20,000 pcs 60 days => glassware type=candle volume_ml=300 colour=black decoration=sprayed qty=20000:H87 lead=60
玛钢管件 弯头 1/2 黑 10000只 => malleable type=A1 nps=1/2 dn=15 qty=10000:H87
玛钢三通 DN50*25 黑件 200个 => malleable type=B1 dn=50×25 finish=black qty=200:H87
四分内丝弯头 镀锌 玛钢 3000个 => malleable type=A1 finish=galvanized qty=3000:H87
Malleable iron coupling 3/4" black NPT UL FM 2500 pcs => malleable type=M2 nps=3/4 dn=20 finish=black thread=NPT approval=UL/FM qty=2500:H87
beaded tee 1" galvanized malleable BSPT 1200 pcs CFR Lagos => malleable bead=beaded type=B1 nps=1 dn=25 finish=galvanized thread=ISO_7-1 qty=1200:H87 at=CFR:Lagos
聚羧酸减水剂母液 40% 缓凝 60吨 含运费 => admixture base=polycarboxylate form=liquid solid_pct=40 qty=60:TNE type=?
高性能减水剂(标准型)液体 固含22% 密度1.05g/cm3 pH 6~7 200吨 => admixture type=HPWR-S form=liquid solid_pct=22 density=1.05 ph=6–7 qty=200:TNE
萘系减水剂 FDN 粉剂 92% 10t => admixture base=naphthalene form=powder solid_pct=92 qty=10:TNE type=?
缓凝剂 葡萄糖酸钠 5吨 25kg袋装 => admixture type=Re pack_form=bag qty=5:TNE
retarder liquid 30% 8 tons IBC delivery within 2 weeks => admixture type=Re form=liquid solid_pct=30 pack_form=IBC qty=8:TNE lead=14
`);
