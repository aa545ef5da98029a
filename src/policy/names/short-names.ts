import { groupBy } from '../group-by.ts';

/** A full given name and the short or other forms it goes by, folded. */
const forms = `
abdullah: abdul; abigail: abby abbie abi gail; adam: ad; adelaide: addie ada; agnieszka: aga agni; aisha: ayesha aysha aishah;
alan: al; alastair: ali al alec alistair; albert: bert bertie al; aleksander: alek olek alex; aleksandra: ola alex sasha;
alexander: alex al alec sandy xander lex sasha alexandre; alexandra: alex lexi lexie sandra sandy sasha ali; alfie: alf alfred;
alfred: alfie alf fred freddie; alice: ali; alison: ali; amanda: mandy; amelia: amy mia millie milly melia; anastasia: ana stacey nastia;
andrew: andy drew; andrzej: jedrek; aneurin: nye; angela: angie ange; angharad: harri; anna: ania annie; annabel: anna belle bel bella;
anthony: tony ant; antonia: toni; archibald: archie; arthur: art artie; augustus: gus; barbara: babs barb basia; barnaby: barney;
bartholomew: bart; bartosz: bartek; beatrice: bea bee trixie; benedict: ben benny; benjamin: ben benny benji; bernard: bernie;
bethan: beth; bethany: beth; bradley: brad; brendan: bren; caitlin: cait kate; callum: cal; cameron: cam; caroline: carol carrie caz;
carys: caz; cassandra: cass cassie; catherine: cath cathy kate katie kitty cat; catrin: cat cadi; cecilia: cece celia;
charles: charlie chas chuck; charlotte: charlie lottie lotte char; christian: chris; christina: chris chrissie tina;
christine: chris chrissie tina; christopher: chris kit topher; clementine: clem clemmie; constance: connie; cordelia: delia;
cornelius: neil; cuthbert: bert; cynthia: cindy; dafydd: dai daf; daisy: daise; daniel: dan danny; danielle: dani danny;
david: dave davey davy dai; deborah: deb debbie debs; delyth: del; dominic: dom nic; dominika: nika; donald: don donny; dorothy: dot dottie dolly;
douglas: doug; dylan: dyl; edmund: ed eddie ned ted; edward: ed eddie ned ted teddy; eirlys: eira; eleanor: ellie nell nellie nora elle ella;
elizabeth: liz lizzie beth betty bess eliza elsie libby lisa betsy lily; ellen: nell ellie; eluned: luned lyn; emily: em emmie millie milly;
emma: em; emmanuel: manny; emrys: em; ernest: ernie; ethan: eth; eugene: gene; evangeline: eva evie; evelyn: evie eve; ewa: ewcia;
ezekiel: zeke; ezra: ez; fatima: fatimah fatema fatma; felicity: fliss flick; fergus: gus; ffion: ffi; florence: flo florrie flossie;
frances: fran frankie fanny; francesca: fran frankie chess; francis: frank frankie fran; franklin: frank; frederick: fred freddie freddy;
gabriel: gabe gabby; gabriella: gabby ella; gareth: gaz gary; genevieve: gen evie; geoffrey: geoff jeff; george: georgie; georgia: georgie;
georgina: georgie gina; gerald: gerry; gerard: gerry; gillian: gill jill; grzegorz: grzes; gwendolen: gwen; gwenllian: gwen llio; gwilym: gwil will;
hamish: hame; hannah: han; harold: harry hal; harriet: hattie harri harry; harrison: harry; harry: hal; helen: nell ellen; helena: lena nell;
henrietta: etta hattie hetty; henry: harry hal hank; herbert: bert herb; hugh: hughie huw; humphrey: humph; hussain: hussein husain hussayn;
ibrahim: ibby ebrahim; ieuan: ifan; imogen: immy imo; india: indie; ioan: io; isaac: zac ike; isabel: izzy bel bella issy; isabella: izzy bella issy bel;
isabelle: izzy belle issy; isobel: izzy issy; jacek: jacus; jack: jackie; jackson: jack; jacob: jake jay; jacqueline: jackie jacqui; jakub: kuba;
jamal: jam; james: jim jimmy jamie jem; jane: janie; janet: jan; jasmine: jas jaz jazz; jemima: jem mima; jennifer: jen jenny jenni; jeremiah: jem jerry;
jeremy: jez jerry jem; jessica: jess jessie jessy; joanna: jo joey asia; joanne: jo; jocelyn: joss; john: johnny jack jon; jonathan: jon jonny johnny nathan;
jordan: jord jordie; joseph: joe joey josef; josephine: jo josie posy; joshua: josh; judith: judy jude; julia: jules; julian: jules; juliet: jules;
justin: jus; karolina: karo; katarzyna: kasia; katharine: kate katie kathy kitty; katherine: kate katie kathy kitty kat kath; kathleen: kath kathy kate katie;
kathryn: kate katie kathy kat; kenneth: ken kenny; kieran: kier; kimberley: kim; kimberly: kim; konrad: kondzio; krzysztof: krzys krzysiek; laura: lori;
lauren: loz; laurence: larry laurie; lawrence: larry laurie; leonard: len lenny leo; leonardo: leo; leopold: leo; lewis: lew; liam: lee; lillian: lily lil;
lilian: lily lil; linda: lin; llewelyn: llew lyn; louis: lou louie; louisa: lou; louise: lou; lucas: luke luca; lucinda: lucy cindy; lucy: lu luce;
lukasz: luk; lydia: lyd; mackenzie: mac kenzie; madeleine: maddie maddy; madeline: maddie maddy; madison: maddie maddy; maciej: maciek; magdalena: magda;
malcolm: mal; malgorzata: gosia malgosia; marcus: marc; margaret: maggie meg peggy daisy greta marge rita; maria: mary marie; marianne: mari;
marjorie: marge; mark: marc; martin: marty; martha: marti; matilda: tilly mattie; mateusz: mati; matthew: matt matty mat; maximilian: max; maxwell: max;
megan: meg; melanie: mel; melissa: mel lissa; meredith: merry; michael: mike mick mickey micky mikey; michal: michas; michelle: shell; mildred: millie;
millicent: millie milly; miranda: mandy; miriam: mim; mitchell: mitch; mohammed: mo muhammad mohammad mohamed muhammed mohd moh;
mohammad: mo muhammad mohammed mohamed muhammed mohd moh; mohamed: mo muhammad mohammed mohammad muhammed mohd moh;
muhammad: mo mohammed mohammad mohamed muhammed mohd moh; morgan: mo; moses: mo; myfanwy: myf; nadia: nad; natalia: nat talia; natalie: nat;
natasha: nat tash tasha; nathan: nat nate; nathaniel: nat nate nathan; niamh: neve; nicholas: nick nicky nico; nicola: nicky nic; nicole: nicky nic;
nigel: nige; nikhil: nik; octavia: tavi; oliver: ollie olly; olivia: liv livvy livvie ollie; oscar: ossie oz; oswald: oz ozzie; owain: owen; pamela: pam;
patricia: pat patsy trish tricia; patrick: pat paddy; pawel: pawelek; penelope: penny nell; peter: pete; petra: pet; philip: phil pip; phillip: phil pip;
philippa: pip pippa; phoebe: phoebs; piotr: piotrek; priscilla: cilla; priyanka: priya; prudence: pru; rachel: rach rae; rafael: rafa raf raff;
raphael: raf rafe raff; raymond: ray; rebecca: becca becky bex; rebekah: becca becky bex; reginald: reg reggie; rhiannon: rhi; rhydian: rhyd; richard: rich richie rick ricky dick;
robert: rob robbie bob bobby bert robin; roberta: bobbie; robyn: rob; roderick: rod; rodney: rod; roger: rodge; ronald: ron ronnie; rosalind: ros roz rose rosie;
rosemary: rose rosie; rosie: rose; roxanne: roxy; rupert: rupe; russell: russ; ruth: ruthie; sabrina: bri; saffron: saffy; samantha: sam sammy;
samuel: sam sammy; sandra: sandy; sarah: sally sadie sara; sebastian: seb bas; sienna: si; simon: si; simran: sim; sophia: sophie soph; sophie: soph;
spencer: spence; stanislaw: staszek stas; stanley: stan; stella: stell; stephanie: steph stephie; stephen: steve stevie ste; steven: steve stevie ste;
stuart: stu; susan: sue susie suzie; suzanne: sue suzie; sybil: syb; szymon: szymek; tabitha: tabby; tadeusz: tadek; tamara: tammy; tamsin: tam; taylor: tay;
terence: terry; teresa: terri tess; theodora: thea dora; theodore: theo ted teddy; theresa: terri tess tessa; thomas: tom tommy; timothy: tim timmy;
tobias: toby; tomasz: tomek; tomos: tom; trevor: trev; tristan: tris; tudur: tud; ursula: ursie; valerie: val; vanessa: ness nessa; veronica: ronnie vee;
victor: vic; victoria: vicky vicki tori tor vic; vincent: vince vinny; violet: vi; virginia: ginny; vivian: viv; vivienne: viv; wallace: wally; walter: walt wally;
wilfred: wilf fred; wilhelmina: billie mina; william: will bill billy liam willie wills wil; winifred: winnie freda; wojciech: wojtek; xavier: xav;
yasmin: yas yaz; yusuf: yousef yousuf joseph; yvonne: von; zachariah: zac zach zak; zachary: zac zach zack zak; zoe: zo; zofia: zosia; zuzanna: zuzia`;

const rows = forms
  .split(';')
  .map((row) => row.trim().split(':'))
  .map(([full = '', shorts = '']) => ({ full: full.trim(), shorts: shorts.trim().split(/\s+/) }));

const pairs = rows.flatMap(({ full, shorts }) =>
  shorts.flatMap((short) => [[full, short] as const, [short, full] as const]),
);
const otherForms: ReadonlyMap<string, readonly (readonly [string, string])[]> = groupBy(pairs, ([name]) => name);

/** Names somebody with this given name may be called by, in both directions: 'alexander' → 'alex'…, 'alex' → 'alexandra'… */
export function shortNamesOf(folded: string): readonly string[] {
  return [...new Set((otherForms.get(folded) ?? []).map(([, other]) => other))];
}
