import { cases } from "./model.ts";

export const flangeCases = cases(String.raw`
带颈对焊 DN150 PN16 RF 20# 200件 30天交货 => flange type=WN dn=150 rating=PN16 facing=RF material=20# qty=200:H87 lead=30
带颈对焊法兰 DN80 PN40 RF 304 60片 HG/T 20592-2009 => flange type=WN dn=80 rating=PN40 facing=RF material=304 standard=HG/T_20592 qty=60:H87
ＷＮ　ＤＮ１５０　ＰＮ１６　２０＃　２００件　３０天 => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87 lead=30
平焊法兰 DN100 PN10 Q235 100片 => flange type=? dn=100 rating=PN10 material=Q235B qty=100:H87
HG/T 20592 法兰 WN150(B)-16 RF S=4.5mm 20II 50片 => flange type=WN dn=150 rating=PN16 facing=RF material=20_forged standard=HG/T_20592 pipe_series=B wall_mm=4.5 qty=50:H87
HG/T20592 SO100-16 RF 16Mn 24件 => flange type=SO dn=100 rating=PN16 facing=RF material=16Mn standard=HG/T_20592 qty=24:H87
法兰盖 BL200-25 RF 304 10片 HG/T20592 => flange type=BL dn=200 rating=PN25 facing=RF material=304 standard=HG/T_20592 qty=10:H87
承插焊法兰 SW DN25 CL600 RF A105 SCH80 40个 ASME B16.5 => flange type=SW dn=25 rating=Class_600 facing=RF material=A105 schedule=SCH_80 standard=ASME_B16.5 qty=40:H87
螺纹法兰 DN32 PN16 Q235B 150片 GB/T 9124.1-2019 => flange type=TH dn=32 rating=PN16 material=Q235B standard=GB/T_9124.1 qty=150:H87
GB/T9124 WN DN200 PN25 RF 20# 36片 => flange type=WN dn=200 rating=PN25 facing=RF material=20# standard=GB/T_9124.1 qty=36:H87
松套法兰 DN150 PN10 304 30套 => flange type=LJ dn=150 rating=PN10 material=304 qty=30:SET
WN RF 6" 300# A105 SCH40 ASME B16.5 25 pcs => flange type=WN nps=6 dn=150 rating=Class_300 facing=RF material=A105 schedule=SCH_40 standard=ASME_B16.5 qty=25:H87
WNRF 2" CL150 A182 F304L SCH 10S - 80 PCS => flange type=WN nps=2 dn=50 rating=Class_150 facing=RF material=304L schedule=SCH_10S qty=80:H87
Slip-on flange 1-1/2" ANSI 150 RF A105, 60 nos => flange type=SO nps=1_1/2 dn=40 rating=Class_150 facing=RF material=A105 qty=60:H87
Blind flange NPS 1½ Class 300 RF ASTM A105 20 ea => flange type=BL nps=1_1/2 dn=40 rating=Class_300 facing=RF material=A105 qty=20:H87
SORF 4in 150LB SS316L x 12 => flange type=SO nps=4 dn=100 rating=Class_150 facing=RF material=316L qty=12:H87
welding neck flange 8 inch class 600 RTJ A350 LF2 10 pieces EN 10204 3.1 => flange type=WN nps=8 dn=200 rating=Class_600 facing=RJ material=A350_LF2 certificate=EN_10204_3.1 qty=10:H87
FLANGE WN DN100 PN40 EN 1092-1 TYPE 11 P250GH 16 PCS 3.1 CERT => flange type=WN dn=100 rating=PN40 material=P250GH standard=EN_1092-1 certificate=EN_10204_3.1 qty=16:H87
EN1092-1 type 01 DN200 PN10 S235JR 50 pcs FOB Tianjin => flange type=PL dn=200 rating=PN10 material=S235JR standard=EN_1092-1 qty=50:H87 at=FOB:Tianjin
EN 1092-1/05 DN80 PN16 blind 1.4301 8 pcs => flange type=BL dn=80 rating=PN16 material=1.4301 standard=EN_1092-1 qty=8:H87
JIS B2220 10K 100A SOP FF SS400 200 pcs => flange type=PL dn=100 rating=10K facing=FF material=SS400 standard=JIS_B_2220 qty=200:H87
JIS 5K 80A BL SS400 galvanized 100pcs CIF Osaka => flange type=BL dn=80 rating=5K material=SS400 coating=galvanised standard=JIS_B_2220 qty=100:H87 at=CIF:Osaka
10K-50A SOH SUS304 30pcs => flange type=SO dn=50 rating=10K material=SUS304 qty=30:H87
GOST 33259-2015 DN100 PN16 type 11 09G2S 40 pcs => flange type=WN dn=100 rating=PN16 material=09G2S standard=GOST_33259 qty=40:H87
法兰 DN65 PN16 板式平焊 Q235B RF 500片 => flange type=PL dn=65 rating=PN16 facing=RF material=Q235B qty=500:H87
DN100 1.6MPa 板式法兰 Q235B 20片 => flange type=PL dn=100 rating=? material=Q235B qty=20:H87
对焊法兰 DN50 PN1.6MPa 20# 10片 => flange type=WN dn=50 rating=PN16 material=20# qty=10:H87
对焊法兰 DN50 PN2.5 20# 10片 => flange type=WN dn=50 rating=? material=20# qty=10:H87
对焊法兰 4寸 150磅 RF A105 30片 => flange type=WN nps=4 dn=100 rating=Class_150 facing=RF material=A105 qty=30:H87
盲法兰 DN300 PN16 突面 Q235B 6片 带螺栓 => flange type=BL dn=300 rating=PN16 facing=RF material=Q235B qty=6:H87
带颈平焊法兰 DN125 PN16 凹凸面 20# 8套 => flange type=SO dn=125 rating=PN16 facing=MFM material=20# qty=8:SET
环连接面 对焊法兰 DN80 CL900 A182 F11 4件 => flange type=WN dn=80 rating=Class_900 facing=RJ material=F11 qty=4:H87
榫槽面法兰 WN DN40 PN63 16Mn 10片 => flange type=WN dn=40 rating=PN63 facing=TG material=16Mn qty=10:H87
法兰 WN DN25 PN40 F91 2件 3.2证书 UT探伤 => flange type=WN dn=25 rating=PN40 material=F91 certificate=EN_10204_3.2 ndt=UT qty=2:H87
DN500 PN16 PL Q235B 两百片 单价不超过380元 => flange type=PL dn=500 rating=PN16 material=Q235B qty=200:H87
WN法兰，DN150，PN16，20#，200片，30天交货 => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87 lead=30
WN-DN150-PN16-RF-20#-200片 => flange type=WN dn=150 rating=PN16 facing=RF material=20# qty=200:H87
DN150PN16对焊法兰20#200片 => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87
1. 对焊法兰 DN80 PN16 20# 50片 => flange type=WN dn=80 rating=PN16 material=20# qty=50:H87
2) Blind flange 3" 150# RF A105 - 15 pcs => flange type=BL nps=3 dn=80 rating=Class_150 facing=RF material=A105 qty=15:H87
26" 300# WN RF A105 ASME B16.47 Series A 4 pcs => flange type=WN nps=26 dn=650 rating=Class_300 facing=RF material=A105 standard=ASME_B16.47 bolt_series=A qty=4:H87
法兰 DN155 PN16 WN 20# 10片 => flange type=WN dn=? rating=PN16 material=20# qty=10:H87
WN flange DN150 PN16 material 304/304L 20 pcs => flange type=WN dn=150 rating=PN16 material=? qty=20:H87
Please quote: WN flange DN150 PN16 20# 200 pcs, payment 30 days net => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87
PN20 DN100 SO 20# 10片 => flange type=SO dn=100 rating=PN20 material=20# qty=10:H87
对焊法兰 DN150 PN16 20# 200片 12月20日前交货 => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87 date=2026-12-20
对焊法兰 DN150 PN16 20# 200片 7-10天 => flange type=WN dn=150 rating=PN16 material=20# qty=200:H87 lead=?
2205 WN DN80 PN40 RF 6片 => flange type=WN dn=80 rating=PN40 facing=RF material=2205 qty=6:H87
对焊法兰 DN200 PN16 材质:F304 数量:45片 密封面:RF => flange type=WN dn=200 rating=PN16 facing=RF material=304 qty=45:H87
`);

/** Kept apart: written before the parser was tuned, never looked at one by one while tuning. */
export const flangeHeldOut = cases(String.raw`
带颈对焊法兰 DN250 PN25 20# RF 15片 15天交货 => flange type=WN dn=250 rating=PN25 facing=RF material=20# qty=15:H87 lead=15
高颈对焊法兰DN350 PN16 Q355B RF 28件 交期20天 => flange type=WN dn=350 rating=PN16 facing=RF material=Q355B qty=28:H87 lead=20
板式平焊法兰 DN600 PN6 Q235B FF 120片 太原自提 => flange type=PL dn=600 rating=PN6 facing=FF material=Q235B qty=120:H87 at=EXW:太原
HG/T20592 WN80-40 MFM 304 18套 => flange type=WN dn=80 rating=PN40 facing=MFM material=304 standard=HG/T_20592 qty=18:SET
HG/T 20615 WN50-300 RF A105 SCH40 22片 => flange type=WN dn=50 rating=Class_300 facing=RF material=A105 schedule=SCH_40 standard=HG/T_20615 qty=22:H87
PL50-10 Q235B 1000片 => flange type=PL dn=50 rating=PN10 material=Q235B qty=1000:H87
SO150-16 RF 20# 66片 GB/T 9124.1 => flange type=SO dn=150 rating=PN16 facing=RF material=20# standard=GB/T_9124.1 qty=66:H87
盲板法兰 DN400 1.0MPa Q235B 3片 => flange type=BL dn=400 rating=? material=Q235B qty=3:H87
丝扣法兰 1寸 PN16 304 70个 => flange type=TH nps=1 dn=25 rating=PN16 material=304 qty=70:H87
活套法兰 DN200 PN10 Q235B 16片 => flange type=LJ dn=200 rating=PN10 material=Q235B qty=16:H87
整体法兰 DN100 PN40 16Mn 5件 按图 => flange type=IF dn=100 rating=PN40 material=16Mn drawing=stated qty=5:H87
承插法兰 DN20 PN100 A105 RJ 30片 => flange type=SW dn=20 rating=PN100 facing=RJ material=A105 qty=30:H87
Weld neck flange 10" 150lb RF A105N sch std 14 pcs CIF Hamburg => flange type=WN nps=10 dn=250 rating=Class_150 facing=RF material=A105 schedule=STD qty=14:H87 at=CIF:Hamburg
WN flange, 12 inch, Class 300, RF, A350 LF2 CL1, sch 40, qty 9, delivery 6 weeks => flange type=WN nps=12 dn=300 rating=Class_300 facing=RF material=A350_LF2 schedule=SCH_40 qty=9:H87 lead=42
SO RF 3/4" 150# A182 F316L 100 pcs => flange type=SO nps=3/4 dn=20 rating=Class_150 facing=RF material=316L qty=100:H87
BLRF 16" 600# A105 2pcs => flange type=BL nps=16 dn=400 rating=Class_600 facing=RF material=A105 qty=2:H87
Socket weld flange 1/2" class 1500 RTJ F22 sch160 12 nos => flange type=SW nps=1/2 dn=15 rating=Class_1500 facing=RJ material=F22 schedule=SCH_160 qty=12:H87
Threaded flange NPS 2 Class 150 FF A105 galvanized 36 ea => flange type=TH nps=2 dn=50 rating=Class_150 facing=FF material=A105 coating=galvanised qty=36:H87
Lap joint flange 6" CL150 304L B16.5 24pcs => flange type=LJ nps=6 dn=150 rating=Class_150 material=304L standard=ASME_B16.5 qty=24:H87
plate flange PN10 DN150 S235JR EN 1092-1 80 pcs delivery 3 weeks => flange type=PL dn=150 rating=PN10 material=S235JR standard=EN_1092-1 qty=80:H87 lead=21
1.4404 WN flange DN65 PN40 EN1092-1 type 11 B1 10pcs 3.1 => flange type=WN dn=65 rating=PN40 material=1.4404 standard=EN_1092-1 qty=10:H87
EN 1092-1 Type 12 DN125 PN16 P245GH 20 pieces => flange type=SO dn=125 rating=PN16 material=P245GH standard=EN_1092-1 qty=20:H87
JIS B 2220 16K 65A SOH RF S25C 50 pcs => flange type=SO dn=65 rating=16K facing=RF material=S25C standard=JIS_B_2220 qty=50:H87
JIS10K 150A BLIND SUS316L 6 PCS FOB QINGDAO => flange type=BL dn=150 rating=10K material=SUS316L standard=JIS_B_2220 qty=6:H87 at=FOB:QINGDAO
flange 5K 40A PL SS400 300pcs => flange type=PL dn=40 rating=5K material=SS400 qty=300:H87
flange GOST 12820-80 DN80 PN16 St20 100 pcs => flange dn=80 rating=PN16 material=St20 standard=GOST_12820 qty=100:H87
GB/T 9119-2010 DN100 PN10 Q235A 60片 => flange dn=100 rating=PN10 material=Q235A standard=GB/T_9119 qty=60:H87
带径平焊法兰 DN80 PN16 304 20片 全平面 => flange type=SO dn=80 rating=PN16 facing=FF material=304 qty=20:H87
对焊法兰 DN100 4.0MPa 凹面 20# 12片 HG20592 => flange type=WN dn=100 rating=PN40 facing=FM material=20# standard=HG/T_20592 qty=12:H87
法兰 8寸 300# 对焊 RF F321 7片 => flange type=WN nps=8 dn=200 rating=Class_300 facing=RF material=321 qty=7:H87
CL2500 WN RTJ 4" F11 3 件 NACE => flange type=WN nps=4 dn=100 rating=Class_2500 facing=RJ material=F11 nace=yes qty=3:H87
对焊法兰 DN150 PN16 20钢 约200片 => flange type=WN dn=150 rating=PN16 material=20# qty=?
DN200 PN16 WN法兰 20# 100片 月底前交货 => flange type=WN dn=200 rating=PN16 material=20# qty=100:H87 lead=?
法兰盲板DN50 PN16 304不锈钢 25个 急 => flange type=BL dn=50 rating=PN16 material=304 qty=25:H87
DN150 对焊法兰 16公斤压力 20# 10片 => flange type=WN dn=150 rating=? material=20# qty=10:H87
DN80法兰 凸面 PN16 板式 Q235B 40片 => flange type=PL dn=80 rating=PN16 facing=? material=Q235B qty=40:H87
Urgent!! need SO flange 5" 150# RF A105 x 40, target price USD 18/pc => flange type=SO nps=5 dn=125 rating=Class_150 facing=RF material=A105 qty=40:H87
WN 150 RF flange 20" ANSI B16.5 A105 2 pcs => flange type=WN nps=20 dn=500 rating=? facing=RF material=A105 standard=ASME_B16.5 qty=2:H87
2½" 300LB SO RF 304 50 PCS => flange type=SO nps=2_1/2 dn=65 rating=Class_300 facing=RF material=304 qty=50:H87
1 1/4" 150# SW RF A105 sch 80 200 pcs => flange type=SW nps=1_1/4 dn=32 rating=Class_150 facing=RF material=A105 schedule=SCH_80 qty=200:H87
对焊法兰DN150 PN16 20# 1,200片 2026-12-20交货 => flange type=WN dn=150 rating=PN16 material=20# qty=1200:H87 date=2026-12-20
法兰 DN150 PN16 WN 20# 防锈油 木箱包装 200片 CIF汉堡 => flange type=WN dn=150 rating=PN16 material=20# coating=oiled qty=200:H87 at=CIF:汉堡
长高颈法兰 DN80 PN40 20# 4件 => flange dn=80 rating=PN40 material=20# qty=4:H87
WN DN150 PN16 RF 15CrMo 20片 单重11.5kg => flange type=WN dn=150 rating=PN16 facing=RF material=15CrMo mass_kg=11.5 qty=20:H87
板平焊DN32 PN10 A3 200片 => flange type=PL dn=32 rating=PN10 material=Q235B qty=200:H87
`);
