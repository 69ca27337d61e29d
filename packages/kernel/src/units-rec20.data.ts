// Made by tools/unit-table.mjs; not written by hand.
// Source: UN/ECE Recommendation 20, annex II, as published at github.com/edi3/edi3.github.io (ODC-PDDL 1.0); rows marked deleted or deprecated dropped.
// A row is: code, numerator, denominator, dimension, name, symbol. Factors are exact as published there, to the SI base units of the dimension;
// "own.<code>" marks a unit that converts into nothing else, "share" a plain proportion, "count" a number of pieces.

/** Every unit of Recommendation 20 (1736 codes), one a line, tab separated. */
export const rec20 = `10	1	1	own.10	group	
11	1	1	own.11	outfit	
13	1	1	own.13	ration	
14	1	1	own.14	shot	
15	1	1	own.15	stick, military	
20	1	1	own.20	twenty foot container	
21	1	1	own.21	forty foot container	
22	1	10	m3.kg-1	decilitre per gram	dl/g
23	1000	1	m-3.kg	gram per cubic centimetre	g/cm³
24	1	1	own.24	theoretical pound	
25	10	1	m-2.kg	gram per square centimetre	g/cm²
27	1	1	own.27	theoretical ton	
28	1	1	m-2.kg	kilogram per square metre	kg/m²
33	1000000	1	m.s-2	kilopascal square metre per gram	kPa·m²/g
34	1000000	1	m-2.kg.s-2	kilopascal per millimetre	kPa/mm
35	1	100	m.s-1	millilitre per square centimetre second	ml/(cm²·s)
37	3051517	10000000	m-2.kg	ounce per square foot	oz/ft²
38	1	1	own.38	ounce per square foot per 0,01inch	oz/(ft²/cin)
40	1	1000000	m3.s-1	millilitre per second	ml/s
41	166667	10000000000000	m3.s-1	millilitre per minute	ml/min
56	1	1	own.56	sitas	
57	1	1	own.57	mesh	
58	1	1	own.58	net kilogram	
59	1	1000000	share	part per million	ppm
60	1	100	share.mass	percent weight	
61	1	1000000000	share	part per billion (US)	ppb
74	1	1000	m-1.kg.s-2	millipascal	mPa
77	127	5000000	m	milli-inch	mil
80	878837	1250	m-2.kg	pound per square inch absolute	lb/in²
81	1	1	m2.kg.s-2.A-2	henry	H
85	677909	500000	m2.kg.s-2	foot pound-force	ft·lbf
87	800923	50000	m-3.kg	pound per cubic foot	lb/ft³
89	1	10	m-1.kg.s-1	poise	P
91	1	10000	m2.s-1	stokes	St
1I	1	1	own.1I	fixed rate	
2A	1	1	s-1.rad	radian per second	rad/s
2B	1	1	s-2.rad	radian per second squared	rad/s²
2C	129	500000	kg-1.s.A	roentgen	R
2G	1	1	m2.kg.s-3.A-1	volt AC	V
2H	1	1	m2.kg.s-3.A-1	volt DC	V
2I	2930711	10000000	m2.kg.s-3	British thermal unit (international table) per hour	BtuIT/h
2J	1	1000000	m3.s-1	cubic centimetre per second	cm³/s
2K	786579	100000000000	m3.s-1	cubic foot per hour	ft³/h
2L	2359737	5000000000	m3.s-1	cubic foot per minute	ft³/min
2M	1	100	m.s-1	centimetre per second	cm/s
2N	1151293	10000000	Np	decibel	dB
2P	1	1	own.2P	kilobyte	kbyte
2Q	1000	1	s-1	kilobecquerel	kBq
2R	37000000000000	1	s-1	kilocurie	kCi
2U	1000	1	kg	megagram	Mg
2X	8333	500000	m.s-1	metre per minute	m/min
2Y	129	500000000	kg-1.s.A	milliroentgen	mR
2Z	1	1000	m2.kg.s-3.A-1	millivolt	mV
3B	1000000	1	m2.kg.s-2	megajoule	MJ
3C	1	1	own.3C	manmonth	
4C	1	1000000	m2.s-1	centistokes	cSt
4G	1	1000000000	m3	microlitre	µl
4H	1	1000000	m	micrometre (micron)	µm
4K	1	1000	A	milliampere	mA
4L	1	1	own.4L	megabyte	Mbyte
4M	138889	500000000000000	kg.s-1	milligram per hour	mg/h
4N	1000000	1	s-1	megabecquerel	MBq
4O	1	1000000	m-2.kg-1.s4.A2	microfarad	µF
4P	1	1	kg.s-2	newton per metre	N/m
4Q	3600389	5000000000	m.kg	ounce inch	oz·in
4R	4320467	500000000	m.kg	ounce foot	oz·ft
4T	1	1000000000000	m-2.kg-1.s4.A2	picofarad	pF
4U	1259979	10000000000	kg.s-1	pound per hour	lb/h
4W	1259979	5000000	kg.s-1	ton (US) per hour	ton (US) /h
4X	138889	500000000	m3.s-1	kilolitre per hour	kl/h
5A	264979	100000000	m3.s-1	barrel (US) per minute	barrel (US)/min
5B	1	1	own.5B	batch	
5E	1	1	own.5E	MMSCF/day	
5J	1	1	own.5J	hydraulic horse power	
A10	1	1	kg-1.s.A	ampere square metre per joule second	A·m²/(J·s)
A11	1	10000000000	m	angstrom	Å
A12	149597870000	1	m	astronomical unit	ua
A13	1	1000000000000000000	m2.kg.s-2	attojoule	aJ
A14	1	10000000000000000000000000000	m2	barn	b
A15	624151	1000000000000000	kg-1.s2	barn per electronvolt	b/eV
A16	624151	1000000000000000	kg-1.s2.sr-1	barn per steradian electronvolt	b/(sr·eV)
A17	1	10000000000000000000000000000	m2.sr-1	barn per steradian	b/sr
A18	999999	1000000	kg-1.s-1	becquerel per kilogram	Bq/kg
A19	1	1	m-3.s-1	becquerel per cubic metre	Bq/m³
A2	100	1	m-1.A	ampere per centimetre	A/cm
A20	204417	10	kg.s-3.K-1	British thermal unit (international table) per second square foot degree Rankine	BtuIT/(s·ft²·°R)
A21	20934	5	m2.s-2.K-1	British thermal unit (international table) per pound degree Rankine	BtuIT/(lb·°R)
A22	155766	25	m.kg.s-3.K-1	British thermal unit (international table) per second foot degree Rankine	BtuIT/(s·ft·°R)
A23	283913	50000	kg.s-3.K-1	British thermal unit (international table) per hour square foot degree Rankine	BtuIT/(h·ft²·°R)
A24	1	1	m-2.cd	candela per square metre	cd/m²
A26	1	1	m.s.A	coulomb metre	C·m
A27	1	1	kg-1.s4.A2	coulomb metre squared per volt	C·m²/V
A28	1000000	1	m-3.s.A	coulomb per cubic centimetre	C/cm³
A29	1	1	m-3.s.A	coulomb per cubic metre	C/m³
A3	1000	1	m-1.A	ampere per millimetre	A/mm
A30	1000000000	1	m-3.s.A	coulomb per cubic millimetre	C/mm³
A31	1	1	kg-1.A	coulomb per kilogram second	C/(kg·s)
A32	1	1	s.A.mol-1	coulomb per mole	C/mol
A33	10000	1	m-2.s.A	coulomb per square centimetre	C/cm²
A34	1	1	m-2.s.A	coulomb per square metre	C/m²
A35	1000000	1	m-2.s.A	coulomb per square millimetre	C/mm²
A36	1	1000000	m3.mol-1	cubic centimetre per mole	cm³/mol
A37	1	1000	m3.mol-1	cubic decimetre per mole	dm³/mol
A38	1	1	m3.s.A-1	cubic metre per coulomb	m³/C
A39	1	1	m3.kg-1	cubic metre per kilogram	m³/kg
A4	10000	1	m-2.A	ampere per square centimetre	A/cm²
A40	1	1	m3.mol-1	cubic metre per mole	m³/mol
A41	1	1	m-2.A	ampere per square metre	A/m²
A42	37000000000	1	kg-1.s-1	curie per kilogram	Ci/kg
A43	1	1	own.A43	deadweight tonnage	dwt
A44	1	100	m3	decalitre	dal
A45	10	1	m	decametre	dam
A47	1	1	own.A47	decitex	dtex (g/10km)
A48	5	9	temperature	degree Rankine	°R
A49	1	1	own.A49	denier	den (g/9 km)
A5	1	1	m2.A	ampere square metre	A·m²
A53	1602176487	10000000000000000000000000000	m2.kg.s-2	electronvolt	eV
A54	1602176487	10000000000000000000000000000	m.kg.s-2	electronvolt per metre	eV/m
A55	1602176487	10000000000000000000000000000	m4.kg.s-2	electronvolt square metre	eV·m²
A56	1602176487	10000000000000000000000000000	m4.s-2	electronvolt square metre per kilogram	eV·m²/kg
A59	1	1	own.A59	8-part cloud cover	
A6	1	1	m-2.A.K-2	ampere per square metre kelvin squared	A/(m²·K²)
A68	1000000000000000000	1	m2.kg.s-2	exajoule	EJ
A69	1	1	m-3.kg-1.s4.A2	farad per metre	F/m
A7	1000000	1	m-2.A	ampere per square millimetre	A/mm²
A70	1	1000000000000000	m2.kg.s-2	femtojoule	fJ
A71	1	1000000000000000	m	femtometre	fm
A73	381	1250	m.s-2	foot per second squared	ft/s²
A74	677909	500000	m2.kg.s-3	foot pound-force per second	ft·lbf/s
A75	1	1	own.A75	freight ton	
A76	1	100	m.s-2	gal	Gal
A8	1	1	s.A	ampere second	A·s
A84	1000000000	1	m-3.s.A	gigacoulomb per cubic metre	GC/m³
A85	801088317	5000000000000000000	m2.kg.s-2	gigaelectronvolt	GeV
A86	1000000000	1	s-1	gigahertz	GHz
A87	1000000000	1	m2.kg.s-3.A-2	gigaohm	GΩ
A88	1000000000	1	m3.kg.s-3.A-2	gigaohm metre	GΩ·m
A89	1000000000	1	m-1.kg.s-2	gigapascal	GPa
A9	1	1	own.A9	rate	
A90	1000000000	1	m2.kg.s-3	gigawatt	GW
A91	392699	25000000	rad	gon	gon
A93	1	1000	m-3.kg	gram per cubic metre	g/m³
A94	1	1000	kg.mol-1	gram per mole	g/mol
A95	1	1	m2.s-2	gray	Gy
A96	1	1	m2.s-3	gray per second	Gy/s
A97	100	1	m-1.kg.s-2	hectopascal	hPa
A98	1	1	m.kg.s-2.A-2	henry per metre	H/m
A99	1	1	own.A99	bit	bit
AA	1	1	own.AA	ball	
AB	1	1	own.AB	bulk pack	pk
ACR	4046873	1000	m2	acre	acre
ACT	1	1	own.ACT	activity	
AD	1	1	own.AD	byte	byte
AE	1	1	m-1.A	ampere per metre	A/m
AH	1	1	own.AH	additional minute	
AI	1	1	own.AI	average minute per call	
AK	1143	625	m	fathom	fth
AL	1	1	own.AL	access line	
AMH	3600	1	s.A	ampere hour	A·h
AMP	1	1	A	ampere	A
ANN	31557600	1	s	year	y
APZ	777587	250000000	kg	troy ounce or apothecary ounce	tr oz
AQ	1	1	own.AQ	anti-hemophilic factor (AHF) unit	
AS	1	1	own.AS	assortment	
ASM	1	1	own.ASM	alcoholic strength by mass	
ASU	1	1	own.ASU	alcoholic strength by volume	
ATM	101325	1	m-1.kg.s-2	standard atmosphere	atm
AWG	1	1	own.AWG	american wire gauge	AWG
AY	1	1	own.AY	assembly	
AZ	2326	1	m2.s-2	British thermal unit (international table) per pound	BtuIT/lb
B1	184013	100000000000	m3.s-1	barrel (US) per day	barrel (US)/d
B10	1	1	own.B10	bit per second	bit/s
B11	1	1	m2.s-2.K-1	joule per kilogram kelvin	J/(kg·K)
B12	1	1	m.kg.s-2	joule per metre	J/m
B13	1	1	kg.s-2	joule per square metre	J/m²
B14	1	1	m-2.kg.s-2	joule per metre to the fourth power	J/m⁴
B15	1	1	m2.kg.s-2.mol-1	joule per mole	J/mol
B16	1	1	m2.kg.s-2.K-1.mol-1	joule per mole kelvin	J/(mol·K)
B17	1	1	own.B17	credit	
B18	1	1	m2.kg.s-1	joule second	J·s
B19	1	1	own.B19	digit	
B20	1	1	m4.s-2	joule square metre per kilogram	J·m²/kg
B21	1	1	m-2.kg-1.s3.K	kelvin per watt	K/W
B22	1000	1	A	kiloampere	kA
B23	1000	1	m-2.A	kiloampere per square metre	kA/m²
B24	1000	1	m-1.A	kiloampere per metre	kA/m
B25	1000	1	kg-1.s-1	kilobecquerel per kilogram	kBq/kg
B26	1000	1	s.A	kilocoulomb	kC
B27	1000	1	m-3.s.A	kilocoulomb per cubic metre	kC/m³
B28	1000	1	m-2.s.A	kilocoulomb per square metre	kC/m²
B29	801088317	5000000000000000000000000	m2.kg.s-2	kiloelectronvolt	keV
B3	1	1	own.B3	batting pound	
B30	1	1	own.B30	gibibit	Gibit
B31	1	1	m.kg.s-1	kilogram metre per second	kg·m/s
B32	1	1	m2.kg	kilogram metre squared	kg·m²
B33	1	1	m2.kg.s-1	kilogram metre squared per second	kg·m²/s
B34	1000	1	m-3.kg	kilogram per cubic decimetre	kg/dm³
B35	1000	1	m-3.kg	kilogram per litre	kg/l or kg/L
B4	1	1	own.B4	barrel, imperial	
B41	1000	1	m2.kg.s-2.K-1	kilojoule per kelvin	kJ/K
B42	1000	1	m2.s-2	kilojoule per kilogram	kJ/kg
B43	1000	1	m2.s-2.K-1	kilojoule per kilogram kelvin	kJ/(kg·K)
B44	1000	1	m2.kg.s-2.mol-1	kilojoule per mole	kJ/mol
B45	1000	1	mol	kilomole	kmol
B46	1000	1	m-3.mol	kilomole per cubic metre	kmol/m³
B47	1000	1	m.kg.s-2	kilonewton	kN
B48	1000	1	m2.kg.s-2	kilonewton metre	kN·m
B49	1000	1	m2.kg.s-3.A-2	kiloohm	kΩ
B50	1000	1	m3.kg.s-3.A-2	kiloohm metre	kΩ·m
B52	1000	1	s	kilosecond	ks
B53	1000	1	m-2.kg-1.s3.A2	kilosiemens	kS
B54	1000	1	m-3.kg-1.s3.A2	kilosiemens per metre	kS/m
B55	1000	1	m.kg.s-3.A-1	kilovolt per metre	kV/m
B56	1000	1	m.kg.s-2.A-1	kiloweber per metre	kWb/m
B57	9460730000000000	1	m	light year	ly
B58	1	1000	m3.mol-1	litre per mole	l/mol
B59	3600	1	s.cd.sr	lumen hour	lm·h
B60	1	1	m-2.cd.sr	lumen per square metre	lm/m²
B61	1	1	m-2.kg-1.s3.cd.sr	lumen per watt	lm/W
B62	1	1	s.cd.sr	lumen second	lm·s
B63	3600	1	m-2.s.cd.sr	lux hour	lx·h
B64	1	1	m-2.s.cd.sr	lux second	lx·s
B66	1000000	1	m-2.A	megaampere per square metre	MA/m²
B67	1000000	1	kg-1.s-1	megabecquerel per kilogram	MBq/kg
B68	1	1	own.B68	gigabit	Gbit
B69	1000000	1	m-3.s.A	megacoulomb per cubic metre	MC/m³
B7	1	1	own.B7	cycle	
B70	1000000	1	m-2.s.A	megacoulomb per square metre	MC/m²
B71	801088317	5000000000000000000000	m2.kg.s-2	megaelectronvolt	MeV
B72	1000	1	m-3.kg	megagram per cubic metre	Mg/m³
B73	1000000	1	m.kg.s-2	meganewton	MN
B74	1000000	1	m2.kg.s-2	meganewton metre	MN·m
B75	1000000	1	m2.kg.s-3.A-2	megaohm	MΩ
B76	1000000	1	m3.kg.s-3.A-2	megaohm metre	MΩ·m
B77	1000000	1	m-3.kg-1.s3.A2	megasiemens per metre	MS/m
B78	1000000	1	m2.kg.s-3.A-1	megavolt	MV
B79	1000000	1	m.kg.s-3.A-1	megavolt per metre	MV/m
B8	1	1	m-1.kg.s-2	joule per cubic metre	J/m³
B80	1	1	own.B80	gigabit per second	Gbit/s
B81	1	1	m-2.s-1	reciprocal metre squared reciprocal second	m⁻²/s
B82	1	1	own.B82	inch per linear foot	
B83	1	1	m4	metre to the fourth power	m⁴
B84	1	1000000	A	microampere	µA
B85	1	10	m-1.kg.s-2	microbar	µbar
B86	1	1000000	s.A	microcoulomb	µC
B87	1	1000000	m-3.s.A	microcoulomb per cubic metre	µC/m³
B88	1	1000000	m-2.s.A	microcoulomb per square metre	µC/m²
B89	1	1000000	m-3.kg-1.s4.A2	microfarad per metre	µF/m
B90	1	1000000	m2.kg.s-2.A-2	microhenry	µH
B91	1	1000000	m.kg.s-2.A-2	microhenry per metre	µH/m
B92	1	1000000	m.kg.s-2	micronewton	µN
B93	1	1000000	m2.kg.s-2	micronewton metre	µN·m
B94	1	1000000	m2.kg.s-3.A-2	microohm	µΩ
B95	1	1000000	m3.kg.s-3.A-2	microohm metre	µΩ·m
B96	1	1000000	m-1.kg.s-2	micropascal	µPa
B97	1	1000000	rad	microradian	µrad
B98	1	1000000	s	microsecond	µs
B99	1	1000000	m-2.kg-1.s3.A2	microsiemens	µS
BAR	100000	1	m-1.kg.s-2	bar [unit of pressure]	bar
BB	1	1	own.BB	base box	
BFT	1	1	own.BFT	board foot	fbm
BHP	7457	10	m2.kg.s-3	brake horse power	BHP
BIL	1000000000000	1	count	billion (EUR)	
BLD	115627	1000000	m3	dry barrel (US)	bbl (US)
BLL	1589873	10000000	m3	barrel (US)	barrel (US)
BP	1	1	own.BP	hundred board foot	
BPM	1667	100000	s-1	beats per minute	BPM
BQL	999999	1000000	s-1	becquerel	Bq
BTU	131882	125	m2.kg.s-2	British thermal unit (international table)	BtuIT
BUA	3523907	100000000	m3	bushel (US)	bu (US)
BUI	454609	12500000	m3	bushel (UK)	bushel (UK)
C0	1	1	own.C0	call	
C10	1	1000	m-2.kg-1.s4.A2	millifarad	mF
C11	1	100000	m.s-2	milligal	mGal
C12	1	1000000	m-1.kg	milligram per metre	mg/m
C13	1	1000	m2.s-2	milligray	mGy
C14	1	1000	m2.kg.s-2.A-2	millihenry	mH
C15	1	1000	m2.kg.s-2	millijoule	mJ
C16	1	1000	m.s-1	millimetre per second	mm/s
C17	1	1000000	m2.s-1	millimetre squared per second	mm²/s
C18	1	1000	mol	millimole	mmol
C19	1	1	kg-1.mol	mole per kilogram	mol/kg
C20	1	1000	m.kg.s-2	millinewton	mN
C21	1	1	own.C21	kibibit	Kibit
C22	1	1000	kg.s-2	millinewton per metre	mN/m
C23	1	1000	m3.kg.s-3.A-2	milliohm metre	mΩ·m
C24	1	1000	m-1.kg.s-1	millipascal second	mPa·s
C25	1	1000	rad	milliradian	mrad
C26	1	1000	s	millisecond	ms
C27	1	1000	m-2.kg-1.s3.A2	millisiemens	mS
C28	1	1000	m2.s-2	millisievert	mSv
C29	1	1000	kg.s-2.A-1	millitesla	mT
C3	1	1000000	m.kg.s-3.A-1	microvolt per metre	µV/m
C30	1	1000	m.kg.s-3.A-1	millivolt per metre	mV/m
C31	1	1000	m2.kg.s-3	milliwatt	mW
C32	1	1000	kg.s-3	milliwatt per square metre	mW/m²
C33	1	1000	m2.kg.s-2.A-1	milliweber	mWb
C34	1	1	mol	mole	mol
C35	1000	1	m-3.mol	mole per cubic decimetre	mol/dm³
C36	1	1	m-3.mol	mole per cubic metre	mol/m³
C37	1	1	own.C37	kilobit	kbit
C38	1000	1	m-3.mol	mole per litre	mol/l
C39	1	1000000000	A	nanoampere	nA
C40	1	1000000000	s.A	nanocoulomb	nC
C41	1	1000000000	m-2.kg-1.s4.A2	nanofarad	nF
C42	1	1000000000	m-3.kg-1.s4.A2	nanofarad per metre	nF/m
C43	1	1000000000	m2.kg.s-2.A-2	nanohenry	nH
C44	1	1000000000	m.kg.s-2.A-2	nanohenry per metre	nH/m
C45	1	1000000000	m	nanometre	nm
C46	1	1000000000	m3.kg.s-3.A-2	nanoohm metre	nΩ·m
C47	1	1000000000	s	nanosecond	ns
C48	1	1000000000	kg.s-2.A-1	nanotesla	nT
C49	1	1000000000	m2.kg.s-3	nanowatt	nW
C50	1	1	Np	neper	Np
C51	1	1	s-1.Np	neper per second	Np/s
C52	1	1000000000000	m	picometre	pm
C53	1	1	m2.kg.s-1	newton metre second	N·m·s
C54	1	1	m3.kg-1.s-2	newton metre squared per kilogram squared	N·m²/kg²
C55	1	1	m-1.kg.s-2	newton per square metre	N/m²
C56	1000000	1	m-1.kg.s-2	newton per square millimetre	N/mm²
C57	1	1	m.kg.s-1	newton second	N·s
C58	1	1	kg.s-1	newton second per metre	N·s/m
C59	1	1	own.C59	octave	
C60	1	100	m3.kg.s-3.A-2	ohm centimetre	Ω·cm
C61	1	1	m3.kg.s-3.A-2	ohm metre	Ω·m
C62	1	1	count	one	1
C63	30856780000000000	1	m	parsec	pc
C64	1	1	m-1.kg.s-2.K-1	pascal per kelvin	Pa/K
C65	1	1	m-1.kg.s-1	pascal second	Pa·s
C66	1	1	m-4.kg.s-1	pascal second per cubic metre	Pa·s/m³
C67	1	1	m-2.kg.s-1	pascal second per metre	Pa· s/m
C68	1000000000000000	1	m2.kg.s-2	petajoule	PJ
C69	1	1	own.C69	phon	
C7	1	1000	m-1.kg.s-1	centipoise	cP
C70	1	1000000000000	A	picoampere	pA
C71	1	1000000000000	s.A	picocoulomb	pC
C72	1	1000000000000	m-3.kg-1.s4.A2	picofarad per metre	pF/m
C73	1	1000000000000	m2.kg.s-2.A-2	picohenry	pH
C74	1000	1	s-1.bit	kilobit per second	kbit/s
C75	1	1000000000000	m2.kg.s-3	picowatt	pW
C76	1	1000000000000	kg.s-3	picowatt per square metre	pW/m²
C78	2224111	500000	m.kg.s-2	pound-force	lbf
C79	1	1	own.C79	kilovolt ampere hour	kVAh
C8	1	1000	kg-1.s.A	millicoulomb per kilogram	mC/kg
C80	1	100	m2.s-2	rad	rad
C81	1	1	rad	radian	rad
C82	1	1	m2.mol-1.rad	radian square metre per mole	rad·m²/mol
C83	1	1	m2.kg-1.rad	radian square metre per kilogram	rad·m²/kg
C84	1	1	m-1.rad	radian per metre	rad/m
C85	10000000000	1	m-1	reciprocal angstrom	Å⁻¹
C86	1	1	m-3	reciprocal cubic metre	m⁻³
C87	1	1	m-3.s-1	reciprocal cubic metre per second	m⁻³/s
C88	6241460000000000000	1	m-5.kg-1.s2	reciprocal electron volt per cubic metre	eV⁻¹/m³
C89	1	1	m-2.kg-1.s2.A2	reciprocal henry	H⁻¹
C9	1	1	own.C9	coil group	
C90	1	1	m-5.kg-1.s2	reciprocal joule per cubic metre	J⁻¹/m³
C91	1	1	K-1	reciprocal kelvin or kelvin to the power minus one	K⁻¹
C92	1	1	m-1	reciprocal metre	m⁻¹
C93	1	1	m-2	reciprocal square metre	m⁻²
C94	1666667	100000000	s	reciprocal minute	min⁻¹
C95	1	1	mol-1	reciprocal mole	mol⁻¹
C96	1	1	m.kg-1.s2	reciprocal pascal or pascal to the power minus one	Pa⁻¹
C97	1	1	s-1	reciprocal second	s⁻¹
C99	1	1	m-2.s-1	reciprocal second per metre squared	s⁻¹/m²
CCT	1	1	own.CCT	carrying capacity in metric ton	
CDL	1	1	cd	candela	cd
CEL	1	1	temperature	degree Celsius	°C
CEN	100	1	count	hundred	
CG	1	1	own.CG	card	
CGM	1	100000	kg	centigram	cg
CKG	1	1	kg-1.s.A	coulomb per kilogram	C/kg
CLF	1	1	own.CLF	hundred leave	
CLT	1	100000	m3	centilitre	cl
CMK	1	10000	m2	square centimetre	cm²
CMQ	1	1000000	m3	cubic centimetre	cm³
CMT	1	100	m	centimetre	cm
CNP	1	1	own.CNP	hundred pack	
CNT	45359237	1000000	kg	cental (UK)	
COU	1	1	s.A	coulomb	C
CTG	1	1	own.CTG	content gram	
CTM	1	5000	kg	metric carat	
CTN	1	1	own.CTN	content ton (metric)	
CUR	37000000000	1	s-1	curie	Ci
CWA	56699	1250	kg	hundred pound (cwt) / hundred weight (US)	cwt (US)
CWI	1016047	20000	kg	hundred weight (UK)	cwt (UK)
D03	1	1	own.D03	kilowatt hour per hour	kW·h/h
D04	1	1	own.D04	lot  [unit of weight]	
D1	1	1	s-1.sr-1	reciprocal second per steradian	s⁻¹/sr
D10	1	1	m-3.kg-1.s3.A2	siemens per metre	S/m
D11	1	1	own.D11	mebibit	Mibit
D12	1	1	kg-1.s3.A2.mol-1	siemens square metre per mole	S·m²/mol
D13	1	1	m2.s-2	sievert	Sv
D15	1	1	own.D15	sone	
D16	1000	1	kg-1.s2	square centimetre per erg	cm²/erg
D17	1000	1	kg-1.s2.sr-1	square centimetre per steradian erg	cm²/(sr·erg)
D18	1	1	m.K	metre kelvin	m·K
D19	1	1	kg-1.s3.K	square metre kelvin per watt	m²·K/W
D2	1	1	m-2.s-1.sr-1	reciprocal second per steradian metre squared	s⁻¹/(sr·m²)
D20	1	1	kg-1.s2	square metre per joule	m²/J
D21	1	1	m2.kg-1	square metre per kilogram	m²/kg
D22	1	1	m2.mol-1	square metre per mole	m²/mol
D23	1	1	own.D23	pen gram (protein)	
D24	1	1	m2.sr-1	square metre per steradian	m²/sr
D25	1	1	kg-1.s2.sr-1	square metre per steradian joule	m²/(sr·J)
D26	1	1	kg-1.s2.A	square metre per volt second	m²/(V·s)
D27	1	1	sr	steradian	sr
D29	1000000000000	1	s-1	terahertz	THz
D30	1000000000000	1	m2.kg.s-2	terajoule	TJ
D31	1000000000000	1	m2.kg.s-3	terawatt	TW
D32	3600000000000000	1	m2.kg.s-2	terawatt hour	TW·h
D33	1	1	kg.s-2.A-1	tesla	T
D34	1	1000000	m-1.kg	tex	tex (g/km)
D36	1	1	own.D36	megabit	Mbit
D41	1000	1	m-3.kg	tonne per cubic metre	t/m³
D42	31556925	1	s	tropical year	y (tropical)
D43	830269391	500000000000000000000000000000000000	kg	unified atomic mass unit	u
D44	1	1	m2.kg.s-3	var	var
D45	1	1	m4.kg2.s-6.A-2.K-2	volt squared per kelvin squared	V²/K²
D46	1	1	m2.kg.s-3	volt - ampere	V·A
D47	100	1	m.kg.s-3.A-1	volt per centimetre	V/cm
D48	1	1	m2.kg.s-3.A-1.K-1	volt per kelvin	V/K
D49	1	1000	m2.kg.s-3.A-1.K-1	millivolt per kelvin	mV/K
D5	10000	1	m-2.kg	kilogram per square centimetre	kg/cm²
D50	1	1	m.kg.s-3.A-1	volt per metre	V/m
D51	1000	1	m.kg.s-3.A-1	volt per millimetre	V/mm
D52	1	1	m2.kg.s-3.K-1	watt per kelvin	W/K
D53	1	1	m.kg.s-3.K-1	watt per metre kelvin	W/(m·K)
D54	1	1	kg.s-3	watt per square metre	W/m²
D55	1	1	kg.s-3.K-1	watt per square metre kelvin	W/(m²·K)
D56	1	1	kg.s-3.K-4	watt per square metre kelvin to the fourth power	W/(m²·K⁴)
D57	1	1	m2.kg.s-3.sr-1	watt per steradian	W/sr
D58	1	1	kg.s-3.sr-1	watt per steradian square metre	W/(sr·m²)
D59	1	1	m.kg.s-2.A-1	weber per metre	Wb/m
D6	129	500000	kg-1.A	roentgen per second	R/s
D60	1000	1	m.kg.s-2.A-1	weber per millimetre	Wb/mm
D61	1454441	5000000000	rad	minute [unit of angle]	'
D62	4848137	1000000000000	rad	second [unit of angle]	"
D63	1	1	own.D63	book	
D65	1	1	own.D65	round	
D68	1	1	own.D68	number of words	
D69	2081157	5000000000000	m4	inch to the fourth power	in⁴
D73	1	1	m4.kg.s-2	joule square metre	J·m²
D74	1	1	kg.mol-1	kilogram per mole	kg/mol
D77	1000000	1	s.A	megacoulomb	MC
D78	1	1	own.D78	megajoule per second	MJ/s
D80	1	1000000	m2.kg.s-3	microwatt	µW
D81	1	1000000	kg.s-2.A-1	microtesla	µT
D82	1	1000000	m2.kg.s-3.A-1	microvolt	µV
D83	1	1000	m2.kg.s-2	millinewton metre	mN·m
D85	1	1000000	kg.s-3	microwatt per square metre	µW/m²
D86	1	1000	s.A	millicoulomb	mC
D87	1	1000	kg-1.mol	millimole per kilogram	mmol/kg
D88	1	1000	m-3.s.A	millicoulomb per cubic metre	mC/m³
D89	1	1000	m-2.s.A	millicoulomb per square metre	mC/m²
D91	1	100	m2.s-2	rem	rem
D93	1	1	m-3.s	second per cubic metre	s/m³
D94	1	1	m-3.s.rad-1	second per cubic metre radian	s/(rad·m³)
D95	1000	1	m2.s-2	joule per gram	J/g
DAA	1000	1	m2	decare	daa
DAD	1	1	own.DAD	ten day	
DAY	86400	1	s	day	d
DB	1	1	own.DB	dry pound	
DD	1745329	100000000	rad	degree [unit of angle]	°
DEC	1	1	own.DEC	decade	
DG	1	10000	kg	decigram	dg
DJ	1	100	kg	decagram	dag
DLT	1	10000	m3	decilitre	dl
DMA	1000	1	m3	cubic decametre	dam³
DMK	1	100	m2	square decimetre	dm²
DMO	1	1	own.DMO	standard kilolitre	
DMQ	1	1000	m3	cubic decimetre	dm³
DMT	1	10	m	decimetre	dm
DN	1	10	m2.kg.s-2	decinewton metre	dN·m
DPC	12	1	count	dozen piece	
DPR	24	1	count	dozen pair	
DPT	1	1	own.DPT	displacement tonnage	
DRA	777587	200000000	kg	dram (US)	
DRI	354349	200000000	kg	dram (UK)	
DRL	1	1	own.DRL	dozen roll	
DT	1	1	own.DT	dry ton	
DTN	100	1	kg	decitonne	dt or dtn
DWT	777587	500000000	kg	pennyweight	
DZN	12	1	count	dozen	DOZ
DZP	1	1	own.DZP	dozen pack	
E01	10000	1	m-1.kg.s-2	newton per square centimetre	N/cm²
E07	1	1	own.E07	megawatt hour per hour	MW·h/h
E08	1	1	own.E08	megawatt per hertz	MW/Hz
E09	18	5	s.A	milliampere hour	mA·h
E10	1	1	own.E10	degree day	deg da
E12	1	1	own.E12	mille	
E14	20934	5	m2.kg.s-2	kilocalorie (international table)	kcalIT
E15	58111	50000	m2.kg.s-3	kilocalorie (thermochemical) per hour	kcalth/h
E16	2930711	10	m2.kg.s-3	million Btu(IT) per hour	BtuIT/h
E17	566337	20000000	m3.s-1	cubic foot per second	ft³/s
E18	138889	500000	kg.s-1	tonne per hour	t/h
E19	661	200	m2	ping	
E20	1	1	own.E20	megabit per second	Mbit/s
E21	1	1	own.E21	shares	
E22	1	1	own.E22	TEU	
E23	1	1	own.E23	tyre	
E25	1	1	own.E25	active unit	
E27	1	1	own.E27	dose	
E28	1	1	own.E28	air dry ton	
E30	1	1	own.E30	strand	
E31	1	1	own.E31	square metre per litre	m²/l
E32	138889	500000000000	m3.s-1	litre per hour	l/h
E33	381	1250000	m	foot per thousand	
E34	1	1	own.E34	gigabyte	Gbyte
E35	1	1	own.E35	terabyte	Tbyte
E36	1	1	own.E36	petabyte	Pbyte
E37	1	1	own.E37	pixel	
E38	1	1	own.E38	megapixel	
E39	1	1	own.E39	dots per inch	dpi
E4	1	1	own.E4	gross kilogram	
E40	1	100000	share	part per hundred thousand	ppht
E41	9806650	1	m-1.kg.s-2	kilogram-force per square millimetre	kgf/mm²
E42	196133	2	m-1.kg.s-2	kilogram-force per square centimetre	kgf/cm²
E43	10000	1	kg.s-2	joule per square centimetre	J/cm²
E44	1	1	own.E44	kilogram-force metre per square centimetre	kgf·m/cm²
E45	1	1000	m2.kg.s-3.A-2	milliohm	mΩ
E46	3600000	1	m-1.kg.s-2	kilowatt hour per cubic metre	kW·h/m³
E47	3600000	1	m2.kg.s-2.K-1	kilowatt hour per kelvin	kW·h/K
E48	1	1	own.E48	service unit	
E49	1	1	own.E49	working day	
E50	1	1	own.E50	accounting unit	
E51	1	1	own.E51	job	
E52	1	1	own.E52	run foot	
E53	1	1	own.E53	test	
E54	1	1	own.E54	trip	
E55	1	1	own.E55	use	
E56	1	1	own.E56	well	
E57	1	1	own.E57	zone	
E58	1	1	own.E58	exabit per second	Ebit/s
E59	1	1	own.E59	exbibyte	Eibyte
E60	1	1	own.E60	pebibyte	Pibyte
E61	1	1	own.E61	tebibyte	Tibyte
E62	1	1	own.E62	gibibyte	Gibyte
E63	1	1	own.E63	mebibyte	Mibyte
E64	1	1	own.E64	kibibyte	Kibyte
E65	1	1	own.E65	exbibit per metre	Eibit/m
E66	1	1	own.E66	exbibit per square metre	Eibit/m²
E67	1	1	own.E67	exbibit per cubic metre	Eibit/m³
E68	1	1	own.E68	gigabyte per second	Gbyte/s
E69	1	1	own.E69	gibibit per metre	Gibit/m
E70	1	1	own.E70	gibibit per square metre	Gibit/m²
E71	1	1	own.E71	gibibit per cubic metre	Gibit/m³
E72	1	1	own.E72	kibibit per metre	Kibit/m
E73	1	1	own.E73	kibibit per square metre	Kibit/m²
E74	1	1	own.E74	kibibit per cubic metre	Kibit/m³
E75	1	1	own.E75	mebibit per metre	Mibit/m
E76	1	1	own.E76	mebibit per square metre	Mibit/m²
E77	1	1	own.E77	mebibit per cubic metre	Mibit/m³
E78	1	1	own.E78	petabit	Pbit
E79	1	1	own.E79	petabit per second	Pbit/s
E80	1	1	own.E80	pebibit per metre	Pibit/m
E81	1	1	own.E81	pebibit per square metre	Pibit/m²
E82	1	1	own.E82	pebibit per cubic metre	Pibit/m³
E83	1	1	own.E83	terabit	Tbit
E84	1	1	own.E84	terabit per second	Tbit/s
E85	1	1	own.E85	tebibit per metre	Tibit/m
E86	1	1	own.E86	tebibit per cubic metre	Tibit/m³
E87	1	1	own.E87	tebibit per square metre	Tibit/m²
E88	1	1	own.E88	bit per metre	bit/m
E89	1	1	own.E89	bit per square metre	bit/m²
E90	100	1	m-1	reciprocal centimetre	cm⁻¹
E91	115741	10000000000	s-1	reciprocal day	d⁻¹
E92	138889	500000000000	m3.s-1	cubic decimetre per hour	dm³/h
E93	138889	500000000	kg.s-1	kilogram per hour	kg/h
E94	1000	1	s-1.mol	kilomole per second	kmol/s
E95	1	1	s-1.mol	mole per second	mol/s
E96	1745329	100000000	s-1.rad	degree per second	°/s
E97	1	1000	K-1	millimetre per degree Celcius metre	mm/(°C·m)
E98	1	1	share	degree Celsius per kelvin	°C/K
E99	1	1000	share	hectopascal per bar	hPa/bar
EA	1	1	count	each	
EB	1	1	own.EB	electronic mail box	
EQ	1	1	own.EQ	equivalent gallon	
F01	1	1	own.F01	bit per cubic metre	bit/m³
F02	1	1	share	kelvin per kelvin	K/K
F03	1	100	share	kilopascal per bar	kPa/bar
F04	1	1000	share	millibar per bar	mbar/bar
F05	10	1	share	megapascal per bar	MPa/bar
F06	1	1000000	s	poise per bar	P/bar
F07	1	100000	share	pascal per bar	Pa/bar
F08	15748031496063	400000000000000	m-1.A	milliampere per inch	mA/in
F10	138889	500000000	s-1.K	kelvin per hour	K/h
F11	166667	10000000	s-1.K	kelvin per minute	K/min
F12	1	1	s-1.K	kelvin per second	K/s
F13	145939	10000	kg	slug	slug
F14	1	1000	kg.K-1	gram per kelvin	g/K
F15	1	1	kg.K-1	kilogram per kelvin	kg/K
F16	1	1000000	kg.K-1	milligram per kelvin	mg/K
F17	145939	10000	kg.s-2	pound-force per foot	lbf/ft
F18	1	10000	m2.kg	kilogram square centimetre	kg·cm²
F19	1	1000000	m2.kg	kilogram square millimetre	kg·mm²
F20	2926397	10000000000	m2.kg	pound inch squared	lb·in²
F21	22597	200000	m2.kg.s-2	pound-force inch	lbf·in
F22	67791	50000	m2.kg.s-2.A-1	pound-force foot per ampere	lbf·ft/A
F23	1	1	m-3.kg	gram per cubic decimetre	g/dm³
F24	1	1000	kg.mol-1	kilogram per kilomol	kg/kmol
F25	1	1000	kg.s	gram per hertz	g/Hz
F26	115741	10000000000000	kg.s-1	gram per day	g/d
F27	138889	500000000000	kg.s-1	gram per hour	g/h
F28	166667	10000000000	kg.s-1	gram per minute	g/min
F29	1	1000	kg.s-1	gram per second	g/s
F30	115741	10000000000	kg.s-1	kilogram per day	kg/d
F31	166667	10000000	kg.s-1	kilogram per minute	kg/min
F32	115741	10000000000000000	kg.s-1	milligram per day	mg/d
F33	166667	10000000000000	kg.s-1	milligram per minute	mg/min
F34	1	1000000	kg.s-1	milligram per second	mg/s
F35	115741	10000000000000	kg.s-1.K-1	gram per day kelvin	g/(d·K)
F36	138889	500000000000	kg.s-1.K-1	gram per hour kelvin	g/(h·K)
F37	166667	10000000000	kg.s-1.K-1	gram per minute kelvin	g/(min·K)
F38	1	1000	kg.s-1.K-1	gram per second kelvin	g/(s·K)
F39	115741	10000000000	kg.s-1.K-1	kilogram per day kelvin	kg/(d·K)
F40	138889	500000000	kg.s-1.K-1	kilogram per hour kelvin	kg/(h·K)
F41	166667	10000000	kg.s-1.K-1	kilogram per minute kelvin	kg/(min·K)
F42	1	1	kg.s-1.K-1	kilogram per second kelvin	kg/(s·K)
F43	115741	10000000000000000	kg.s-1.K-1	milligram per day kelvin	mg/(d·K)
F44	138889	500000000000000	kg.s-1.K-1	milligram per hour kelvin	mg/(h·K)
F45	166667	10000000000000	kg.s-1.K-1	milligram per minute kelvin	mg/(min·K)
F46	1	1000000	kg.s-1.K-1	milligram per second kelvin	mg/(s·K)
F47	1000	1	kg.s-2	newton per millimetre	N/mm
F48	175127	1000	kg.s-2	pound-force per inch	lbf/in
F49	502921	100000	m	rod [unit of distance]	rd (US)
F50	1	1000000	m.K-1	micrometre per kelvin	µm/K
F51	1	100	m.K-1	centimetre per kelvin	cm/K
F52	1	1	m.K-1	metre per kelvin	m/K
F53	1	1000	m.K-1	millimetre per kelvin	mm/K
F54	1	1000	m.kg.s-3.A-2	milliohm per metre	mΩ/m
F55	621371	1000000000	m.kg.s-3.A-2	ohm per mile (statute mile)	Ω/mi
F56	1	1000	m.kg.s-3.A-2	ohm per kilometre	Ω/km
F57	72519	500000000000	m.kg-1.s2.A	milliampere per pound-force per square inch	mA/(lbf/in²)
F58	1	100000	m.kg-1.s2	reciprocal bar	1/bar
F59	1	100000000	m.kg-1.s2.A	milliampere per bar	mA/bar
F60	1	100000	m.kg-1.s2.K	degree Celsius per bar	°C/bar
F61	1	100000	m.kg-1.s2.K	kelvin per bar	K/bar
F62	115741	1000000000000000000	m.s	gram per day bar	g/(d·bar)
F63	138889	50000000000000000	m.s	gram per hour bar	g/(h·bar)
F64	166667	1000000000000000	m.s	gram per minute bar	g/(min·bar)
F65	1	100000000	m.s	gram per second bar	g/(s·bar)
F66	115741	1000000000000000	m.s	kilogram per day bar	kg/(d·bar)
F67	138889	50000000000000	m.s	kilogram per hour bar	kg/(h·bar)
F68	166667	1000000000000	m.s	kilogram per minute bar	kg/(min·bar)
F69	1	100000	m.s	kilogram per second bar	kg/(s·bar)
F70	115741	1000000000000000000000	m.s	milligram per day bar	mg/(d·bar)
F71	138889	50000000000000000000	m.s	milligram per hour bar	mg/(h·bar)
F72	166667	1000000000000000000	m.s	milligram per minute bar	mg/(min·bar)
F73	1	100000000000	m.s	milligram per second bar	mg/(s·bar)
F74	1	100000000	m.s2	gram per bar	g/bar
F75	1	100000000000	m.s2	milligram per bar	mg/bar
F76	1	1	m-1.A	milliampere per millimetre	mA/mm
F77	1	1	m-1.kg.s-1.K-1	pascal second per kelvin	Pa.s/K
F78	249089	1000	m-1.kg.s-2	inch of water	inH₂O
F79	338639	100	m-1.kg.s-2	inch of mercury	inHg
F80	746043	1000	m2.kg.s-3	water horse power	
F81	100000	1	m-1.kg.s-2.K-1	bar per kelvin	bar/K
F82	100	1	m-1.kg.s-2.K-1	hectopascal per kelvin	hPa/K
F83	1000	1	m-1.kg.s-2.K-1	kilopascal per kelvin	kPa/K
F84	100	1	m-1.kg.s-2.K-1	millibar per kelvin	mbar/K
F85	1000000	1	m-1.kg.s-2.K-1	megapascal per kelvin	MPa/K
F86	1	10	m-1.kg.s-1.K-1	poise per kelvin	P/K
F87	166667	10000	m-1.kg.s-4.A-1	volt per litre minute	V/(l·min)
F88	1	100	m2.kg.s-2	newton centimetre	N·cm
F89	14323947	250000	m2.kg.s-2.rad-1	newton metre per degree	Nm/°
F90	1	1	m2.kg.s-2.A-1	newton metre per ampere	N·m/A
F91	100	1	m2.kg.s-3	bar litre per second	bar·l/s
F92	100000	1	m2.kg.s-3	bar cubic metre per second	bar·m³/s
F93	1	10	m2.kg.s-3	hectopascal litre per second	hPa·l/s
F94	100	1	m2.kg.s-3	hectopascal cubic metre per second	hPa·m³/s
F95	1	10	m2.kg.s-3	millibar litre per second	mbar·l/s
F96	100	1	m2.kg.s-3	millibar cubic metre per second	mbar·m³/s
F97	1000	1	m2.kg.s-3	megapascal litre per second	MPa·l/s
F98	1000000	1	m2.kg.s-3	megapascal cubic metre per second	MPa·m³/s
F99	1	1000	m2.kg.s-3	pascal litre per second	Pa·l/s
FAH	5	9	temperature	degree Fahrenheit	°F
FAR	1	1	m-2.kg-1.s4.A2	farad	F
FBM	1	1	own.FBM	fibre metre	
FC	1	1	own.FC	thousand cubic foot	kft³
FF	1	1	own.FF	hundred cubic metre	
FH	1	1000000	mol	micromole	µmol
FIT	138889	500000000000000000	s-1	failures in time	FIT
FL	1	1	own.FL	flake ton	
FOT	381	1250	m	foot	ft
FP	1220607	250000	m-2.kg	pound per square foot	lb/ft²
FR	127	25000	m.s-1	foot per minute	ft/min
FS	381	1250	m.s-1	foot per second	ft/s
FTK	145161	1562500	m2	square foot	ft²
FTQ	566337	20000000	m3	cubic foot	ft³
G01	1	1	m2.kg.s-3	pascal cubic metre per second	Pa·m³/s
G04	1	10000000	m2.kg-1.s2	centimetre per bar	cm/bar
G05	1	100000	m2.kg-1.s2	metre per bar	m/bar
G06	1	100000000	m2.kg-1.s2	millimetre per bar	mm/bar
G08	16129	25000000	m2.s-1	square inch per second	in²/s
G09	1	1	m2.s-1.K-1	square metre per second kelvin	m²/(s·K)
G10	1	10000	m2.s-1.K-1	stokes per kelvin	St/K
G11	1	100	m-2.s2	gram per cubic centimetre bar	g/(cm³·bar)
G12	1	100000	m-2.s2	gram per cubic decimetre bar	g/(dm³·bar)
G13	1	100000	m-2.s2	gram per litre bar	g/(l·bar)
G14	1	100000000	m-2.s2	gram per cubic metre bar	g/(m³·bar)
G15	1	100	m-2.s2	gram per millilitre bar	g/(ml·bar)
G16	10	1	m-2.s2	kilogram per cubic centimetre bar	kg/(cm³·bar)
G17	1	100	m-2.s2	kilogram per litre bar	kg/(l·bar)
G18	1	100000	m-2.s2	kilogram per cubic metre bar	kg/(m³·bar)
G19	1	1	m2.s-2	newton metre per kilogram	N·m/kg
G2	315451	5000000000	m3.s-1	US gallon per minute	gal (US) /min
G20	298907	100000	m2.s-2	pound-force foot per pound	lbf·ft/lb
G21	1182941	5000000000	m3	cup [unit of volume]	cup (US)
G23	1101221	125000000	m3	peck	pk (US)
G24	369669	25000000000	m3	tablespoon (US)	tablespoon (US)
G25	2464461	500000000000	m3	teaspoon (US)	teaspoon (US)
G26	1	1	m3	stere	st
G27	1	1000000	m3.K-1	cubic centimetre per kelvin	cm³/K
G28	1	1000	m3.K-1	litre per kelvin	l/K
G29	1	1	m3.K-1	cubic metre per kelvin	m³/K
G3	378841	5000000000	m3.s-1	Imperial gallon per minute	gal (UK) /min
G30	1	1000000	m3.K-1	millilitre per kelvin	ml/K
G31	1000000	1	m-3.kg	kilogram per cubic centimetre	kg/cm³
G32	185399	5000000	m-3.kg	ounce (avoirdupois) per cubic yard	oz/yd³
G33	1000	1	m-3.kg.K-1	gram per cubic centimetre kelvin	g/(cm³·K)
G34	1	1	m-3.kg.K-1	gram per cubic decimetre kelvin	g/(dm³·K)
G35	1	1	m-3.kg.K-1	gram per litre kelvin	g/(l·K)
G36	1	1000	m-3.kg.K-1	gram per cubic metre kelvin	g/(m³·K)
G37	1000	1	m-3.kg.K-1	gram per millilitre kelvin	g/(ml·K)
G38	1000000	1	m-3.kg.K-1	kilogram per cubic centimetre kelvin	kg/(cm³·K)
G39	1000	1	m-3.kg.K-1	kilogram per litre kelvin	kg/(l·K)
G40	1	1	m-3.kg.K-1	kilogram per cubic metre kelvin	kg/(m³·K)
G41	1	100000	m3.kg-1.s	square metre per second bar	m²/(s·bar)
G42	1	10000	m-3.kg-1.s3.A2	microsiemens per centimetre	µS/cm
G43	1	1000000	m-3.kg-1.s3.A2	microsiemens per metre	µS/m
G44	1	10000000	m-3.kg-1.s3.A2	nanosiemens per centimetre	nS/cm
G45	1	1000000000	m-3.kg-1.s3.A2	nanosiemens per metre	nS/m
G46	1	1000000000	m3.kg-1.s	stokes per bar	St/bar
G47	115741	10000000000000000	m3.s-1	cubic centimetre per day	cm³/d
G48	138889	500000000000000	m3.s-1	cubic centimetre per hour	cm³/h
G49	166667	10000000000000	m3.s-1	cubic centimetre per minute	cm³/min
G50	2103	2000000000	m3.s-1	gallon (US) per hour	gal/h
G51	1	1000	m3.s-1	litre per second	l/s
G52	115741	10000000000	m3.s-1	cubic metre per day	m³/d
G53	166667	10000000	m3.s-1	cubic metre per minute	m³/min
G54	115741	10000000000000000	m3.s-1	millilitre per day	ml/d
G55	138889	500000000000000	m3.s-1	millilitre per hour	ml/h
G56	113799	25000000000000	m3.s-1	cubic inch per hour	in³/h
G57	136559	500000000000	m3.s-1	cubic inch per minute	in³/min
G58	163871	10000000000	m3.s-1	cubic inch per second	in³/s
G59	166667	10000000	m-3.s-1.A	milliampere per litre minute	mA/(l·min)
G60	1	100000	m3.s-1.A-1	volt per bar	V/bar
G61	115741	10000000000000000	m3.s-1.K-1	cubic centimetre per day kelvin	cm³/(d·K)
G62	138889	500000000000000	m3.s-1.K-1	cubic centimetre per hour kelvin	cm³/(h·K)
G63	166667	10000000000000	m3.s-1.K-1	cubic centimetre per minute kelvin	cm³/(min·K)
G64	1	1000000	m3.s-1.K-1	cubic centimetre per second kelvin	cm³/(s·K)
G65	115741	10000000000000	m3.s-1.K-1	litre per day kelvin	l/(d·K)
G66	138889	500000000000	m3.s-1.K-1	litre per hour kelvin	l/(h·K)
G67	166667	10000000000	m3.s-1.K-1	litre per minute kelvin	l/(min·K)
G68	1	1000	m3.s-1.K-1	litre per second kelvin	l/(s·K)
G69	115741	10000000000	m3.s-1.K-1	cubic metre per day kelvin	m³/(d·K)
G70	138889	500000000	m3.s-1.K-1	cubic metre per hour kelvin	m³/(h·K)
G71	166667	10000000	m3.s-1.K-1	cubic metre per minute kelvin	m³/(min·K)
G72	1	1	m3.s-1.K-1	cubic metre per second kelvin	m³/(s·K)
G73	115741	10000000000000000	m3.s-1.K-1	millilitre per day kelvin	ml/(d·K)
G74	138889	500000000000000	m3.s-1.K-1	millilitre per hour kelvin	ml/(h·K)
G75	166667	10000000000000	m3.s-1.K-1	millilitre per minute kelvin	ml/(min·K)
G76	1	1000000	m3.s-1.K-1	millilitre per second kelvin	ml/(s·K)
G77	1	1000000000000	m4	millimetre to the fourth power	mm⁴
G78	115741	1000000000000000000000	m4.kg-1.s	cubic centimetre per day bar	cm³/(d·bar)
G79	138889	50000000000000000000	m4.kg-1.s	cubic centimetre per hour bar	cm³/(h·bar)
G80	166667	1000000000000000000	m4.kg-1.s	cubic centimetre per minute bar	cm³/(min·bar)
G81	1	100000000000	m4.kg-1.s	cubic centimetre per second bar	cm³/(s·bar)
G82	115741	1000000000000000000	m4.kg-1.s	litre per day bar	l/(d·bar)
G83	138889	50000000000000000	m4.kg-1.s	litre per hour bar	l/(h·bar)
G84	166667	1000000000000000	m4.kg-1.s	litre per minute bar	l/(min·bar)
G85	1	100000000	m4.kg-1.s	litre per second bar	l/(s·bar)
G86	115741	1000000000000000	m4.kg-1.s	cubic metre per day bar	m³/(d·bar)
G87	138889	50000000000000	m4.kg-1.s	cubic metre per hour bar	m³/(h·bar)
G88	166667	1000000000000	m4.kg-1.s	cubic metre per minute bar	m³/(min·bar)
G89	1	100000	m4.kg-1.s	cubic metre per second bar	m³/(s·bar)
G90	115741	1000000000000000000000	m4.kg-1.s	millilitre per day bar	ml/(d·bar)
G91	138889	50000000000000000000	m4.kg-1.s	millilitre per hour bar	ml/(h·bar)
G92	166667	1000000000000000000	m4.kg-1.s	millilitre per minute bar	ml/(min·bar)
G93	1	100000000000	m4.kg-1.s	millilitre per second bar	ml/(s·bar)
G94	1	100000000000	m4.kg-1.s2	cubic centimetre per bar	cm³/bar
G95	1	100000000	m4.kg-1.s2	litre per bar	l/bar
G96	1	100000	m4.kg-1.s2	cubic metre per bar	m³/bar
G97	1	100000000000	m4.kg-1.s2	millilitre per bar	ml/bar
G98	1	1000000000	s	microhenry per kiloohm	µH/kΩ
G99	1	1000000	s	microhenry per ohm	µH/Ω
GB	273829	6250000000000	m3.s-1	gallon (US) per day	gal (US)/d
GBQ	1000000000	1	s-1	gigabecquerel	GBq
GDW	1	1	own.GDW	gram, dry weight	
GE	149783	1250	m-3.kg	pound per gallon (US)	lb/gal (US)
GF	1	1000	m-1.kg	gram per metre (gram per 100 centimetres)	g/m
GFI	1	1	own.GFI	gram of fissile isotope	gi F/S
GGR	1728	1	count	great gross	
GIA	1182941	10000000000	m3	gill (US)	gi (US)
GIC	1	1	own.GIC	gram, including container	
GII	1420653	10000000000	m3	gill (UK)	gi (UK)
GIP	1	1	own.GIP	gram, including inner packaging	
GJ	1000	1	m-3.kg	gram per millilitre	g/ml
GL	1	1	m-3.kg	gram per litre	g/l
GLD	1101221	250000000	m3	dry gallon (US)	dry gal (US)
GLI	1136523	250000000	m3	gallon (UK)	gal (UK)
GLL	946353	250000000	m3	gallon (US)	gal (US)
GM	1	1000	m-2.kg	gram per square metre	g/m²
GO	1	1000000	m-2.kg	milligram per square metre	mg/m²
GP	1	1000000	m-3.kg	milligram per cubic metre	mg/m³
GQ	1	1000000000	m-3.kg	microgram per cubic metre	µg/m³
GRM	1	1000	kg	gram	g
GRN	6479891	100000000000	kg	grain	gr
GRO	144	1	count	gross	gr
GV	1000000000	1	m2.kg.s-2	gigajoule	GJ
GWH	3600000000000	1	m2.kg.s-2	gigawatt hour	GW·h
H03	1	1000	s	henry per kiloohm	H/kΩ
H04	1	1	s	henry per ohm	H/Ω
H05	1	1000000	s	millihenry per kiloohm	mH/kΩ
H06	1	1000	s	millihenry per ohm	mH/Ω
H07	1	100000	s	pascal second per bar	Pa·s/bar
H08	1	1000000	s-1	microbecquerel	µBq
H09	316881	10000000000000	s-1	reciprocal year	1/y
H10	138889	500000000	s-1	reciprocal hour	1/h
H11	380257	1000000000000	s-1	reciprocal month	1/mo
H12	138889	500000000	s-1.K	degree Celsius per hour	°C/h
H13	166667	10000000	s-1.K	degree Celsius per minute	°C/min
H14	1	1	s-1.K	degree Celsius per second	°C/s
H15	1	10	m2.kg-1	square centimetre per gram	cm²/g
H16	100	1	m2	square decametre	dam²
H18	10000	1	m2	square hectometre	hm²
H19	1000000	1	m3	cubic hectometre	hm³
H20	1000000000	1	m3	cubic kilometre	km³
H21	1	1	own.H21	blank	
H22	7251887199	50000000000000	m3.s-1.A-1	volt square inch per pound-force	V/(lbf/in²)
H23	1968503937	50000000	m.kg.s-3.A-1	volt per inch	V/in
H24	1000000	1	m2.kg.s-4.A-1	volt per microsecond	V/µs
H25	1	100	K-1	percent per kelvin	%/K
H26	1	1	m.kg.s-3.A-2	ohm per metre	Ω/m
H27	1745329	100000000	m-1.rad	degree per metre	°/m
H28	1	1000000000	m-3.kg-1.s4.A2	microfarad per kilometre	µF/km
H29	1	1000000	m-3.kg	microgram per litre	µg/l
H30	1	1000000000000	m2	square micrometre (square micron)	µm²
H31	1	1	kg-1.A	ampere per kilogram	A/kg
H32	1	1	s.A2	ampere squared second	A²·s
H33	1	1000	m-3.kg-1.s4.A2	farad per kilometre	F/km
H34	1	1	m.s-1	hertz metre	Hz·m
H35	1	1	m-1.kg-1.s3.K	kelvin metre per watt	K·m/W
H36	1000	1	m.kg.s-3.A-2	megaohm per kilometre	MΩ/km
H37	1000000	1	m.kg.s-3.A-2	megaohm per metre	MΩ/m
H38	1000000	1	A	megaampere	MA
H39	1000000000	1	m.s-1	megahertz kilometre	MHz·km
H40	1	1	m.kg.s-2.A-1	newton per ampere	N/A
H41	1	1	own.H41	newton metre watt to the power minus 0,5	N·m·W⁻⁰‧⁵
H42	1	1	m-2.kg.s-2	pascal per metre	Pa/m
H43	100	1	m-3.kg-1.s3.A2	siemens per centimetre	S/cm
H44	1000000000000	1	m2.kg.s-3.A-2	teraohm	TΩ
H45	1	1	m.kg.s-2.A-1	volt second per metre	V·s/m
H46	1	1	m2.kg.s-4.A-1	volt per second	V/s
H47	1	1	m-1.kg.s-3	watt per cubic metre	W/m³
H48	1	1000000000000000000	m-2.kg-1.s4.A2	attofarad	aF
H49	138888889	500000000000000	m.s-1	centimetre per hour	cm/h
H50	1000000	1	m-3	reciprocal cubic centimetre	cm⁻³
H51	1	10000	m-1.B	decibel per kilometre	dB/km
H52	1	10	m-1.B	decibel per metre	dB/m
H53	1	100000	m.s2	kilogram per bar	kg/bar
H54	1000	1	m-3.kg.K-1	kilogram per cubic decimetre kelvin	(kg/dm³)/K
H55	1	100	m-2.s2	kilogram per cubic decimetre bar	(kg/dm³)/bar
H56	1	1	m-2.kg.s-1	kilogram per square metre second	kg/(m²·s)
H57	1	1	own.H57	inch per two pi radiant	in/revolution
H58	1	1	m-1.kg-1.s2.A	metre per volt second	m/(V·s)
H59	1	1	m.kg-1.s2	square metre per newton	m²/N
H60	1	1	share	cubic metre per cubic metre	m³/m³
H61	1	10	m-3.kg-1.s3.A2	millisiemens per centimetre	mS/cm
H62	1666666667	100000000000000	m2.kg.s-4.A-1	millivolt per minute	mV/min
H63	1	100	m-2.kg	milligram per square centimetre	mg/cm²
H64	1	1000	share	milligram per gram	mg/g
H65	1	1000000	share	millilitre per cubic metre	ml/m³
H66	157788	5	m.s-1	millimetre per year	mm/y
H67	138888889	5000000000000000	m.s-1	millimetre per hour	mm/h
H68	1	1	kg-1.mol	millimole per gram	mmol/g
H69	1	1000000000000000	m-2.kg.s-2	picopascal per kilometre	pPa/km
H70	1	1000000000000	s	picosecond	ps
H71	1	1	own.H71	percent per month	%/mo
H72	1	1	own.H72	percent per hectobar	%/hbar
H73	1	1000	K-1	percent per decakelvin	%/daK
H74	1	1	m.kg.s-3	watt per metre	W/m
H75	10	1	m-1.kg.s-2	decapascal	daPa
H76	10	1	m-1.kg	gram per millimetre	g/mm
H77	1	1	own.H77	module width	MW
H79	333333333	1000000000000	m	French gauge	Fg
H80	889	20000	m	rack unit	U or RU
H81	1666666667	100000000000000	m.s-1	millimetre per minute	mm/min
H82	1763889	5000000000	m	big point	bp
H83	1	1000	m3.kg-1	litre per kilogram	l/kg
H84	1	1000000	m.kg	gram millimetre	g·mm
H85	411997363217	250000000000000000	s-1	reciprocal week	1/wk
H87	1	1	count	piece	
H88	1000000000	1	m3.kg.s-3.A-2	megaohm kilometre	MΩ·km
H89	1	100	m-2.kg-1.s3.A2	percent per ohm	%/Ω
H90	2864789	5000000	rad-1	percent per degree	%/°
H91	1	1000000	share	percent per ten thousand	%/10000
H92	1	10000000	share	percent per one hundred thousand	%/100000
H93	1	10000	share	percent per hundred	%/100
H94	1	100000	share	percent per thousand	%/1000
H95	1	100	m-2.kg-1.s3.A	percent per volt	%/V
H96	1	10000000	m.kg-1.s2	percent per bar	%/bar
H98	246063	625000	m-1	percent per inch	%/in
H99	1	100	m-1	percent per metre	%/m
HA	1	1	own.HA	hank	
HBA	10000000	1	m-1.kg.s-2	hectobar	hbar
HBX	1	1	own.HBX	hundred boxes	
HC	100	1	count	hundred count	
HDW	1	1	own.HDW	hundred kilogram, dry weight	
HEA	1	1	own.HEA	head	
HGM	1	10	kg	hectogram	hg
HH	1	1	own.HH	hundred cubic foot	
HIU	1	1	own.HIU	hundred international unit	
HKM	1	1	own.HKM	hundred kilogram, net mass	
HLT	1	10	m3	hectolitre	hl
HM	1397	3125	m.s-1	mile per hour (statute mile)	mile/h
HMQ	1	1	own.HMQ	million cubic metre	Mm³
HMT	100	1	m	hectometre	hm
HPA	1	1	own.HPA	hectolitre of pure alcohol	
HTZ	1	1	s-1	hertz	Hz
HUR	3600	1	s	hour	h
IA	28803	2500000	m.kg	inch pound (pound inch)	in·lb
IE	1	1	own.IE	person	
INH	127	5000	m	inch	in
INK	16129	25000000	m2	square inch	in²
INQ	2048383	125000000000	m3	cubic inch	in³
ISD	1	1	own.ISD	international sugar degree	
IU	127	5000	m.s-1	inch per second	in/s
IUG	1	1	own.IUG	international unit per gram	
IV	127	5000	m.s-2	inch per second squared	in/s²
J10	10	1	m-1	percent per millimetre	%/mm
J12	1450377	10000000000000	m.kg-1.s2	per mille per psi	‰/psi
J13	1	1	own.J13	degree API	°API
J14	1	1	own.J14	degree Baume (origin scale)	°Bé
J15	1	1	own.J15	degree Baume (US heavy)	°Bé (US heavy)
J16	1	1	own.J16	degree Baume (US light)	°Bé (US light)
J17	1	1	own.J17	degree Balling	°Balling
J18	1	1	own.J18	degree Brix	°Bx
J19	44057	250000	kg-1.s3.K	degree Fahrenheit hour square foot per British thermal unit (thermochemical)	°F·h·ft²/Btuth
J2	1	1	m2.s-2	joule per kilogram	J/kg
J20	1388889	2500000	share	degree Fahrenheit per kelvin	°F/K
J21	1388889	250000000000	m.kg-1.s2.K	degree Fahrenheit per bar	°F/bar
J22	880551	5000000	kg-1.s3.K	degree Fahrenheit hour square foot per British thermal unit (international table)	°F·h·ft²/BtuIT
J23	154321	1000000000	s-1.K	degree Fahrenheit per hour	°F/h
J24	9259259	1000000000	s-1.K	degree Fahrenheit per minute	°F/min
J25	1388889	2500000	s-1.K	degree Fahrenheit per second	°F/s
J26	181	100	K-1	reciprocal degree Fahrenheit	1/°F
J27	1	1	own.J27	degree Oechsle	°Oechsle
J28	154321	1000000000	s-1.K	degree Rankine per hour	°R/h
J29	9259259	1000000000	s-1.K	degree Rankine per minute	°R/min
J30	1388889	2500000	s-1.K	degree Rankine per second	°R/s
J31	1	1	own.J31	degree Twaddell	°Tw
J32	1	1000000	m-1.kg.s-1	micropoise	µP
J33	1	1000000000	share	microgram per kilogram	µg/kg
J34	1	1000000000	m-3.kg.K-1	microgram per cubic metre kelvin	(µg/m³)/K
J35	1	100000000000000	m-2.s2	microgram per cubic metre bar	(µg/m³)/bar
J36	1	1000000	share	microlitre per litre	µl/l
J38	1	1	own.J38	baud	Bd
J39	105587	100	m2.kg.s-2	British thermal unit (mean)	Btu
J40	346147	200000	m.kg.s-3.K-1	British thermal unit (international table) foot per hour square foot degree Fahrenheit	BtuIT·ft/(h·ft²·°F)
J41	1442279	10000000	m.kg.s-3.K-1	British thermal unit (international table) inch per hour square foot degree Fahrenheit	BtuIT·in/(h·ft²·°F)
J42	1298051	2500	m.kg.s-3.K-1	British thermal unit (international table) inch per second square foot degree Fahrenheit	BtuIT·in/(s·ft²·°F)
J43	20934	5	m2.s-2.K-1	British thermal unit (international table) per pound degree Fahrenheit	BtuIT/(lb·°F)
J44	8792133	500000	m2.kg.s-3	British thermal unit (international table) per minute	BtuIT/min
J45	131882	125	m2.kg.s-3	British thermal unit (international table) per second	BtuIT/s
J46	1729577	1000000	m.kg.s-3.K-1	British thermal unit (thermochemical) foot per hour square foot degree Fahrenheit	Btuth·ft/(h·ft²·°F)
J47	2928751	10000000	m2.kg.s-3	British thermal unit (thermochemical) per hour	Btuth/h
J48	720657	5000000	m.kg.s-3.K-1	British thermal unit (thermochemical) inch per hour square foot degree Fahrenheit	Btuth·in/(h·ft²·°F)
J49	1297183	2500	m.kg.s-3.K-1	British thermal unit (thermochemical) inch per second square foot degree Fahrenheit	Btuth·in/(s·ft²·°F)
J50	4184	1	m2.s-2.K-1	British thermal unit (thermochemical) per pound degree Fahrenheit	Btuth/(lb·°F)
J51	7029	400	m2.kg.s-3	British thermal unit (thermochemical) per minute	Btuth/min
J52	21087	20	m2.kg.s-3	British thermal unit (thermochemical) per second	Btuth/s
J53	1	1	m2.kg-1.s.A	coulomb square metre per kilogram	C·m²/kg
J54	1000000	1	Bd	megabaud	MBd
J55	1	1	m2.kg.s-2	watt second	W·s
J56	1	1	share	bar per bar	bar/bar
J57	3182263	20000000	m3	barrel (UK petroleum)	bbl (UK liq.)
J58	1325943	500000	m3.s-1	barrel (UK petroleum) per minute	bbl (UK liq.)/min
J59	9207937	5000000000000	m3.s-1	barrel (UK petroleum) per day	bbl (UK liq.)/d
J60	441981	10000000000	m3.s-1	barrel (UK petroleum) per hour	bbl (UK liq.)/h
J61	3182263	20000000	m3.s-1	barrel (UK petroleum) per second	bbl (UK liq.)/s
J62	2208157	50000000000	m3.s-1	barrel (US petroleum) per hour	bbl (US)/h
J63	1589873	10000000	m3.s-1	barrel (US petroleum) per second	bbl (US)/s
J64	4209343	10000000000000	m3.s-1	bushel (UK) per day	bu (UK)/d
J65	505121	50000000000	m3.s-1	bushel (UK) per hour	bu (UK)/h
J66	6061453	10000000000	m3.s-1	bushel (UK) per minute	bu (UK)/min
J67	454609	12500000	m3.s-1	bushel (UK) per second	bu (UK)/s
J68	1019649	2500000000000	m3.s-1	bushel (US dry) per day	bu (US dry)/d
J69	9788631	1000000000000	m3.s-1	bushel (US dry) per hour	bu (US dry)/h
J70	2936589	5000000000	m3.s-1	bushel (US dry) per minute	bu (US dry)/min
J71	3523907	100000000	m3.s-1	bushel (US dry) per second	bu (US dry)/s
J72	1	100	m2.kg.s-2	centinewton metre	cN·m
J73	1	1000	m-1.kg.s-1.K-1	centipoise per kelvin	cP/K
J74	1	100000000	s	centipoise per bar	cP/bar
J75	209501	50000	m2.kg.s-2	calorie (mean)	cal
J76	20934	5	m2.s-2.K-1	calorie (international table) per gram degree Celsius	calIT/(g·°C)
J78	2092	5	m.kg.s-3.K-1	calorie (thermochemical) per centimetre second degree Celsius	calth/(cm·s·°C)
J79	4184	1	m2.s-2.K-1	calorie (thermochemical) per gram degree Celsius	calth/(g·°C)
J81	6973333	100000000	m2.kg.s-3	calorie (thermochemical) per minute	calth/min
J82	523	125	m2.kg.s-3	calorie (thermochemical) per second	calth/s
J83	31	200	kg-1.s3.K	clo	clo
J84	1	100	m.s-1.K-1	centimetre per second kelvin	(cm/s)/K
J85	1	10000000	m2.kg-1.s	centimetre per second bar	(cm/s)/bar
J87	1	1000000	share	cubic centimetre per cubic metre	cm³/m³
J90	115741	10000000000000	m3.s-1	cubic decimetre per day	dm³/d
J91	1	1000	share	cubic decimetre per cubic metre	dm³/m³
J92	166667	10000000000	m3.s-1	cubic decimetre per minute	dm³/min
J93	1	1000	m3.s-1	cubic decimetre per second	dm³/s
J95	3288549	10000000000000000	m3.s-1	ounce (UK fluid) per day	fl oz (UK)/d
J96	7892517	1000000000000000	m3.s-1	ounce (UK fluid) per hour	fl oz (UK)/h
J97	473551	1000000000000	m3.s-1	ounce (UK fluid) per minute	fl oz (UK)/min
J98	1420653	50000000000	m3.s-1	ounce (UK fluid) per second	fl oz (UK)/s
J99	1711431	5000000000000000	m3.s-1	ounce (US fluid) per day	fl oz (US)/d
JE	1	1	m2.kg.s-2.K-1	joule per kelvin	J/K
JK	1000000	1	m2.s-2	megajoule per kilogram	MJ/kg
JM	1000000	1	m-1.kg.s-2	megajoule per cubic metre	MJ/m³
JNT	1	1	own.JNT	pipeline joint	
JOU	1	1	m2.kg.s-2	joule	J
JPS	1	1	own.JPS	hundred metre	
JWL	1	1	own.JWL	number of jewels	
K1	1	1	own.K1	kilowatt demand	
K10	8214869	1000000000000000	m3.s-1	ounce (US fluid) per hour	fl oz (US)/h
K11	2464461	5000000000000	m3.s-1	ounce (US fluid) per minute	fl oz (US)/min
K12	2957353	100000000000	m3.s-1	ounce (US fluid) per second	fl oz (US)/s
K13	3429	6250	m.K-1	foot per degree Fahrenheit	ft/°F
K14	8466667	100000000000	m.s-1	foot per hour	ft/h
K15	3766161	10000000000	m2.kg.s-3	foot pound-force per hour	ft·lbf/h
K16	2259697	100000000	m2.kg.s-3	foot pound-force per minute	ft·lbf/min
K17	17683	400000000	m2.kg-1.s2	foot per psi	ft/psi
K18	3429	6250	m.s-1.K-1	foot per second degree Fahrenheit	(ft/s)/°F
K19	17683	400000000	m2.kg-1.s	foot per second psi	(ft/s)/psi
K2	1	1	own.K2	kilovolt ampere reactive demand	
K20	1765733	50000	m-3	reciprocal cubic foot	1/ft³
K21	5097033	100000000	m3.K-1	cubic foot per degree Fahrenheit	ft³/°F
K22	3277413	10000000000000	m3.s-1	cubic foot per day	ft³/d
K23	1026753	250000000000	m4.kg-1.s2	cubic foot per psi	ft³/psi
K26	2630839	50000000000000	m3.s-1	gallon (UK) per day	gal (UK)/d
K27	1262803	1000000000000	m3.s-1	gallon (UK) per hour	gal (UK)/h
K28	454609	100000000	m3.s-1	gallon (UK) per second	gal (UK)/s
K3	1	1	own.K3	kilovolt ampere reactive hour	kvar·h
K30	946353	250000000	m3.s-1	gallon (US liquid) per second	gal (US liq.)/s
K31	196133	2000	m-1.kg.s-2	gram-force per square centimetre	gf/cm²
K32	822137	50000000000	m3.s-1	gill (UK) per day	gi (UK)/d
K33	1973129	50000000000000	m3.s-1	gill (UK) per hour	gi (UK)/h
K34	473551	20000000	m3.s-1	gill (UK) per minute	gi (UK)/min
K35	1420653	10000000000	m3.s-1	gill (UK) per second	gi (UK)/s
K36	273829	200000000000000	m3.s-1	gill (US) per day	gi (US)/d
K37	3285947	100000000000000	m3.s-1	gill (US) per hour	gi (US)/h
K38	123223	62500000000	m3.s-1	gill (US) per minute	gi (US)/min
K39	1182941	10000000000	m3.s-1	gill (US) per second	gi (US)/s
K40	196133	20000	m.s-2	standard acceleration of free fall	gn
K41	855903	50000000	m-3.kg	grain per gallon (US)	gr/gal (US)
K42	19619	2	m2.kg.s-3	horsepower (boiler)	boiler hp
K43	746	1	m2.kg.s-3	horsepower (electric)	electric hp
K45	1143	25000	m.K-1	inch per degree Fahrenheit	in/°F
K46	3683959	1000000000000	m2.kg-1.s2	inch per psi	in/psi
K47	1143	25000	m.s-1.K-1	inch per second degree Fahrenheit	(in/s)/°F
K48	3683959	1000000000000	m2.kg-1.s	inch per second psi	(in/s)/psi
K49	61023759	1000	m-3	reciprocal cubic inch	1/in³
K50	1000	1	Bd	kilobaud	kBd
K51	209501	50	m2.kg.s-2	kilocalorie (mean)	kcal
K52	1163	1000	m.kg.s-3.K-1	kilocalorie (international table) per hour metre degree Celsius	kcal/(m·h·°C)
K53	4184	1	m2.kg.s-2	kilocalorie (thermochemical)	kcalth
K54	6973333	100000	m2.kg.s-3	kilocalorie (thermochemical) per minute	kcalth/min
K55	4184	1	m2.kg.s-3	kilocalorie (thermochemical) per second	kcalth/s
K58	138889	500000	s-1.mol	kilomole per hour	kmol/h
K59	1000	1	m-3.K-1.mol	kilomole per cubic metre kelvin	(kmol/m³)/K
K6	1	1	m3	kilolitre	kl
K60	1	100	m-2.kg-1.s2.mol	kilomole per cubic metre bar	(kmol/m³)/bar
K61	166667	10000	s-1.mol	kilomole per minute	kmol/min
K62	1	1	share	litre per litre	l/l
K63	1000	1	m-3	reciprocal litre	1/l
K64	8164663	10000000	kg.K-1	pound (avoirdupois) per degree Fahrenheit	lb/°F
K65	4214011	100000000	m2.kg	pound (avoirdupois) square foot	lb·ft²
K66	656239	125000000000	kg.s-1	pound (avoirdupois) per day	lb/d
K67	4133789	10000000000	m-1.kg.s-1	pound per foot hour	lb/(ft·h)
K68	372041	250000	m-1.kg.s-1	pound per foot second	lb/(ft·s)
K69	2883323	100000	m-3.kg.K-1	pound (avoirdupois) per cubic foot degree Fahrenheit	(lb/ft³)/°F
K70	1	1	own.K70	pound (avoirdupois) per cubic foot psi	(lb/ft³)/psi
K71	9977637	100000	m-3.kg	pound (avoirdupois) per gallon (UK)	lb/gal (UK)
K73	1133981	5000000000	kg.s-1.K-1	pound (avoirdupois) per hour degree Fahrenheit	(lb/h)/°F
K74	365489	20000000000000	m.s	pound (avoirdupois) per hour psi	(lb/h)/psi
K75	1245596	25	m-3.kg.K-1	pound (avoirdupois) per cubic inch degree Fahrenheit	(lb/in³)/°F
K76	501829	125000	m-2.s2	pound (avoirdupois) per cubic inch psi	(lb/in³)/psi
K77	3289401	50000000000	m.s2	pound (avoirdupois) per psi	lb/psi
K78	7559873	1000000000	kg.s-1	pound (avoirdupois) per minute	lb/min
K79	1360777	100000000	kg.s-1.K-1	pound (avoirdupois) per minute degree Fahrenheit	lb/(min·°F)
K80	1096467	1000000000000	m.s	pound (avoirdupois) per minute psi	(lb/min)/psi
K81	1133981	2500000	kg.s-1	pound (avoirdupois) per second	lb/s
K82	8164663	10000000	kg.s-1.K-1	pound (avoirdupois) per second degree Fahrenheit	(lb/s)/°F
K83	3289401	50000000000	m.s	pound (avoirdupois) per second psi	(lb/s)/psi
K84	1483191	2500000	m-3.kg	pound per cubic yard	lb/yd³
K85	2394013	50000	m-1.kg.s-2	pound-force per square foot	lbf/ft²
K86	310264	25	m-1.kg.s-2.K-1	pound-force per square inch degree Fahrenheit	psi/°F
K87	22597	200000	m2.kg.s-3	psi cubic inch per second	psi·in³/s
K88	6894757	1000000	m2.kg.s-3	psi litre per second	psi·l/s
K89	6894757	1000	m2.kg.s-3	psi cubic metre per second	psi·m³/s
K90	263571	50	m2.kg.s-3	psi cubic yard per second	psi·yd³/s
K91	2394013	50000	m-1.kg.s-1	pound-force second per square foot	lbf·s/ft²
K92	6894757	1000	m-1.kg.s-1	pound-force second per square inch	lbf·s/in²
K93	1450377	10000000000	m.kg-1.s2	reciprocal psi	1/psi
K94	65771	5000000000000	m3.s-1	quart (UK liquid) per day	qt (UK liq.)/d
K95	197313	625000000000	m3.s-1	quart (UK liquid) per hour	qt (UK liq.)/h
K96	378841	20000000000	m3.s-1	quart (UK liquid) per minute	qt (UK liq.)/min
K97	1136523	1000000000	m3.s-1	quart (UK liquid) per second	qt (UK liq.)/s
K98	273829	25000000000000	m3.s-1	quart (US liquid) per day	qt (US liq.)/d
K99	1314379	5000000000000	m3.s-1	quart (US liquid) per hour	qt (US liq.)/h
KA	1	1	own.KA	cake	
KAT	1	1	s-1.mol	katal	kat
KB	1	1	own.KB	kilocharacter	
KBA	100000000	1	m-1.kg.s-2	kilobar	kbar
KCC	1	1	own.KCC	kilogram of choline chloride	kg C₅ H₁₄ClNO
KDW	1	1	own.KDW	kilogram drained net weight	kg/net eda
KEL	1	1	temperature	kelvin	K
KGM	1	1	kg	kilogram	kg
KGS	1	1	kg.s-1	kilogram per second	kg/s
KHY	1	1	own.KHY	kilogram of hydrogen peroxide	kg H₂O₂
KHZ	1000	1	s-1	kilohertz	kHz
KI	1000	1	m-1.kg	kilogram per millimetre width	
KIC	1	1	own.KIC	kilogram, including container	
KIP	1	1	own.KIP	kilogram, including inner packaging	
KJ	1	1	own.KJ	kilosegment	
KJO	1000	1	m2.kg.s-2	kilojoule	kJ
KL	1	1	m-1.kg	kilogram per metre	kg/m
KLK	1	1	own.KLK	lactic dry material percentage	
KLX	1000	1	m-2.cd.sr	kilolux	klx
KMA	1	1	own.KMA	kilogram of methylamine	kg met.am.
KMH	138889	500000	m.s-1	kilometre per hour	km/h
KMK	1000000	1	m2	square kilometre	km²
KMQ	1	1	m-3.kg	kilogram per cubic metre	kg/m³
KMT	1000	1	m	kilometre	km
KNI	1	1	own.KNI	kilogram of nitrogen	kg N
KNM	1000	1	m-1.kg.s-2	kilonewton per square metre	kN/m2
KNS	1	1	own.KNS	kilogram named substance	
KNT	128611	250000	m.s-1	knot	kn
KO	1	1	own.KO	milliequivalence caustic potash per gram of product	
KPA	1000	1	m-1.kg.s-2	kilopascal	kPa
KPH	1	1	own.KPH	kilogram of potassium hydroxide (caustic potash)	kg KOH
KPO	1	1	own.KPO	kilogram of potassium oxide	kg K₂O
KPP	1	1	own.KPP	kilogram of phosphorus pentoxide (phosphoric anhydride)	
KR	129	500	kg-1.s.A	kiloroentgen	kR
KSD	1	1	own.KSD	kilogram of substance 90 % dry	kg 90 % sdt
KSH	1	1	own.KSH	kilogram of sodium hydroxide (caustic soda)	kg NaOH
KT	1	1	own.KT	kit	
KTN	1000000	1	kg	kilotonne	kt
KUR	1	1	own.KUR	kilogram of uranium	kg U
KVA	1000	1	m2.kg.s-3	kilovolt - ampere	kV·A
KVR	1000	1	m2.kg.s-3	kilovar	kvar
KVT	1000	1	m2.kg.s-3.A-1	kilovolt	kV
KW	1000	1	m-1.kg	kilogram per millimetre	kg/mm
KWH	3600000	1	m2.kg.s-2	kilowatt hour	kW·h
KWN	1	1	own.KWN	Kilowatt hour per normalized cubic metre	
KWO	1	1	own.KWO	kilogram of tungsten trioxide	kg WO₃
KWS	1	1	own.KWS	Kilowatt hour per standard cubic metre	
KWT	1000	1	m2.kg.s-3	kilowatt	kW
KX	1	1000000	m3.kg-1	millilitre per kilogram	ml/kg
L10	315451	20000000000	m3.s-1	quart (US liquid) per minute	qt (US liq.)/min
L11	9463529	10000000000	m3.s-1	quart (US liquid) per second	qt (US liq.)/s
L12	1	1	m.s-1.K-1	metre per second kelvin	(m/s)/K
L13	1	100000	m2.kg-1.s	metre per second bar	(m/s)/bar
L14	2149613	2500000	kg-1.s3.K	square metre hour degree Celsius per kilocalorie (international table)	m²·h·°C/kcal
L15	1	1000	m-1.kg.s-1.K-1	millipascal second per kelvin	mPa·s/K
L16	1	100000000	s	millipascal second per bar	mPa·s/bar
L17	1	1000000	m-3.kg.K-1	milligram per cubic metre kelvin	(mg/m³)/K
L18	1	100000000000	m-2.s2	milligram per cubic metre bar	(mg/m³)/bar
L19	1	1000	share	millilitre per litre	ml/l
L2	166667	10000000000	m3.s-1	litre per minute	l/min
L20	1000000000	1	m-3	reciprocal cubic millimetre	1/mm³
L21	1000000000	1	share	cubic millimetre per cubic metre	mm³/m³
L23	138889	500000000	s-1.mol	mole per hour	mol/h
L24	1	1	kg-1.K-1.mol	mole per kilogram kelvin	(mol/kg)/K
L25	1	100000	m.kg-2.s2.mol	mole per kilogram bar	(mol/kg)/bar
L26	1000	1	m-3.K-1.mol	mole per litre kelvin	(mol/l)/K
L27	1	100	m-2.kg-1.s2.mol	mole per litre bar	(mol/l)/bar
L28	1	1	m-3.K-1.mol	mole per cubic metre kelvin	(mol/m³)/K
L29	1	100000	m-2.kg-1.s2.mol	mole per cubic metre bar	(mol/m³)/bar
L30	166667	10000000	s-1.mol	mole per minute	mol/min
L31	1	100000	m2.s-2	milliroentgen aequivalent men	mrem
L32	1	1000000000000	share	nanogram per kilogram	ng/kg
L33	1640597	5000000000000	kg.s-1	ounce (avoirdupois) per day	oz/d
L34	7874867	1000000000000	kg.s-1	ounce (avoirdupois) per hour	oz/h
L35	118123	250000000	kg.s-1	ounce (avoirdupois) per minute	oz/min
L36	354369	12500000	kg.s-1	ounce (avoirdupois) per second	oz/s
L37	6236023	1000000	m-3.kg	ounce (avoirdupois) per gallon (UK)	oz/gal (UK)
L38	117018	15625	m-3.kg	ounce (avoirdupois) per gallon (US)	oz/gal (US)
L39	864997	500	m-3.kg	ounce (avoirdupois) per cubic inch	oz/in³
L40	2780139	10000000	m.kg.s-2	ounce (avoirdupois)-force	ozf
L41	441347	62500000	m2.kg.s-2	ounce (avoirdupois)-force inch	ozf·in
L42	1	1000000000000	m-3.kg-1.s3.A2	picosiemens per metre	pS/m
L43	9092181	1000000000	m3	peck (UK)	pk (UK)
L44	65771	625000000000	m3.s-1	peck (UK) per day	pk (UK)/d
L45	1262803	500000000000	m3.s-1	peck (UK) per hour	pk (UK)/h
L46	3030727	20000000000	m3.s-1	peck (UK) per minute	pk (UK)/min
L47	9092181	1000000000	m3.s-1	peck (UK) per second	pk (UK)/s
L48	1019649	10000000000000	m3.s-1	peck (US dry) per day	pk (US dry)/d
L49	1223579	500000000000	m3.s-1	peck (US dry) per hour	pk (US dry)/h
L50	293659	2000000000	m3.s-1	peck (US dry) per minute	pk (US dry)/min
L51	1101221	125000000	m3.s-1	peck (US dry) per second	pk (US dry)/s
L52	1	1	share	psi per psi	psi/psi
L53	3288549	500000000000000	m3.s-1	pint (UK) per day	pt (UK)/d
L54	197313	1250000000000	m3.s-1	pint (UK) per hour	pt (UK)/h
L55	4735511	500000000000	m3.s-1	pint (UK) per minute	pt (UK)/min
L56	5682613	10000000000	m3.s-1	pint (UK) per second	pt (UK)/s
L57	273829	50000000000000	m3.s-1	pint (US liquid) per day	pt (US liq.)/d
L58	1314379	10000000000000	m3.s-1	pint (US liquid) per hour	pt (US liq.)/h
L59	315451	40000000000	m3.s-1	pint (US liquid) per minute	pt (US liq.)/min
L60	946353	2000000000	m3.s-1	pint (US liquid) per second	pt (US liq.)/s
L63	1689109	10000000000	kg.s-1	slug per day	slug/d
L64	2394013	50000	m-1.kg.s-1	slug per foot second	slug/(ft·s)
L65	1288447	2500	m-3.kg	slug per cubic foot	slug/ft³
L66	4053861	1000000000	kg.s-1	slug per hour	slug/h
L67	2432317	10000000	kg.s-1	slug per minute	slug/min
L68	145939	10000	kg.s-1	slug per second	slug/s
L69	1000	1	kg.K-1	tonne per kelvin	t/K
L70	1	100	m.s2	tonne per bar	t/bar
L71	115741	10000000	kg.s-1	tonne per day	t/d
L72	115741	10000000	kg.s-1.K-1	tonne per day kelvin	(t/d)/K
L73	115741	1000000000000	m.s	tonne per day bar	(t/d)/bar
L74	138889	500000	kg.s-1.K-1	tonne per hour kelvin	(t/h)/K
L75	138889	50000000000	m.s	tonne per hour bar	(t/h)/bar
L76	1000	1	m-3.kg.K-1	tonne per cubic metre kelvin	(t/m³)/K
L77	1	100	m-2.s2	tonne per cubic metre bar	(t/m³)/bar
L78	166667	10000	kg.s-1	tonne per minute	t/min
L79	166667	10000	kg.s-1.K-1	tonne per minute kelvin	(t/min)/K
L80	166667	1000000000	m.s	tonne per minute bar	(t/min)/bar
L81	1000	1	kg.s-1	tonne per second	t/s
L82	1000	1	kg.s-1.K-1	tonne per second kelvin	(t/s)/K
L83	1	100	m.s	tonne per second bar	(t/s)/bar
L84	11893	10000	m3	ton (UK shipping)	British shipping ton
L85	58799	5000000	kg.s-1	ton long per day	ton (UK)/d
L86	5663	5000	m3	ton (US shipping)	(US) shipping ton
L87	408233	250	kg.K-1	ton short per degree Fahrenheit	ton (US)/°F
L88	524991	50000000	kg.s-1	ton short per day	ton (US)/d
L89	2267961	5000000	kg.s-1.K	ton short per hour degree Fahrenheit	ton (US)/(h·°F)
L90	3654889	100000000000	m.s	ton short per hour psi	(ton (US)/h)/psi
L91	1	1	own.L91	ton short per psi	ton (US)/psi
L92	1328939	1000	m-3.kg	ton (UK long) per cubic yard	ton.l/yd³ (UK)
L93	1186553	1000	m-3.kg	ton (US short) per cubic yard	ton.s/yd³ (US)
L94	8896443	1000	m.kg.s-2	ton-force (US short)	ton.sh-force
L95	31536000	1	s	common year	y (365 days)
L96	31558150	1	s	sidereal year	y (sidereal)
L98	10287	6250	m.K-1	yard per degree Fahrenheit	yd/°F
L99	53049	400000000	m2.kg-1.s2	yard per psi	yd/psi
LA	276799	10	m-3.kg	pound per cubic inch	lb/in³
LAC	1	1	own.LAC	lactose excess percentage	
LBR	45359237	100000000	kg	pound	lb
LBT	3732417	10000000	kg	troy pound (US)	
LD	115741	10000000000000	m3.s-1	litre per day	l/d
LEF	1	1	own.LEF	leaf	
LF	1	1	own.LF	linear foot	
LH	1	1	own.LH	labour hour	
LK	1	1	own.LK	link	
LM	1	1	own.LM	linear metre	
LN	1	1	own.LN	length	
LO	1	1	own.LO	lot  [unit of procurement]	
LP	1	1	own.LP	liquid pound	
LPA	1	1	own.LPA	litre of pure alcohol	
LR	1	1	own.LR	layer	
LS	1	1	own.LS	lump sum	
LTN	1016047	1000	kg	ton (UK) or long ton (US)	ton (UK)
LTR	1	1000	m3	litre	l
LUB	1	1	own.LUB	metric ton, lubricating oil	
LUM	1	1	cd.sr	lumen	lm
LUX	1	1	m-2.cd.sr	lux	lx
LY	1	1	own.LY	linear yard	
M1	1	1000	m-3.kg	milligram per litre	mg/l
M10	1307951	1000000	m-3	reciprocal cubic yard	1/yd³
M11	1376199	1000000	m3.K-1	cubic yard per degree Fahrenheit	yd³/°F
M12	1769803	200000000000	m3.s-1	cubic yard per day	yd³/d
M13	530941	2500000000	m3.s-1	cubic yard per hour	yd³/h
M14	1108893	10000000000	m4.kg-1.s2	cubic yard per psi	yd³/psi
M15	637129	50000000	m3.s-1	cubic yard per minute	yd³/min
M16	7645549	10000000	m3.s-1	cubic yard per second	yd³/s
M17	1000	1	m.s-1	kilohertz metre	kHz·m
M18	1000000000	1	m.s-1	gigahertz metre	GHz·m
M19	1	1	own.M19	Beaufort	Bft
M20	1	1000000	K-1	reciprocal megakelvin or megakelvin to the power minus one	1/MK
M21	1388889	5000000000000	m-2.kg-1.s2	reciprocal kilovolt - ampere reciprocal hour	1/kVAh
M22	1388889	500000000000	m.s-1	millilitre per square centimetre minute	(ml/min)/cm²
M23	100	1	kg.s-2	newton per centimetre	N/cm
M24	1000	1	m3.kg.s-3.A-2	ohm kilometre	Ω·km
M25	1	1	own.M25	percent per degree Celsius	%/°C
M26	1000000000	1	m.kg.s-3.A-2	gigaohm per metre	GΩ/m
M27	1000000	1	m.s-1	megahertz metre	MHz·m
M29	1	1	share	kilogram per kilogram	kg/kg
M30	1	1	m-2.kg-1.s2	reciprocal volt - ampere reciprocal second	1/(V·A·s)
M31	1	1000	m-1.kg	kilogram per kilometre	kg/km
M32	1000	1	m-4.kg.s-1	pascal second per litre	Pa·s/l
M33	1	1	m-3.mol	millimole per litre	mmol/l
M34	1	1	kg.s-2	newton metre per square metre	N·m/m²
M35	1	1000	m2.kg.s-3	millivolt - ampere	mV·A
M36	2592000	1	s	30-day month	mo (30 days)
M37	31104000	1	s	actual/360	y (360 days)
M38	1000	1	m.s-2	kilometre per second squared	km/s²
M39	1	100	m.s-2	centimetre per second squared	cm/s²
M4	1	1	own.M4	monetary value	
M40	1143	1250	m.s-2	yard per second squared	yd/s²
M41	1	1000	m.s-2	millimetre per second squared	mm/s²
M42	201168	125	m.s-2	mile (statute mile) per second squared	mi/s²
M43	9817477	10000000000	rad	mil	mil
M44	1256637	200000	rad	revolution	rev
M45	1745329	100000000	s-1.rad	degree [unit of angle] per second squared	°/s²
M46	523599	5000000	s-1.rad	revolution per minute	r/min
M47	202683	400000000000000	m2	circular mil	cmil
M48	2589998	1	m2	square mile (based on U.S. survey foot)	mi² (US survey)
M49	502921	25000	m	chain (based on U.S. survey foot)	ch (US survey) 
M5	37000	1	s-1	microcurie	µCi
M50	25146	125	m	furlong	fur
M51	1524003	5000000	m	foot (U.S. survey)	ft (US survey) 
M52	1609347	1000	m	mile (based on U.S. survey foot)	mi (US survey) 
M53	1	1	m2.kg-1.s2	metre per pascal	m/Pa
M55	1	1	m.rad-1	metre per radiant	m/rad
M56	1	100000000	s	shake	shake
M57	16764	625	m.s-1	mile per minute	mi/min
M58	201168	125	m.s-1	mile per second	mi/s
M59	1	1	m2.kg-1.s	metre per second pascal	(m/s)/Pa
M60	138889	500000000	m.s-1	metre per hour	m/h
M61	4024387	5000000000000000	m.s-1	inch per year	in/y
M62	1000	1	m.s-1	kilometre per second	km/s
M63	4233333	10000000000	m.s-1	inch per minute	in/min
M64	1143	1250	m.s-1	yard per second	yd/s
M65	381	25000	m.s-1	yard per minute	yd/min
M66	127	500000	m.s-1	yard per hour	yd/h
M67	1233489	1000	m3	acre-foot (based on U.S. survey foot)	acre-ft (US survey)
M68	906139	250000	m3	cord (128 ft3)	cord
M69	4168182000	1	m3	cubic mile (UK statute)	mi³
M7	127	5000000000	m	micro-inch	µin
M70	566337	200000	m3	ton, register	RT
M71	1	1	m4.kg-1.s2	cubic metre per pascal	m³/Pa
M72	1	1	B	bel	B
M73	1	1	m-2.s2	kilogram per cubic metre pascal	(kg/m³)/Pa
M74	1	1	m.s2	kilogram per pascal	kg/Pa
M75	2224111	500	m.kg.s-2	kilopound-force	kip
M76	27651	200000	m.kg.s-2	poundal	pdl
M77	1	1	m.kg.s-2	kilogram metre per second squared	kg·m/s²
M78	196133	20000000	m.kg.s-2	pond	p
M79	16129	625000000	m2.s-1	square foot per hour	ft²/h
M80	1	10000	m3.kg-1.s	stokes per pascal	St/Pa
M81	1	10000	m2.s-1	square centimetre per second	cm²/s
M82	1	1	m3.kg-1.s	square metre per second pascal	(m²/s)/Pa
M83	1111111	10000000000000	m-1.kg	denier	den
M84	2480273	5000000	m-1.kg	pound per yard	lb/yd
M85	2916667	100000000	kg	ton, assay	
M86	1	2	kg	pfund	pfd
M87	1	1	m.s	kilogram per second pascal	(kg/s)/Pa
M88	47532131721	125000000000000	kg.s-1	tonne per month	t/mo
M89	3168808781	100000000000000	kg.s-1	tonne per year	t/y
M9	1	1	own.M9	million Btu per 1000 cubic foot	MBTU/kft³
M90	125997889	1000000000	kg.s-1	kilopound per hour	klb/h
M91	1	1	share	pound per pound	lb/lb
M92	677909	500000	m2.kg.s-2	pound-force foot	lbf·ft
M93	1	1	m2.kg.s-2.rad-1	newton metre per radian	N·m/rad
M94	1	1	m.kg	kilogram metre	kg·m
M95	4214011	100000000	m2.kg.s-2	poundal foot	pdl·ft
M96	1000000000000000000000	43305566741203356782011	m2.kg.s-2	poundal inch	pdl·in
M97	1	100000	m2.kg.s-2	dyne metre	dyn·m
M98	1	100	m.kg.s-1	kilogram centimetre per second	kg·(cm/s)
M99	1	100000	m.kg.s-1	gram centimetre per second	g·(cm/s)
MAH	1	1	own.MAH	megavolt ampere reactive hour	Mvar·h
MAL	1000	1	m3	megalitre	Ml
MAM	1000000	1	m	megametre	Mm
MAR	1	1	own.MAR	megavar	Mvar
MAW	1000000	1	m2.kg.s-3	megawatt	MW
MBE	1	1	own.MBE	thousand standard brick equivalent	
MBF	1	1	own.MBF	thousand board foot	
MBR	100	1	m-1.kg.s-2	millibar	mbar
MC	1	1000000000	kg	microgram	µg
MCU	37000000	1	s-1	millicurie	mCi
MD	1	1	own.MD	air dry metric ton	
MGM	1	1000000	kg	milligram	mg
MHZ	1000000	1	s-1	megahertz	MHz
MIK	2589988	1	m2	square mile (statute mile)	mi²
MIL	1000	1	count	thousand	
MIN	60	1	s	minute [unit of time]	min
MIO	1000000	1	count	million	
MIU	1	1	own.MIU	million international unit	
MLD	1000000000	1	count	milliard	
MLT	1	1000000	m3	millilitre	ml
MMK	1	1000000	m2	square millimetre	mm²
MMQ	1	1000000000	m3	cubic millimetre	mm³
MMT	1	1000	m	millimetre	mm
MND	1	1	own.MND	kilogram, dry weight	
MON	2629800	1	s	month	mo
MPA	1000000	1	m-1.kg.s-2	megapascal	MPa
MQH	138889	500000000	m3.s-1	cubic metre per hour	m³/h
MQS	1	1	m3.s-1	cubic metre per second	m³/s
MSK	1	1	m.s-2	metre per second squared	m/s²
MTK	1	1	m2	square metre	m²
MTQ	1	1	m3	cubic metre	m³
MTR	1	1	m	metre	m
MTS	1	1	m.s-1	metre per second	m/s
MVA	1000000	1	m2.kg.s-3	megavolt - ampere	MV·A
MWH	3600000000	1	m2.kg.s-2	megawatt hour (1000 kW.h)	MW·h
N1	1	1	own.N1	pen calorie	
N10	27651	200000	m.kg.s-1	pound foot per second	lb·(ft/s)
N11	9217	800000	m.kg.s-1	pound inch per second	lb·(in/s)
N12	1838747	2500	m2.kg.s-3	Pferdestaerke	PS
N13	66661	50	m-1.kg.s-2	centimetre of mercury (0 ºC)	cmHg (0 ºC)
N14	490319	5000	m-1.kg.s-2	centimetre of water (4 ºC)	cmH₂O (4 °C)
N15	149449	50	m-1.kg.s-2	foot of water (39.2 ºF)	ftH₂O (39,2 ºF)
N16	169319	50	m-1.kg.s-2	inch of mercury (32 ºF)	inHG (32 ºF)
N17	67537	20	m-1.kg.s-2	inch of mercury (60 ºF)	inHg (60 ºF)
N18	124541	500	m-1.kg.s-2	inch of water (39.2 ºF)	inH₂O (39,2 ºF)
N19	6221	25	m-1.kg.s-2	inch of water (60 ºF)	inH₂O (60 ºF)
N20	6894757	1	m-1.kg.s-2	kip per square inch	ksi
N21	372041	250000	m-1.kg.s-2	poundal per square foot	pdl/ft²
N22	878837	20000	m-2.kg	ounce (avoirdupois) per square inch	oz/in²
N23	196133	20	m-1.kg.s-2	conventional metre of water	mH₂O
N24	1000	1	m-2.kg	gram per square millimetre	g/mm²
N25	5424919	10000000	m-2.kg	pound per square yard	lb/yd²
N26	2142957	10000	m-1.kg.s-2	poundal per square inch	pdl/in²
N27	345239	40000000	m4	foot to the fourth power	ft⁴
N28	1	1000	m3.kg-1	cubic decimetre per kilogram	dm³/kg
N29	1560699	25000000	m3.kg-1	cubic foot per pound	ft³/lb
N3	8763	25000000	m	print point	
N30	451591	12500000000	m3.kg-1	cubic inch per pound	in³/lb
N31	1000	1	kg.s-2	kilonewton per metre	kN/m
N32	544311	100000	kg.s-2	poundal per inch	pdl/in
N33	972927	200000	kg.s-2	pound-force per yard	lbf/yd
N34	372041	250000	m-1.kg.s-1	poundal second per square foot	(pdl/ft²)·s
N35	1	10	s	poise per pascal	P/Pa
N36	1	1	m-1.kg.s-1	newton second per square metre	(N/m²)·s
N37	1	1	m-1.kg.s-1	kilogram per metre second	kg/(m·s)
N38	166667	10000000	m-1.kg.s-1	kilogram per metre minute	kg/(m·min)
N39	115741	10000000000	m-1.kg.s-1	kilogram per metre day	kg/(m·d)
N40	138889	500000000	m-1.kg.s-1	kilogram per metre hour	kg/(m·h)
N41	1	10	m-1.kg.s-1	gram per centimetre second	g/(cm·s)
N42	2142957	10000	m-1.kg.s-1	poundal second per square inch	(pdl/in²)·s
N43	2480273	100000000	m-1.kg.s-1	pound per foot minute	lb/(ft·min)
N44	430603	25000000000	m-1.kg.s-1	pound per foot day	lb/(ft·d)
N45	1	1	m4.kg-1.s	cubic metre per second pascal	(m³/s)/Pa
N46	4214011	100000000	m2.kg.s-2	foot poundal	ft·pdl
N47	3511677	1000000000	m2.kg.s-2	inch poundal	in·pdl
N48	10000	1	kg.s-3	watt per square centimetre	W/cm²
N49	1550003	1000	kg.s-3	watt per square inch	W/in²
N50	3154591	1000000	kg.s-3	British thermal unit (international table) per square foot hour	BtuIT/(ft²·h)
N51	3152481	1000000	kg.s-3	British thermal unit (thermochemical) per square foot hour	Btuth/(ft²·h)
N52	1891489	10000	kg.s-3	British thermal unit (thermochemical) per square foot minute	Btuth/(ft²·min) 
N53	1135653	100	kg.s-3	British thermal unit (international table) per square foot second	BtuIT/(ft²·s)
N54	1134893	100	kg.s-3	British thermal unit (thermochemical) per square foot second	Btuth/(ft²·s)
N55	1634246	1	kg.s-3	British thermal unit (international table) per square inch second	BtuIT/(in²·s)
N56	6973333	10000	kg.s-3	calorie (thermochemical) per square centimetre minute	calth/(cm²·min)
N57	41840	1	kg.s-3	calorie (thermochemical) per square centimetre second	calth/(cm²·s)
N58	745179	20	m-1.kg.s-2	British thermal unit (international table) per cubic foot	BtuIT/ft³
N59	3723403	100	m-1.kg.s-2	British thermal unit (thermochemical) per cubic foot	Btuth/ft³
N60	1899101	1000	m2.kg.s-2.K-1	British thermal unit (international table) per degree Fahrenheit	BtuIT/ºF
N61	189783	100	m2.kg.s-2.K-1	British thermal unit (thermochemical) per degree Fahrenheit	Btuth/ºF
N62	1899101	1000	m2.kg.s-2.K-1	British thermal unit (international table) per degree Rankine	BtuIT/ºR
N63	189783	100	m2.kg.s-2.K-1	British thermal unit (thermochemical) per degree Rankine	Btuth/ºR
N64	4184	1	m2.s-2.K-1	British thermal unit (thermochemical) per pound degree Rankine	(Btuth/°R)/lb
N65	4186800	1	m2.s-2.K-1	kilocalorie (international table) per gram kelvin	(kcalIT/K)/g
N66	105967	100	m2.kg.s-2	British thermal unit (39 ºF)	Btu (39 ºF) 
N67	5274	5	m2.kg.s-2	British thermal unit (59 ºF)	Btu (59 ºF)
N68	26367	25	m2.kg.s-2	British thermal unit (60 ºF)	Btu (60 ºF) 
N69	1	1	own.N69	calorie (20 ºC)	cal₂₀
N70	1055056000000000000	1	m2.kg.s-2	quad (1015 BtuIT)	quad
N71	105506000	1	m2.kg.s-2	therm (EC)	thm (EC)
N72	105480400	1	m2.kg.s-2	therm (U.S.)	thm (US)
N73	581111	250	m2.s-2	British thermal unit (thermochemical) per pound	Btuth/lb
N74	5678263	1000000	kg.s-3.K-1	British thermal unit (international table) per hour square foot degree Fahrenheit	BtuIT/(h·ft²·ºF)
N75	2837233	500000	kg.s-3.K-1	British thermal unit (thermochemical) per hour square foot degree Fahrenheit	Btuth/(h·ft²·ºF)
N76	81767	4	kg.s-3.K-1	British thermal unit (international table) per second square foot degree Fahrenheit	BtuIT/(s·ft²·ºF)
N77	510702	25	kg.s-3.K-1	British thermal unit (thermochemical) per second square foot degree Fahrenheit	Btuth/(s·ft²·ºF) 
N78	1000	1	kg.s-3.K-1	kilowatt per square metre kelvin	kW/(m²·K)
N79	1	1	m.kg-1.s2.K	kelvin per pascal	K/Pa
N80	1	1	m.kg.s-3.K-1	watt per metre degree Celsius	W/(m·°C)
N81	1000	1	m.kg.s-3.K-1	kilowatt per metre kelvin	kW/(m·K)
N82	1000	1	m.kg.s-3.K-1	kilowatt per metre degree Celsius	kW/(m·°C)
N83	1	1	K-1	metre per degree Celcius metre	m/(°C·m)
N84	947817	500000	m-2.kg-1.s3.K	degree Fahrenheit hour per British thermal unit (international table)	ºF/(BtuIT/h)
N85	1896903	1000000	m-2.kg-1.s3.K	degree Fahrenheit hour per British thermal unit (thermochemical)	ºF/(Btuth/h)
N86	5265651	10000000000	m-2.kg-1.s3.K	degree Fahrenheit second per British thermal unit (international table)	ºF/(BtuIT/s)
N87	210767	400000000	m-2.kg-1.s3.K	degree Fahrenheit second per British thermal unit (thermochemical)	ºF/(Btuth/s)
N88	216671	31250	m-1.kg-1.s3.K	degree Fahrenheit hour square foot per British thermal unit (international table) inch	ºF·h·ft²/(BtuIT·in)
N89	108408	15625	m-1.kg-1.s3.K	degree Fahrenheit hour square foot per British thermal unit (thermochemical) inch	ºF·h·ft²/(Btuth·in)
N90	1000	1	m-2.kg-1.s4.A2	kilofarad	kF
N91	1	1	m-2.kg-1.s2	reciprocal joule	1/J
N92	1	1000000000000	m-2.kg-1.s3.A2	picosiemens	pS
N93	1	1	m.kg-1.s2.A	ampere per pascal	A/Pa
N94	3335641	10000000000000000	s.A	franklin	Fr
N95	60	1	s.A	ampere minute	A·min
N96	10	1	A	biot	Bi
N97	7957747	10000000	A	gilbert	Gi
N98	1	1	m3.s-1.A-1	volt per pascal	V/Pa
N99	1	1000000000000	m2.kg.s-3.A-1	picovolt	pV
NA	1	1000000	share	milligram per kilogram	mg/kg
NAR	1	1	own.NAR	number of articles	
NCL	1	1	own.NCL	number of cells	
NEW	1	1	m.kg.s-2	newton	N
NF	1	1	own.NF	message	
NIL	1	1	own.NIL	nil	()
NIU	1	1	own.NIU	number of international units	
NL	1	1	own.NL	load	
NM3	1	1	m3	Normalised cubic metre	
NMI	1852	1	m	nautical mile	n mile
NMP	1	1	own.NMP	number of packs	
NPT	1	1	own.NPT	number of parts	
NT	1	1	own.NT	net ton	
NU	1	1	m2.kg.s-2	newton metre	N·m
NX	1	1000	share	part per thousand	‰
OA	1	1	own.OA	panel	
ODE	1	1	own.ODE	ozone depletion equivalent	
ODG	1	1	own.ODG	ODS Grams	
ODK	1	1	own.ODK	ODS Kilograms	
ODM	1	1	own.ODM	ODS Milligrams	
OHM	1	1	m2.kg.s-3.A-2	ohm	Ω
ON	135623	4000000	m-2.kg	ounce per square yard	oz/yd²
ONZ	354369	12500000	kg	ounce (avoirdupois)	oz
OPM	1667	100000	s-1	oscillations per minute	o/min
OT	1	1	own.OT	overtime hour	
OZA	2957353	100000000000	m3	fluid ounce (US)	fl oz (US)
OZI	1420653	50000000000	m3	fluid ounce (UK)	fl oz (UK)
P1	1	100	share	percent	% or pct
P10	1	1	m-1.s.A	coulomb per metre	C/m
P11	1000	1	m2.kg.s-2.A-1	kiloweber	kWb
P12	1	1000000000	kg.s-2.A-1	gamma	γ
P13	1000	1	kg.s-2.A-1	kilotesla	kT
P14	1	1	m2.kg.s-3	joule per second	J/s
P15	166667	10000000	m2.kg.s-3	joule per minute	J/min
P16	138889	500000000	m2.kg.s-3	joule per hour	J/h
P17	115741	10000000000	m2.kg.s-3	joule per day	J/d
P18	1000	1	m2.kg.s-3	kilojoule per second	kJ/s
P19	166667	10000	m2.kg.s-3	kilojoule per minute	kJ/min
P2	372041	250000	m-1.kg	pound per foot	lb/ft
P20	138889	500000	m2.kg.s-3	kilojoule per hour	kJ/h
P21	115741	10000000	m2.kg.s-3	kilojoule per day	kJ/d
P22	1	1000000000	m2.kg.s-3.A-2	nanoohm	nΩ
P23	831213	500000000000000	m3.kg.s-3.A-2	ohm circular-mil per foot	Ω·cmil/ft 
P24	1000	1	m2.kg.s-2.A-2	kilohenry	kH
P25	1076391	100000	m-2.cd.sr	lumen per square foot	lm/ft²
P26	10000	1	m-2.cd.sr	phot	ph
P27	1076391	100000	m-2.cd.sr	footcandle	ftc
P28	1550003	1000	m-2.cd	candela per square inch	cd/in²
P29	3426259	1000000	m-2.cd	footlambert	ftL
P30	3183099	1000	m-2.cd	lambert	Lb
P31	10000	1	m-2.cd	stilb	sb
P32	1076391	100000	m-2.cd	candela per square foot	cd/ft²
P33	1000	1	cd	kilocandela	kcd
P34	1	1000	cd	millicandela	mcd
P35	903	1000	cd	Hefner-Kerze	HK
P36	1019	1000	cd	international candle	IK
P37	1135653	100	kg.s-2	British thermal unit (international table) per square foot	BtuIT/ft²
P38	1134893	100	kg.s-2	British thermal unit (thermochemical) per square foot	Btuth/ft²
P39	41840	1	kg.s-2	calorie (thermochemical) per square centimetre	calth/cm²
P40	41840	1	kg.s-2	langley	Ly
P41	1	1	own.P41	decade (logarithmic)	dec
P42	1	1	m-2.kg2.s-3	pascal squared second	Pa²·s
P43	1	1	m-1.B	bel per metre	B/m
P44	1133981	2500	mol	pound mole	lbmol
P45	1133981	2500	s-1.mol	pound mole per second	lbmol/s
P46	7559873	1000000	s-1.mol	pound mole per minute	lbmol/h
P47	1000	1	kg-1.mol	kilomole per kilogram	kmol/kg
P48	1000	1	kg-1.mol	pound mole per pound	lbmol/lb
P49	1	1	m3.kg.s-2.A-1	newton square metre per ampere	N·m²/A
P5	1	1	own.P5	five pack	
P50	1	1	m3.kg.s-2.A-1	weber metre	Wb·m
P51	1	1	m.kg-2.s2.mol	mol per kilogram pascal	(mol/kg)/Pa
P52	1	1	m-2.kg-1.s2.mol	mol per cubic metre pascal	(mol/m³)/Pa
P53	1256637	10000000000000	m2.kg.s-2.A-1	unit pole	unit pole 
P54	1	1000	m2.s-3	milligray per second	mGy/s
P55	1	1000000	m2.s-3	microgray per second	µGy/s
P56	1	1000000000	m2.s-3	nanogray per second	nGy/s
P57	166667	10000000	m2.s-3	gray per minute	Gy/min
P58	166667	10000000000	m2.s-3	milligray per minute	mGy/min
P59	166667	10000000000000	m2.s-3	microgray per minute	µGy/min
P60	166667	10000000000000000	m2.s-3	nanogray per minute	nGy/min
P61	138889	500000000	m2.s-3	gray per hour	Gy/h
P62	138889	500000000000	m2.s-3	milligray per hour	mGy/h
P63	138889	500000000000000	m2.s-3	microgray per hour	µGy/h
P64	138889	500000000000000000	m2.s-3	nanogray per hour	nGy/h
P65	1	1	m2.s-3	sievert per second	Sv/s
P66	1	1000	m2.s-3	millisievert per second	mSv/s
P67	1	1000000	m2.s-3	microsievert per second	µSv/s
P68	1	1000000000	m2.s-3	nanosievert per second	nSv/s
P69	1	100	m2.s-3	rem per second	rem/s
P70	138889	500000000	m2.s-3	sievert per hour	Sv/h
P71	138888889	5000000000000000	m2.s-3	millisievert per hour	mSv/h
P72	138888889	5000000000000000000	m2.s-3	microsievert per hour	µSv/h
P73	138888889	5000000000000000000000	m2.s-3	nanosievert per hour	nSv/h
P74	8333	500000	m2.s-3	sievert per minute	Sv/min
P75	1666666667	100000000000000	m2.s-3	millisievert per minute	mSv/min
P76	1666666667	100000000000000000	m2.s-3	microsievert per minute	µSv/min
P77	1666666667	100000000000000000000	m2.s-3	nanosievert per minute	nSv/min
P78	1550003	1000	m-2	reciprocal square inch	1/in²
P79	1	1	m.s-2	pascal square metre per kilogram	Pa/(kg/m²)
P80	1	1000	m-2.kg.s-2	millipascal per metre	mPa/m
P81	1000	1	m-2.kg.s-2	kilopascal per metre	kPa/m
P82	100	1	m-2.kg.s-2	hectopascal per metre	hPa/m
P83	101325	1	m-2.kg.s-2	standard atmosphere per metre	Atm/m
P84	196133	2	m-2.kg.s-2	technical atmosphere per metre	at/m
P85	166653	1250	m-2.kg.s-2	torr per metre	Torr/m
P86	2714471	10	m-2.kg.s-2	psi per inch	psi/in
P87	1	1	m.s-1	cubic metre per second square metre	(m³/s)/m²
P88	10	1	m.kg-1.s	rhe	rhe
P89	2668933	50000	m.kg.s-2	pound-force foot per inch	lbf·ft/in
P90	2224111	500000	m.kg.s-2	pound-force inch per inch	lbf·in/in
P91	114427	2000000000000000	m-1.s	perm (0 ºC)	perm (0 ºC) 
P92	22981	400000000000000	m-1.s	perm (23 ºC)	perm (23 ºC) 
P93	8	1	s-1.bit	byte per second	byte/s
P94	8000	1	s-1.bit	kilobyte per second	kbyte/s
P95	8000000	1	s-1.bit	megabyte per second	Mbyte/s
P96	1	1	m-2.kg-1.s3.A	reciprocal volt	1/V
P97	1	1	rad-1	reciprocal radian	1/rad
P98	1	1	own.P98	pascal to the power sum of stoichiometric numbers	PaΣνB
P99	1	1	own.P99	mole per cubiv metre to the power sum of stoichiometric numbers	(mol/m³)∑νB
PAL	1	1	m-1.kg.s-2	pascal	Pa
PD	1	1	own.PD	pad	
PFL	1	1	own.PFL	proof litre	
PGL	1	1	own.PGL	proof gallon	
PI	1	1	own.PI	pitch	
PLA	1	1	own.PLA	degree Plato	°P
PO	1785797	100000	m-1.kg	pound per inch of length	lb/in
PQ	1	1	own.PQ	page per inch	ppi
PR	2	1	count	pair	
PS	6894757	1000	m-1.kg.s-2	pound-force per square inch	lbf/in²
PTD	1101221	2000000000	m3	dry pint (US)	dry pt (US)
PTI	568261	1000000000	m3	pint (UK)	pt (UK)
PTL	946353	2000000000	m3	liquid pint (US)	liq pt (US)
PTN	1	1	own.PTN	portion	PTN
Q10	1	1	m2.A	joule per tesla	J/T
Q11	1	1	own.Q11	erlang	E
Q12	8	1	bit	octet	o
Q13	8	1	s-1.bit	octet per second	o/s
Q14	1	1	own.Q14	shannon	Sh
Q15	1	1	own.Q15	hartley	Hart
Q16	1	1	nat	natural unit of information	nat
Q17	1	1	s-1.bit	shannon per second	Sh/s
Q18	1	1	s-1.Hart	hartley per second	Hart/s
Q19	1	1	s-1.nat	natural unit of information per second	nat/s
Q20	1	1	kg-1.s	second per kilogramm	s/kg
Q21	1	1	m4.kg.s-3	watt square metre	W·m²
Q22	1	1	m-3.s.rad-1	second per radian cubic metre	1/(Hz·rad·m³)
Q23	1	1	m-2.kg-1.s2.A	weber to the power minus one	1/Wb
Q24	246063	6250	m-1	reciprocal inch	1/in
Q25	1	1	m-1	dioptre	dpt
Q26	1	1	share	one per one	1/1
Q27	1	1	m.kg.s-2	newton metre per metre	N·m/m²
Q28	1	1	m-1.s	kilogram per square metre pascal second	kg/(m²·Pa·s)
Q29	1	100000000	share	microgram per hectogram	µg/hg
Q30	1	1	own.Q30	pH (potential of Hydrogen)	pH
Q31	1000000	1	m2.s-2	kilojoule per gram	kJ/g
Q32	1	1000000000000000000	m3	femtolitre	fl
Q33	1	1000000000000000	m3	picolitre	pl
Q34	1	1000000000000	m3	nanolitre	nl
Q35	21671	125	m2.kg.s-4	megawatts per minute	MW/min
Q36	1	1	m-1	square metre per cubic metre	m2/m3
Q37	115741	10000000000	m3.s-1	Standard cubic metre per day	
Q38	138889	500000000	m3.s-1	Standard cubic metre per hour	
Q39	115741	10000000000	m3.s-1	Normalized cubic metre per day	
Q40	138889	500000000	m3.s-1	Normalized cubic metre per hour	
Q41	1	1	own.Q41	Joule per normalised cubic metre	
Q42	1	1	own.Q42	Joule per standard cubic metre	
Q3	1	1	own.Q3	meal	
QA	1	1	own.QA	page - facsimile	
QAN	1	1	own.QAN	quarter (of a year)	
QB	1	1	own.QB	page - hardcopy	
QR	1	1	own.QR	quire	qr
QTD	1101221	1000000000	m3	dry quart (US)	dry qt (US)
QTI	454609	400000000	m3	quart (UK)	qt (UK)
QTL	9463529	10000000000	m3	liquid quart (US)	liq qt (US)
QTR	1270059	100000	kg	quarter (UK)	Qr (UK)
R1	2108759	500000000	m	pica	
R9	1000	1	m3	thousand cubic metre	
RH	1	1	own.RH	running or operating hour	
RM	1	1	own.RM	ream	
ROM	1	1	own.ROM	room	
RP	1	1	own.RP	pound per ream	
RPM	167	10000	s-1	revolutions per minute	r/min
RPS	1	1	s-1	revolutions per second	r/s
RT	1	1	own.RT	revenue ton mile	
S3	145161	1562500	m2.s-1	square foot per second	ft²/s
S4	1	1	m2.s-1	square metre per second	m²/s
SAN	1	1	own.SAN	half year (6 months)	
SCO	20	1	count	score	
SCR	647991	500000000	kg	scruple	
SEC	1	1	s	second [unit of time]	s
SET	1	1	own.SET	set	
SG	1	1	own.SG	segment	
SIE	1	1	m-2.kg-1.s3.A2	siemens	S
SM3	1	1	m3	Standard cubic metre	
SMI	201168	125	m	mile (statute mile)	mile
SQ	1	1	own.SQ	square	
SQR	1	1	own.SQR	square, roofing	
SR	1	1	own.SR	strip	
STC	1	1	own.STC	stick	
STI	6350293	1000000	kg	stone (UK)	st
STK	1	1	own.STK	stick, cigarette	
STL	1	1	own.STL	standard litre	
STN	9071847	10000	kg	ton (US) or short ton (UK/US)	ton (US)
STW	1	1	own.STW	straw	
SW	1	1	own.SW	skein	
SX	1	1	own.SX	shipment	
SYR	1	1	own.SYR	syringe	
T0	1	1	own.T0	telecommunication line in service	
T3	1000	1	count	thousand piece	
TAH	3600000	1	s.A	kiloampere hour (thousand ampere hour)	kA·h
TAN	1	1	own.TAN	total acid number	TAN
TI	1	1	own.TI	thousand square inch	
TIC	1	1	own.TIC	metric ton, including container	
TIP	1	1	own.TIP	metric ton, including inner packaging	
TKM	1000000	1	m.kg	tonne kilometre	t·km
TMS	1	1	own.TMS	kilogram of imported meat, less offal	
TNE	1000	1	kg	tonne (metric ton)	t
TP	1	1	own.TP	ten pack	
TPI	127	5000	m-1	teeth per inch	TPI
TPR	20	1	count	ten pair	
TQD	115741	10000000	m3.s-1	thousand cubic metre per day	km³/d
TRL	1000000000000000000	1	count	trillion (EUR)	
TST	10	1	own.SET	ten set	
TTS	1	1	own.TTS	ten thousand sticks	
U1	1	1	own.U1	treatment	
U2	1	1	own.U2	tablet	
UB	1	1	own.UB	telecommunication line in service average	
UC	1	1	own.UC	telecommunication port	
VA	1	1	m2.s-3	volt - ampere per kilogram	V·A / kg
VLT	1	1	m2.kg.s-3.A-1	volt	V
VP	1	100	share.volume	percent volume	
W2	1	1	own.W2	wet kilo	
WA	1	1	m2.s-3	watt per kilogram	W/kg
WB	1	1	own.WB	wet pound	
WCD	363	100	m3	cord	
WE	1	1	own.WE	wet ton	
WEB	1	1	m2.kg.s-2.A-1	weber	Wb
WEE	604800	1	s	week	wk
WG	1	1	own.WG	wine gallon	
WHR	3600	1	m2.kg.s-2	watt hour	W·h
WM	1	1	own.WM	working month	
WSD	584	125	m3	standard	std
WTT	1	1	m2.kg.s-3	watt	W
X1	12573	625	m	Gunter's chain	ch (UK)
YDK	4180637	5000000	m2	square yard	yd²
YDQ	152911	200000	m3	cubic yard	yd³
YRD	1143	1250	m	yard	yd
Z11	1	1	own.Z11	hanging container	
ZP	1	1	own.ZP	page	
ZZ	1	1	own.ZZ	mutually defined	`;
