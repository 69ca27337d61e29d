import { cases } from "./model.ts";

export const steelCases = cases(String.raw`
锻件 环 Φ820×Φ500×120 16Mn 10件 正火 UT => forging shape=ring od_mm=820 id_mm=500 height_mm=120 material=16Mn heat_treatment=normalised ndt=UT qty=10:H87
锻环 外径1200 内径900 高150 42CrMo 调质 4件 => forging shape=ring od_mm=1200 id_mm=900 height_mm=150 material=42CrMo heat_treatment=quenched_tempered qty=4:H87
锻圆 Φ200×1500 45# 20支 => forging shape=shaft od_mm=200 height_mm=1500 material=45# qty=20:H87
圆饼锻件 Φ600×180 Q355B 12件 粗车 => forging shape=disc od_mm=600 height_mm=180 material=Q355B condition=rough_machined qty=12:H87
forged ring 820×500×120 A105 6 pcs => forging shape=ring od_mm=820 id_mm=500 height_mm=120 material=A105 qty=6:H87
forging disc φ450*90 F22 8 pcs as forged 3.1 cert => forging shape=disc od_mm=450 height_mm=90 material=F22 condition=rough certificate=EN_10204_3.1 qty=8:H87
锻件 300×200×150 模块 40Cr 5件 => forging shape=block length_mm=300 width_mm=200 height_mm=150 material=40Cr qty=5:H87
90°弯头 DN200 SCH40 20# 60个 GB/T 12459 => buttweld type=elbow_90 dn=200 schedule=SCH_40 material=20# standard=GB/T_12459 qty=60:H87
elbow 90 LR 6" sch40 A234 WPB ASME B16.9 40 pcs => buttweld type=elbow_90 nps=6 dn=150 radius=LR schedule=SCH_40 material=A234_WPB standard=ASME_B16.9 qty=40:H87
同心异径管 DN200×150 304 10个 SCH10S => buttweld type=reducer_concentric dn=200×150 material=304 schedule=SCH_10S qty=10:H87
`);

export const steelHeldOut = cases(String.raw`
环形锻件 Φ1500×Φ1200×200 20# 3件 => forging shape=ring od_mm=1500 id_mm=1200 height_mm=200 material=20# qty=3:H87
锻饼 φ300×60 304 30件 固溶 => forging shape=disc od_mm=300 height_mm=60 material=304 heat_treatment=solution_annealed qty=30:H87
锻件 φ820/φ500×120 16Mn 毛坯 2件 1.1吨 => forging od_mm=820 id_mm=500 height_mm=120 material=16Mn condition=rough mass_t=1.1 qty=2:H87
forged shaft dia φ250×2000 42CrMo Q+T 2 pcs UT => forging shape=shaft od_mm=250 height_mm=2000 material=42CrMo heat_treatment=quenched_tempered ndt=UT qty=2:H87
风电法兰环锻件 Q355NE Φ4200×Φ3900×180 6件 => forging shape=ring od_mm=4200 id_mm=3900 height_mm=180 material=Q355NE qty=6:H87
45度弯头 DN300 SCH20 Q235B 对焊管件 8个 => buttweld type=elbow_45 dn=300 schedule=SCH_20 material=Q235B qty=8:H87
等径三通 DN150 SCH40 316L 无缝 12个 => buttweld type=tee dn=150 schedule=SCH_40 material=316L seam=seamless qty=12:H87
concentric reducer 8"x6" sch 40 A234 WPB 15 pcs => buttweld type=reducer_concentric nps=8×6 dn=200×150 schedule=SCH_40 material=A234_WPB qty=15:H87
封头 DN400 壁厚10 Q235B 2个 管帽 => buttweld type=cap dn=400 wall_mm=10 material=Q235B qty=2:H87
异径三通 DN100×80 20# SCH40 GB/T12459 30个 => buttweld type=tee_reducing dn=100×80 material=20# schedule=SCH_40 standard=GB/T_12459 qty=30:H87
`);
