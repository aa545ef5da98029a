import { registerCy } from './register-cy.ts';

/**
 * Yr hyn y mae’r gwasanaeth yn ei ddweud am faes, llinell neu gyflwr: ei eiriau Saesneg, a’r Gymraeg. Saif {} am werth.
 */
export const problemsCy: Readonly<Record<string, string>> = {
  // Meysydd ffurflen
  'is missing': 'ar goll',
  'is not a field here': 'nid yw’n faes yma',
  'is not a file or field that belongs here': 'nid yw’n ffeil nac yn faes sy’n perthyn yma',
  'must not be empty': 'ni chaiff fod yn wag',
  'must have at least {} characters': 'rhaid iddo gael o leiaf {} o nodau',
  'must have at most {} characters': 'rhaid iddo gael {} o nodau ar y mwyaf',
  'must have at most {} names': 'caiff gynnwys {} o enwau ar y mwyaf',
  'must have at most {} questions': 'caiff gynnwys {} o gwestiynau ar y mwyaf',
  'must be one line without control characters': 'rhaid iddo fod yn un llinell heb nodau rheoli',
  'must not hold control characters': 'ni chaiff gynnwys nodau rheoli',
  'must be an e-mail address': 'rhaid iddo fod yn gyfeiriad e-bost',
  'must be an address that starts with https://': 'rhaid iddo fod yn gyfeiriad sy’n dechrau â https://',
  'must start with https://': 'rhaid iddo ddechrau â https://',
  'must not hold a name or password': 'ni chaiff gynnwys enw na chyfrinair',
  'must not hold a name before its host': 'ni chaiff gynnwys enw o flaen y gwesteiwr',
  'must be the whole link': 'rhaid iddo fod y ddolen gyfan',
  'must be six digits': 'rhaid iddo fod yn chwe digid',
  'must be a day like {}': 'rhaid iddo fod yn ddiwrnod fel {}',
  'must be a UTC time like {}': 'rhaid iddo fod yn amser UTC fel {}',
  'must be an id from Photoward': 'rhaid iddo fod yn ddynodydd gan Photoward',
  'must be {} to {} lower-case letters, digits and hyphens, starting with a letter':
    'rhaid iddo fod yn {} i {} o lythrennau bach, digidau a chysylltnodau, gan ddechrau â llythyren',
  'must be lower-case letters, digits and hyphens': 'rhaid iddo fod yn llythrennau bach, digidau a chysylltnodau',
  'must be JSON': 'rhaid iddo fod yn JSON',
  'must be null here': 'rhaid ei adael yn wag yma',
  'must be 0 to 1': 'rhaid iddo fod rhwng 0 ac 1',
  'must be at least 1': 'rhaid iddo fod yn 1 o leiaf',
  'must be at most {}': 'rhaid iddo fod yn {} ar y mwyaf',
  'must be at least {} pixels': 'rhaid iddo fod yn {} o bicseli o leiaf',
  'must be at most {} pixels': 'rhaid iddo fod yn {} o bicseli ar y mwyaf',
  'must be at least 1 pixel wide': 'rhaid iddo fod yn 1 picsel o led o leiaf',
  'must be at least 1 pixel high': 'rhaid iddo fod yn 1 picsel o uchder o leiaf',
  'must be whole days': 'rhaid iddo fod yn ddiwrnodau cyfan',
  'must be inside the photo': 'rhaid iddo fod y tu mewn i’r llun',
  'must leave at least {} pixels of the photo each way': 'rhaid gadael o leiaf {} o bicseli o’r llun bob ffordd',
  'must name something to cover, or crop': 'rhaid enwi rhywbeth i’w orchuddio, neu docio',
  'must not be above rules.match.likely': 'ni chaiff fod uwchlaw “tebygol”',
  'must not lie in the future': 'ni chaiff fod yn y dyfodol',
  'must lie in the future': 'rhaid iddo fod yn y dyfodol',
  'must not lie before startsOn': 'ni chaiff fod cyn y diwrnod cyntaf',
  'must be between the day of the release and today': 'rhaid iddo fod rhwng diwrnod y rhyddhau a heddiw',
  'must name at least one photo': 'rhaid enwi o leiaf un llun',
  'must name at least one role': 'rhaid enwi o leiaf un rôl',
  'must name at least one event': 'rhaid enwi o leiaf un digwyddiad',
  'must name at least one channel': 'rhaid enwi o leiaf un sianel',
  'must name at least two members of staff': 'rhaid enwi o leiaf ddau aelod o staff',
  'must hold one picture': 'rhaid iddo gynnwys un llun',
  'must hold at least one photo': 'rhaid iddo gynnwys o leiaf un llun',
  'must hold at least one answer': 'rhaid iddo gynnwys o leiaf un ateb',
  'must say why it may stay': 'rhaid dweud pam y caiff aros',
  'must say why it cannot be removed': 'rhaid dweud pam na ellir ei dynnu',
  'must say why an address is recorded of what was never posted':
    'rhaid dweud pam y cofnodwyd cyfeiriad i rywbeth na chafodd ei bostio',
  'must say which parent': 'rhaid dweud pa riant',
  'must be the pupil: they are 18 or older': 'rhaid mai’r disgybl ydyw: mae’n 18 neu’n hŷn',
  'must be true: the law asks for written consent':
    'rhaid iddo fod yn wir: mae’r gyfraith yn gofyn am ganiatâd ysgrifenedig',
  'must be another pupil': 'rhaid iddo fod yn ddisgybl arall',
  'must answer {}': 'rhaid ateb {}',
  'must be true when no class, year or pupil is named':
    'rhaid iddo fod yn wir pan nad enwir dosbarth, blwyddyn na disgybl',
  'cannot be combined with classes, years or pupils': 'ni ellir ei gyfuno â dosbarthiadau, blynyddoedd neu ddisgyblion',
  'must be `next` of the page before': 'rhaid iddo fod `next` y dudalen flaenorol',
  'is not the "next" of an answer': 'nid “next” ateb ydyw',
  'is too easy to guess. Three random words make a good password':
    'mae’n rhy hawdd ei ddyfalu. Mae tri gair ar hap yn gwneud cyfrinair da',
  'is not your password now': 'nid dyna’ch cyfrinair nawr',
  'is not the code shown now': 'nid dyna’r cod a ddangosir nawr',
  'is not the account of a colleague': 'nid cyfrif cydweithiwr ydyw',
  'is not the account of a colleague who can take photos down':
    'nid cyfrif cydweithiwr a all dynnu lluniau i lawr ydyw',
  'is not a channel of this school': 'nid sianel yr ysgol hon ydyw',
  'is not one of the school’s channels': 'nid un o sianeli’r ysgol ydyw',
  'is not named for this channel': 'ni chafodd ei enwi ar gyfer y sianel hon',
  'is named for this channel already': 'wedi’i enwi ar gyfer y sianel hon eisoes',
  'is not a guardian of this pupil': 'nid gwarcheidwad y disgybl hwn ydyw',
  'is not a document of this pupil': 'nid dogfen y disgybl hwn ydyw',
  'is not this pupil’s number': 'nid rhif y disgybl hwn ydyw',
  'is not in the pupil list': 'nid yw yn y rhestr disgyblion',
  'is not in this photo’s line-up': 'nid yw yn rhes adnabod y llun hwn',
  'is not the number of a face': 'nid rhif wyneb ydyw',
  'is not a face drawn by hand': 'nid wyneb a dynnwyd â llaw ydyw',
  'is not a pupil this face was taken for': 'ni chymerwyd yr wyneb hwn am y disgybl hwnnw',
  'is not a photo of this batch': 'nid llun o’r swp hwn ydyw',
  'is not a question of the checklist': 'nid cwestiwn o’r rhestr ydyw',
  'is neither clear nor approved': 'nid yw’n glir nac wedi’i gymeradwyo',
  'is answered twice': 'atebwyd ef ddwywaith',
  'belongs to another pupil': 'yn perthyn i ddisgybl arall',
  'belongs to another channel': 'yn perthyn i sianel arall',
  'belongs to another account': 'yn perthyn i gyfrif arall',
  'may hold letters, digits, full stops, hyphens and underscores, at most 64':
    'caiff gynnwys llythrennau, digidau, atalnodau llawn, cysylltnodau a thanlinellau, 64 ar y mwyaf',
  'cannot name a file; use another': 'ni all enwi ffeil; defnyddiwch un arall',
  'cannot be read': 'ni ellir ei ddarllen',
  'must be null: a refusal holds until another answer follows':
    'rhaid ei adael yn wag: mae gwrthodiad yn dal nes daw ateb arall',
  'is missing: permission always ends': 'ar goll: mae caniatâd bob amser yn dod i ben',
  'must not lie before validFrom': 'ni chaiff fod cyn y diwrnod cyntaf',
  'must lie within three years of validFrom': 'rhaid iddo fod o fewn tair blynedd i’r diwrnod cyntaf',
  // Llinellau mewnforio
  'line {}': 'llinell {}',
  'mapping.{}': 'pennawd: {}',
  'no column was recognised: say which heading it has': 'ni adnabuwyd colofn: dywedwch pa bennawd sydd iddi',
  'no channel was recognised: say which heading it has': 'ni adnabuwyd sianel: dywedwch pa bennawd sydd iddi',
  'two columns of the file mean it: take one out': 'mae dwy golofn o’r ffeil yn ei golygu: tynnwch un allan',
  'is not a heading of the file': 'nid yw’n un o benawdau’r ffeil',
  'no pupils in the file': 'nid oes disgyblion yn y ffeil',
  'no answers in the file': 'nid oes atebion yn y ffeil',
  'more than {} pupils': 'mwy na {} o ddisgyblion',
  'more than {} lines': 'mwy na {} o linellau',
  'this is a spreadsheet: open it and save it as CSV first': 'taenlen yw hon: agorwch hi a’i chadw fel CSV yn gyntaf',
  'cannot be read as CSV: check the quotes': 'ni ellir ei ddarllen fel CSV: gwiriwch y dyfynodau',
  'has not as many cells as there are headings': 'nid oes cynifer o gelloedd ag o benawdau',
  'has the same schoolNumber as line {}': 'mae’r rhif ysgol yr un ag ar linell {}',
  'answers for the same pupil by the same person as line {}': 'atebion i’r un disgybl gan yr un person ag ar linell {}',
  'schoolNumber may hold only letters, digits, full stops, hyphens and underscores':
    'dim ond llythrennau, digidau, atalnodau llawn, cysylltnodau a thanlinellau a gaiff fod yn y rhif ysgol',
  'this schoolNumber is on record as another child’s: give that pupil another number first, or, if it is the same child, the new name':
    'mae’r rhif ysgol hwn ar gofnod fel rhif plentyn arall: rhowch rif arall i’r disgybl hwnnw yn gyntaf, neu’r enw newydd os yr un plentyn ydyw',
  'several pupils have this schoolNumber': 'mae gan sawl disgybl y rhif ysgol hwn',
  'no pupil has this schoolNumber': 'nid oes gan unrhyw ddisgybl y rhif ysgol hwn',
  'no pupil has this number': 'nid oes gan unrhyw ddisgybl y rhif hwn',
  'this pupil has left': 'mae’r disgybl hwn wedi gadael',
  'there is another photo of this pupil': 'mae llun arall o’r disgybl hwn',
  'who gave it looks like a spreadsheet formula': 'mae pwy atebodd yn edrych fel fformiwla taenlen',
  'who gave it has more than {} characters': 'mae gan bwy atebodd fwy na {} o nodau',
  '{} must not lie in the future': '{}: ni chaiff fod yn y dyfodol',
  '{} is missing': '{} ar goll',
  '{} has more than {} characters': '{}: mwy na {} o nodau',
  '{} holds control characters': '{}: yn cynnwys nodau rheoli',
  '{} looks like a spreadsheet formula': '{}: yn edrych fel fformiwla taenlen',
  '{} is not a date like {} or {}': '{}: nid dyddiad fel {} neu {}',
  '“{}” is not an answer like yes, no, refused or withdrawn': 'nid yw “{}” yn ateb fel yes, no, refused neu withdrawn',
  'is the pupil’s own objection: record it on the pupil’s page':
    'gwrthwynebiad y disgybl ei hun yw hwn; cofnodwch ef ar dudalen y disgybl',
  '{} “{}” is not an answer like yes, no, refused or withdrawn':
    '{}: nid yw “{}” yn ateb fel yes, no, refused neu withdrawn',
  '{} is the pupil’s own objection: record it on the pupil’s page':
    '{}: gwrthwynebiad y disgybl ei hun yw hwn; cofnodwch ef ar dudalen y disgybl',
  'the last day {}': 'y diwrnod olaf: {}',
  'every channel': 'pob sianel',
  'the last day': 'y diwrnod olaf',
  'the first day': 'y diwrnod cyntaf',
  ...registerCy.imports.fields,
  'is not like the reference photos of this pupil; say isSamePupil if it is':
    'nid yw’n debyg i luniau cyfeirio’r disgybl hwn; dywedwch isSamePupil os yr un disgybl ydyw',
  'looks like pupil {}, who is enrolled already; name them in differsFrom if these are two people':
    'yn edrych fel disgybl {}, sydd wedi’i gofrestru eisoes; enwch ef yn differsFrom os dau berson ydynt',
  // Lluniau cyfeirio
  'No face was found. Use a photo in which the face is upright, lit and at least 80 pixels wide.':
    'Ni chafwyd wyneb. Defnyddiwch lun lle mae’r wyneb yn unionsyth, wedi’i oleuo ac o leiaf 80 picsel o led.',
  'Several faces of like size were found. Crop the photo to one person.':
    'Cafwyd sawl wyneb o faint tebyg. Tociwch y llun i un person.',
  'The face is too small. Use a photo in which it is at least 80 pixels wide.':
    'Mae’r wyneb yn rhy fach. Defnyddiwch lun lle mae o leiaf 80 picsel o led.',
  'The face is too blurred. Use a sharper photo.': 'Mae’r wyneb yn rhy aneglur. Defnyddiwch lun cliriach.',
  'The face is turned away. Use a photo in which the person looks at the camera.':
    'Mae’r wyneb wedi’i droi i ffwrdd. Defnyddiwch lun lle mae’r person yn edrych ar y camera.',
  'Too much of the face is hidden. Use a photo in which all of it can be seen, without dark glasses, mask or paint.':
    'Mae gormod o’r wyneb wedi’i guddio. Defnyddiwch lun lle gellir gweld y cyfan, heb sbectol dywyll, mwgwd na phaent.',
  // Cyflwr yr hyn y gofynnwyd amdano
  'the photo was judged again': 'barnwyd y llun eto',
  'there is no clean copy to release': 'nid oes copi glân i’w ryddhau',
  'it is covered or cropped already: open it to change that':
    'mae wedi’i orchuddio neu ei docio eisoes: agorwch ef i newid hynny',
  'no face was found in it: open it to cover something by hand':
    'ni chanfuwyd wyneb ynddo: agorwch ef i orchuddio rhywbeth â llaw',
  'its faces were covered without a look at it: open it': 'gorchuddiwyd ei wynebau heb edrych arno: agorwch ef',
  'there is no clean copy to change': 'nid oes copi glân i’w newid',
  'there is no clean copy': 'nid oes copi glân',
  'answer the line-up first: {} left': 'atebwch y rhes adnabod yn gyntaf: {} ar ôl',
  'a face drawn by hand is being compared; try again in a moment':
    'mae wyneb a dynnwyd â llaw yn cael ei gymharu; rhowch gynnig arall arni ymhen eiliad',
  'the covered or cropped picture has not passed its check':
    'nid yw’r llun a orchuddiwyd neu a dociwyd wedi pasio ei wiriad',
  'the covered or cropped picture was not passed': 'ni phasiwyd y llun a orchuddiwyd neu a dociwyd',
  'the picture is as it was uploaded': 'mae’r llun fel y’i lanlwythwyd',
  'this block cannot be overridden: cover, crop or reject the photo':
    'ni ellir diystyru’r rhwystr hwn: gorchuddiwch, tociwch neu gwrthodwch y llun',
  'nobody asked for an override': 'ni ofynnodd neb am ganiatâd arbennig',
  'This photo may show nudity. Do not open, copy or send it; follow the safeguarding procedure.':
    'Gall y llun hwn ddangos noethni. Peidiwch â’i agor, ei gopïo na’i anfon; dilynwch y drefn ddiogelu.',
  'this photo cannot be used': 'ni ellir defnyddio’r llun hwn',
  'it may show somebody who may never appear: cover, crop or reject it, or ask the safeguarding lead':
    'gall ddangos rhywun na chaiff ymddangos byth: gorchuddiwch, tociwch neu gwrthodwch ef, neu gofynnwch i’r arweinydd diogelu',
  'a colleague answered otherwise for a pupil: only that colleague or the safeguarding lead can take it back':
    'atebodd cydweithiwr yn wahanol am ddisgybl: dim ond y cydweithiwr hwnnw neu’r arweinydd diogelu all dynnu hynny’n ôl',
  'it must come down already': 'rhaid iddo ddod i lawr eisoes',
  'at most {} reference photos': '{} o luniau cyfeirio ar y mwyaf',
  'no face was found in it': 'ni chafwyd wyneb ynddo',
  'it shows more than one person': 'mae’n dangos mwy nag un person',
  'a document must be a PDF, JPEG or PNG': 'rhaid i ddogfen fod yn PDF, JPEG neu PNG',
  'an answer rests on this document': 'mae ateb yn dibynnu ar y ddogfen hon',
  'the photo was taken down': 'tynnwyd y llun i lawr',
  'restored from a backup, and nobody has confirmed it since':
    'wedi’i hadfer o gopi wrth gefn, ac nid oes neb wedi’i chadarnhau ers hynny',
  'the limit is {} days': 'y terfyn yw {} o ddiwrnodau',
  'the limit is {} MB': 'y terfyn yw {} MB',
  'nothing is prepared for this channel': 'nid oes dim wedi’i baratoi ar gyfer y sianel hon',
  'the pupil': 'y disgybl',
  'the batch has no photos yet': 'nid oes lluniau yn y swp eto',
  'the batch was submitted': 'cyflwynwyd y swp',
  'a batch holds at most {} photos; open another': 'mae swp yn dal {} o luniau ar y mwyaf; agorwch un arall',
  'the address {}': 'y cyfeiriad: {}',
  'the address may not be reached': 'ni cheir cyrraedd y cyfeiriad',
  'withdraw the present sign-off first': 'tynnwch y llofnod presennol yn ôl yn gyntaf',
  'the school is not set up': 'nid yw’r ysgol wedi’i sefydlu',
  'hand over the channel {}': 'trosglwyddwch y sianel {}',
  'a restriction holds: only the safeguarding lead erases this pupil':
    'mae cyfyngiad yn dal: dim ond yr arweinydd diogelu sy’n dileu’r disgybl hwn',
  'the file says {} x {} pixels': 'dywed y ffeil {} x {} o bicseli',
  'the file claims to be {} but reads as {}': 'mae’r ffeil yn honni bod yn {} ond darllenir hi fel {}',
  'send JSON': 'anfonwch JSON',
  'send multipart/form-data': 'anfonwch multipart/form-data',
  'Nobody decides a photo they uploaded.': 'Nid oes neb yn penderfynu llun a lanlwythodd.',
  'Only the safeguarding lead can decide this photo.': 'Dim ond yr arweinydd diogelu a all benderfynu’r llun hwn.',
  'There is no verdict on this picture to approve.': 'Nid oes dyfarniad ar y llun hwn i’w gymeradwyo.',
  'This photo cannot be used.': 'Ni ellir defnyddio’r llun hwn.',
  'This block cannot be overridden. Cover, crop or reject the photo.':
    'Ni ellir diystyru’r rhwystr hwn. Gorchuddiwch, tociwch neu gwrthodwch y llun.',
  'A block needs a cover, a crop, or an override that a second person confirms.':
    'Mae angen gorchuddio neu docio ar gyfer rhwystr, neu ganiatâd arbennig y mae ail berson yn ei gadarnhau.',
  'An override needs two people, neither of them the uploader.':
    'Mae angen dau berson ar gyfer caniatâd arbennig, nad yw’r naill na’r llall yn lanlwythwr.',
  'This cannot be done while the photo is {}.': 'Ni ellir gwneud hyn yng nghyflwr presennol y llun.',
  'Only Photoward itself does this.': 'Dim ond Photoward ei hun sy’n gwneud hyn.',
  'Only a person does this.': 'Dim ond person sy’n gwneud hyn.',
  'Your role does not allow this.': 'Nid yw eich rôl yn caniatáu hyn.',
  'The verdict does not lead there.': 'Nid yw’r dyfarniad yn arwain yno.',
  // Yr hyn sydd ar goll o’r sefydlu
  'Make at least two people moderators, so that one may be away and nobody decides their own photos.':
    'Gwnewch o leiaf ddau berson yn gymedrolwyr, fel y caiff un fod i ffwrdd ac na fydd neb yn penderfynu ei luniau ei hun.',
  'Give the designated safeguarding lead their role: some photos and reasons are for them alone.':
    'Rhowch ei rôl i’r arweinydd diogelu dynodedig: mae rhai lluniau a rhesymau ar ei gyfer ef neu hi yn unig.',
  'Apply for a channel and record a senior leader’s approval: photos go nowhere until one is open.':
    'Gwnewch gais am sianel a chofnodwch gymeradwyaeth uwch arweinydd: nid yw lluniau’n mynd i unman nes bod un ar agor.',
  'List the school’s cameras, tablets and phones, so that photos from private ones are noticed.':
    'Rhestrwch gamerâu, llechi a ffonau’r ysgol, fel y sylwir ar luniau o rai preifat.',
  'The data protection impact assessment is due for its review.': 'Mae’n bryd adolygu’r asesiad effaith diogelu data.',
  '{} is due for its review by a senior leader.': 'Mae’n bryd i uwch arweinydd adolygu {}.',
  'Name another member of staff for {}: at least two must be able to run it.':
    'Enwch aelod arall o staff ar gyfer {}: rhaid i o leiaf ddau allu ei rhedeg.',
};
