import { cases } from "./model.ts";

export const admixtureCases = cases(String.raw`
聚羧酸减水剂 标准型 液体 固含40% 50吨 => admixture type=HPWR-S base=polycarboxylate form=liquid solid_pct=40 qty=50:TNE
萘系高效减水剂 粉剂 标准型 20吨 袋装 => admixture type=HWR-S base=naphthalene form=powder pack_form=bag qty=20:TNE
聚羧酸高性能减水剂 缓凝型 母液 50% 槽车 30吨 => admixture type=HPWR-R base=polycarboxylate form=liquid solid_pct=50 pack_form=tanker qty=30:TNE
泵送剂 液体 固含量12% 掺量2.0% 60吨 送货 => admixture type=PA form=liquid solid_pct=12 dosage_pct=2–2 qty=60:TNE
引气剂 粉剂 2吨 25kg/袋 => admixture type=AE form=powder qty=2:TNE
早强剂 粉剂 10吨 GB 8076-2008 => admixture type=Ac form=powder standard=GB_8076-2008 qty=10:TNE
减水剂 液体 40% 20吨 => admixture type=? form=liquid solid_pct=40 qty=20:TNE
PCE superplasticizer liquid 50% solids standard type 100 tons IBC => admixture type=HPWR-S base=polycarboxylate form=liquid solid_pct=50 pack_form=IBC qty=100:TNE
high-range water reducer naphthalene powder retarding 25 MT FOB Tianjin => admixture type=HWR-R base=naphthalene form=powder qty=25:TNE at=FOB:Tianjin
concrete admixture set retarder powder 5 tons => admixture type=Re form=powder qty=5:TNE
聚羧酸高性能减水剂 标准型 液体 含固量20% 减水率≥25% 密度1.06 40吨 => admixture type=HPWR-S base=polycarboxylate form=liquid solid_pct=20 reduction_pct=25 density=1.06 qty=40:TNE
混凝土外加剂 引气减水剂 液体 8吨 氯离子≤0.1% => admixture type=AEWR form=liquid chloride_pct=0.1 qty=8:TNE
速凝剂 粉剂 20吨 => admixture form=powder qty=20:TNE
`);

export const admixtureHeldOut = cases(String.raw`
聚羧酸高性能减水剂 早强型 液体 40% 25吨 吨桶 => admixture type=HPWR-A base=polycarboxylate form=liquid solid_pct=40 pack_form=IBC qty=25:TNE
高效减水剂 缓凝型 萘系 粉剂 15吨 => admixture type=HWR-R base=naphthalene form=powder qty=15:TNE
聚羧酸母液 标准型减水剂 50% 罐车 32吨 运城自提 => admixture type=? base=polycarboxylate form=liquid solid_pct=50 pack_form=tanker qty=32:TNE at=EXW:运城
木质素磺酸盐普通减水剂 标准型 粉剂 12吨 => admixture type=WR-S base=lignosulfonate form=powder qty=12:TNE
缓凝剂 液体 固含30% 6吨 桶装 => admixture type=Re form=liquid solid_pct=30 pack_form=drum qty=6:TNE
引气剂 液体 掺量0.01-0.03% 1吨 => admixture type=AE form=liquid dosage_pct=0.01–0.03 qty=1:TNE
防冻泵送剂 粉剂 30吨 => admixture type=PA form=powder qty=30:TNE
polycarboxylate superplasticizer powder 98% standard 10 tons 25kg bags => admixture type=HPWR-S base=polycarboxylate form=powder solid_pct=98 pack_form=bag qty=10:TNE
air entraining agent liquid 500 kg drums => admixture type=AE form=liquid pack_form=drum qty=?
water reducer liquid solid content 38% 20 t delivery 15 days => admixture type=? form=liquid solid_pct=38 qty=20:TNE lead=15
脂肪族高效减水剂 标准型 液体 35% 40吨 => admixture type=HWR-S base=aliphatic form=liquid solid_pct=35 qty=40:TNE
外加剂 HPWR-S 液体 固含量40% pH 6-8 碱含量≤5% 18吨 => admixture type=HPWR-S form=liquid solid_pct=40 ph=6–8 alkali_pct=5 qty=18:TNE
混凝土泵送剂 20000kg 液体 固含15% => admixture type=PA form=liquid solid_pct=15 qty=20000:KGM
`);
