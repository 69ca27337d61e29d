import { cases } from "./model.ts";

export const malleableCases = cases(String.raw`
玛钢三通 DN20 镀锌 3000个 => malleable type=B1 dn=20 finish=galvanized qty=3000:H87
玛钢管箍 1寸 黑件 10000个 => malleable type=M2 nps=1 dn=25 finish=black qty=10000:H87
90度弯头 4分 镀锌 玛钢 2万个 => malleable type=A1 nps=1/2 dn=15 finish=galvanized qty=20000:H87
malleable iron elbow 90 1/2" galvanized NPT 5000 pcs => malleable type=A1 nps=1/2 dn=15 finish=galvanized thread=NPT qty=5000:H87
malleable tee 3/4 galvanised BSPT beaded 2000 pcs EN 10242 => malleable type=B1 nps=3/4 dn=20 finish=galvanized thread=ISO_7-1 bead=beaded standard=EN_10242 qty=2000:H87
玛钢活接头 DN32 镀锌 800个 => malleable type=? dn=32 finish=galvanized qty=800:H87
平座活接头 DN40 黑件 600个 GB/T 3287 => malleable type=U1 dn=40 finish=black standard=GB/T_3287 qty=600:H87
玛钢异径三通 DN25×20 镀锌 1500个 => malleable type=B1 dn=25×20 finish=galvanized qty=1500:H87
对丝 DN15 玛钢 黑 5000个 => malleable type=N8 dn=15 qty=5000:H87
丝堵 6分 玛钢镀锌 4000个 => malleable type=T9 nps=3/4 dn=20 finish=galvanized qty=4000:H87
reducing socket 1"x3/4" malleable black 1000 pcs => malleable type=M2 nps=1×3/4 dn=25×20 finish=black qty=1000:H87
malleable iron union conical seat 1-1/4" galv 300 pcs UL/FM => malleable type=U11 nps=1_1/4 dn=32 finish=galvanized approval=UL/FM qty=300:H87
内外丝弯头 DN25 镀锌 玛钢管件 700个 带边 => malleable type=A4 dn=25 finish=galvanized bead=beaded qty=700:H87
`);

export const malleableHeldOut = cases(String.raw`
玛钢45°弯头 DN50 镀锌 900个 => malleable type=A1/45° dn=50 finish=galvanized qty=900:H87
玛钢四通 DN25 黑件 400个 => malleable type=C1 dn=25 finish=black qty=400:H87
玛钢管帽 1.5寸 镀锌 1000个 => malleable type=T1 nps=1_1/2 dn=40 finish=galvanized qty=1000:H87
玛钢补芯 DN32×25 镀锌 500个 => malleable dn=32×25 finish=galvanized qty=500:H87
根母 DN20 玛钢 镀锌 6000个 => malleable type=P4 dn=20 finish=galvanized qty=6000:H87
玛钢管件 月弯 DN25 镀锌 300个 => malleable type=G1 dn=25 finish=galvanized qty=300:H87
malleable iron socket 2" black NPT 1200 pcs => malleable type=M2 nps=2 dn=50 finish=black thread=NPT qty=1200:H87
malleable hex nipple 1/2 inch galvanized 10000 pcs FOB Tianjin => malleable type=N8 nps=1/2 dn=15 finish=galvanized qty=10000:H87 at=FOB:Tianjin
street elbow 3/4" malleable iron galvanised ISO 7-1 1500 pcs => malleable type=A4 nps=3/4 dn=20 finish=galvanized thread=ISO_7-1 qty=1500:H87
malleable iron plug 1" black 2000 pcs ISO 49 => malleable type=T9 nps=1 dn=25 finish=black standard=ISO_49 qty=2000:H87
M.I. cross 1 1/2" galv 200 pcs => malleable type=C1 nps=1_1/2 dn=40 finish=galvanized qty=200:H87
玛钢弯头 4分*6分 镀锌 1000个 变径弯头 => malleable type=A1 finish=galvanized qty=1000:H87 dn=? nps=?
马钢大小头 DN40×25 镀锌 800个 => malleable type=M2 dn=40×25 finish=galvanized qty=800:H87
`);
