import { cases } from "./model.ts";

export const glasswareCases = cases(String.raw`
高脚杯 450ml 人工吹制 无铅水晶 20000只 天津港FOB => glassware type=stemware volume_ml=450 process=hand-blown glass=lead-free-crystal qty=20000:H87 at=FOB:天津港
威士忌杯 300ml 机压 5000个 24只/箱 => glassware type=tumbler volume_ml=300 process=pressed carton_pcs=24 qty=5000:H87
醒酒器 1500ml 手工 高22cm 800只 => glassware type=decanter volume_ml=1500 process=hand-blown height_mm=220 qty=800:H87
玻璃花瓶 高300mm 口径120mm 蓝色 600个 => glassware type=vase height_mm=300 rim_mm=120 colour=blue qty=600:H87
沙拉碗 口径23cm 机压 2000个 => glassware type=bowl rim_mm=230 process=pressed qty=2000:H87
red wine glasses 550 ml lead-free crystal machine-blown 10,000 pcs gold rim => glassware type=stemware volume_ml=550 glass=lead-free-crystal process=machine-blown decoration=gilded qty=10000:H87
champagne flute 180ml handmade 3000 pcs LFGB => glassware type=stemware volume_ml=180 process=hand-blown food_contact=LFGB qty=3000:H87
whisky glass 10oz pressed 8000pcs => glassware type=tumbler volume_ml=? process=pressed qty=8000:H87
glass vase H 250 mm amber frosted 1200 pcs 6 weeks => glassware type=vase height_mm=250 colour=amber decoration=frosted qty=1200:H87 lead=42
高硼硅冷水壶 1.5L 3000个 带盖 => glassware type=pitcher glass=borosilicate volume_ml=1500 qty=3000:H87
水晶红酒杯 500ml 6只/盒 2000盒 => glassware type=stemware glass=? volume_ml=500 inner_pack=6 qty=12000:H87
玻璃烛台 高15cm 电镀 4000个 FDA => glassware type=candle height_mm=150 decoration=plated food_contact=FDA qty=4000:H87
storage jar 1000ml borosilicate 5000 pcs carton 24 pcs/ctn => glassware type=jar volume_ml=1000 glass=borosilicate carton_pcs=24 qty=5000:H87
`);

export const glasswareHeldOut = cases(String.raw`
红酒杯 350毫升 手工吹制 1万只 => glassware type=stemware volume_ml=350 process=hand-blown qty=10000:H87
香槟杯 200ml 无铅水晶玻璃 机吹 6000只 45天 => glassware type=stemware volume_ml=200 glass=lead-free-crystal process=machine-blown qty=6000:H87 lead=45
直身杯 400ml 钠钙玻璃 20000个 贴花 => glassware type=tumbler volume_ml=400 glass=soda-lime decoration=decal qty=20000:H87
分酒器 1.2L 高硼硅 人工吹制 500个 => glassware type=decanter volume_ml=1200 glass=borosilicate process=hand-blown qty=500:H87
果盘 直径30cm 机压 1500个 => glassware type=plate rim_mm=300 process=pressed qty=1500:H87
花瓶 高度40cm 人工吹制 渐变 300只 封样 => glassware type=vase height_mm=400 process=hand-blown sample=stated qty=300:H87
wine decanter 1500 ml mouth blown 1,000 pcs FOB Xingang => glassware type=decanter volume_ml=1500 process=hand-blown qty=1000:H87 at=FOB:Xingang
Stemless tumbler 16 oz machine made soda lime 9600 pcs => glassware type=tumbler volume_ml=? process=machine-blown glass=soda-lime qty=9600:H87
candle holders height 10cm sprayed 2400 pcs delivery 40 days => glassware type=candle height_mm=100 decoration=sprayed qty=2400:H87 lead=40
glass bowls dia 180mm clear 5000 pcs food grade => glassware type=bowl rim_mm=180 colour=clear food_contact=GB_4806.5 qty=5000:H87
martini glass 240ml lead free crystal 180g 2000 pcs => glassware type=stemware volume_ml=240 glass=lead-free-crystal mass_g=180 qty=2000:H87
高脚杯 530ml 描金 刻花 12只/箱 500箱 => glassware type=stemware volume_ml=530 decoration=cut,gilded carton_pcs=12 qty=6000:H87
密封罐 800ml 高硼硅 3000个 食品级 => glassware type=jar volume_ml=800 glass=borosilicate food_contact=GB_4806.5 qty=3000:H87
`);
