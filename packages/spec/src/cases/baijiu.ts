import { cases } from "./model.ts";

export const baijiuCases = cases(String.raw`
清香型白酒 42度 475ml*6 1000箱 => baijiu type=qing abv=42 volume_ml=475 pack=6 qty=6000:XBO
浓香型白酒 52%vol 500ml 3000瓶 => baijiu type=nong abv=52 volume_ml=500 qty=3000:XBO
酱香白酒53° 500ml×6瓶/箱 200箱 礼盒装 => baijiu type=jiang abv=53 volume_ml=500 pack=6 gift_box=yes qty=1200:XBO
light aroma baijiu 53% vol 500 ml, 6 bottles/case, 2000 cases, FOB Tianjin => baijiu type=qing abv=53 volume_ml=500 pack=6 qty=12000:XBO at=FOB:Tianjin
sauce aroma baijiu ABV 53 0.5L 1200 bottles English label => baijiu type=jiang abv=53 volume_ml=500 label_language=en qty=1200:XBO
清香 白酒 45.8度 100ml 小酒 24瓶/箱 500箱 => baijiu type=qing abv=45.8 volume_ml=100 pack=24 qty=12000:XBO
清香型原浆酒 65度 5吨 => baijiu type=qing abv=65 qty=5:TNE
白酒 53度 500ml 1000件 => baijiu abv=53 volume_ml=500 qty=?
清香型白酒 十年陈酿 53度 500毫升 每箱6瓶 100箱 => baijiu type=qing age_claim=10 abv=53 volume_ml=500 pack=6 qty=600:XBO
清香型白酒 53度 一斤装 600瓶 => baijiu type=qing abv=53 volume_ml=? qty=600:XBO
兼香型 42度 500ml 6瓶装 800箱 20天内到货 => baijiu type=jian abv=42 volume_ml=500 pack=6 qty=4800:XBO lead=20
米香型白酒 38%vol 450ml 12瓶/箱 300箱 GB/T 10781.3 => baijiu type=mi abv=38 volume_ml=450 pack=12 standard=GB/T_10781.3 qty=3600:XBO
Chinese liquor strong aroma 52 degrees 500ml 6 per case 150 cases DDP Sydney => baijiu type=nong abv=52 volume_ml=500 pack=6 qty=900:XBO at=DDP:Sydney
`);

export const baijiuHeldOut = cases(String.raw`
清香型白酒53度500ml 2000瓶 30天 => baijiu type=qing abv=53 volume_ml=500 qty=2000:XBO lead=30
凤香型白酒 45度 500ml 1*6 400箱 => baijiu type=feng abv=45 volume_ml=500 pack=6 qty=2400:XBO
老白干香型 67度 500ml 300瓶 陶瓷瓶 => baijiu type=laobaigan abv=67 volume_ml=500 bottle=ceramic qty=300:XBO
清香型 白酒 42%vol 250ml 20瓶/箱 600箱 地理标志 => baijiu type=qing abv=42 volume_ml=250 pack=20 origin_mark=stated qty=12000:XBO
Baijiu, light aroma type, 42%vol, 750ml, 12 bottles per carton, 500 cartons, CIF Rotterdam => baijiu type=qing abv=42 volume_ml=750 pack=12 qty=6000:XBO at=CIF:Rotterdam
qingxiang baijiu 53 %vol 1L 800 btls => baijiu type=qing abv=53 volume_ml=1000 qty=800:XBO
酱香型 53度 500ml 5年 50箱 一箱六瓶 => baijiu type=jiang abv=53 volume_ml=500 age_claim=5 pack=6 qty=300:XBO
馥郁香型白酒 52度 500mL 120瓶 => baijiu type=fuyu abv=52 volume_ml=500 qty=120:XBO
芝麻香型 白酒 酒精度54%vol 净含量500ml 900瓶 => baijiu type=zhima abv=54 volume_ml=500 qty=900:XBO
清香型白酒 53度 3L 坛装 200瓶 => baijiu type=qing abv=53 volume_ml=3000 bottle=pottery_jar qty=200:XBO
清香散酒 60度 2000公斤 自提 => baijiu type=qing abv=60 qty=2000:KGM at=EXW:
白酒(浓香型) 50度 480ml 6瓶/箱 1万箱 => baijiu type=nong abv=50 volume_ml=480 pack=6 qty=60000:XBO
strong aroma baijiu 52% 500ml gift box 60 cases (6 btl/ctn) lead time 25 days => baijiu type=nong abv=52 volume_ml=500 gift_box=yes pack=6 qty=360:XBO lead=25
`);
