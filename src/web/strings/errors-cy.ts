import type { ErrorCode } from '../../contract/common.ts';

/** Negeseuon y gwasanaeth yn Gymraeg, un i bob cod yn ei restr. */
export const errorsCy: Readonly<Record<ErrorCode, string>> = {
  'empty-file': 'Mae’r ffeil yn wag. Copïwch hi o’r camera eto.',
  'not-an-image':
    'Nid llun y gall Photoward ei ddarllen yw hwn. Defnyddiwch JPEG, PNG, WebP, HEIC, AVIF, TIFF neu GIF.',
  'file-not-found': 'Nid oes ffeil o’r fath. Gwiriwch yr enw a’r ffolder.',
  'file-unreadable': 'Ni ellid darllen y ffeil. Gwiriwch y gellir ei hagor, yna rhowch gynnig arall arni.',
  'file-too-large': 'Mae’r ffeil yn fwy na’r terfyn. Allforiwch gopi llai.',
  'too-many-pixels': 'Mae gan y llun fwy o bicseli na’r terfyn. Allforiwch gopi llai.',
  'too-small': 'Mae’r llun yn rhy fach i’w wirio. Defnyddiwch y gwreiddiol o’r camera.',
  'decode-failed': 'Mae’r llun wedi’i ddifrodi neu’n anghyflawn ac ni ellir ei ddarllen. Copïwch ef o’r camera eto.',
  'clean-failed': 'Ni ellid gwneud copi glân, felly ni ellir rhyddhau dim.',
  'clean-unverified': 'Ni phasiodd y copi glân ei wiriad am ddata dros ben, felly fe’i taflwyd.',
  'timed-out': 'Cymerodd y gwiriad ormod o amser ac fe’i stopiwyd. Rhaid i rywun edrych ar y llun hwn.',
  aborted: 'Stopiwyd y gwiriad cyn iddo ddod i ben. Rhedwch ef eto.',
  'process-died': 'Stopiodd y broses wirio ar ei chanol. Rhedwch y gwiriad eto.',
  'model-missing': 'Mae ffeil fodel ar goll. Gosodwch Photoward eto.',
  'model-altered': 'Nid yw ffeil fodel yr un a ddaeth gyda Photoward. Gosodwch Photoward eto.',
  'post-names-pupil':
    'Ymddengys fod y cyfeiriad yn enwi disgybl: mae enw a llun gyda’i gilydd yn dweud pwy yw rhywun. Newidiwch ef yn gyntaf, neu dywedwch eich bod yn gwybod.',
  'pack-refused': 'Nid y ffeil yw’r model a enwyd, felly ni ychwanegwyd dim. Mynnwch hi eto o’r fan lle y’i cyhoeddir.',
  'model-unsound':
    'Rhoddodd model ateb nad yw’n ateb. Defnyddiwch y modelau sy’n dod gyda Photoward yn unig (photoward models use shipped).',
  'measurement-missing':
    'Nid yw’n hysbys pa mor aml y mae’r pecyn hwn yn anghywir, felly ni ellir ei ddefnyddio eto. Enwch y ffeil gyda’r hyn a fesurwyd ohono (--measured).',
  'measurement-refused': 'Ni ellir defnyddio’r mesuriad hwn. Mesurwch y pecyn eto gyda’r modelau sydd yma.',
  'pack-unreachable': 'Ni ellid nôl y model. Gwiriwch y cysylltiad, neu rhowch y ffeil gyda --from FILE.',
  'licence-not-accepted':
    'Ni dderbyniwyd y drwydded, felly ni ychwanegwyd dim. Darllenwch hi, yna ychwanegwch --accept-licence.',
  'engine-unavailable': 'Ni all y peiriant a ddewiswyd redeg ar y cyfrifiadur hwn. Defnyddiwch ENGINE=onnx.',
  'register-invalid': 'Ni ellir defnyddio’r gofrestr. Cywirwch y llinellau a enwir isod.',
  'roll-invalid': 'Ni ellir defnyddio’r rhestr o bwy oedd yno. Cywirwch y llinellau a enwir isod.',
  'policy-invalid': 'Ni ellir defnyddio’r ffeil bolisi. Cywirwch y cofnodion a enwir isod.',
  'channel-unknown': 'Nid oes sianel o’r fath yn y gofrestr.',
  'reference-unusable': 'Ni ellir defnyddio’r llun cyfeirio i baru wynebau.',
  'invalid-input': 'Ni ellir defnyddio rhywfaint o’r hyn a anfonwyd. Cywirwch y meysydd a enwir isod.',
  'not-signed-in': 'Nid ydych wedi mewngofnodi. Mewngofnodwch a rhowch gynnig arall arni.',
  'sign-in-failed':
    'Nid yw’r cyfeiriad e-bost, y cyfrinair neu’r cod yn gywir. Gwiriwch nhw a rhowch gynnig arall arni.',
  'code-needed': 'Rhowch y cod chwe digid o’ch ap dilysu, neu god adfer.',
  'locked-out': 'Gormod o gynigion i fewngofnodi. Arhoswch chwarter awr, yna rhowch gynnig arall arni.',
  'account-held': 'Adferwyd Photoward o gopi wrth gefn. Rhaid i weinyddwr eich gadael i mewn eto, o dan “Pobl”.',
  'too-many-requests': 'Gormod o geisiadau mewn amser byr. Arhoswch funud, yna rhowch gynnig arall arni.',
  'cross-site': 'Daeth y cais o wefan arall. Agorwch Photoward ei hun a rhowch gynnig arall arni.',
  'not-allowed': 'Nid yw eich rôl yn caniatáu hyn. Gofynnwch i weinyddwr.',
  'own-upload': 'Nid oes neb yn penderfynu llun a lanlwythodd. Gofynnwch i gymedrolwr arall.',
  'second-person-needed': 'Mae angen ail berson ar gyfer hyn. Gofynnwch i gydweithiwr ei gadarnhau.',
  'not-found': 'Nid oes dim yma wrth yr enw hwnnw. Efallai ei fod wedi’i dynnu.',
  'link-invalid': 'Mae’r ddolen hon wedi’i defnyddio eisoes, wedi dod i ben neu’n anghyflawn. Gofynnwch am un newydd.',
  conflict: 'Mae rhywbeth fel hyn yn bod eisoes. Defnyddiwch ef, neu dewiswch enw arall.',
  'wrong-state': 'Ni ellir gwneud hyn yn y cyflwr y mae ynddo nawr. Llwythwch y dudalen eto.',
  'changed-meanwhile': 'Newidiodd rhywun arall hyn yn y cyfamser. Llwythwch ef eto, yna gwnewch y newid eto.',
  'still-due': 'Yn ôl y cofnod a rheolau heddiw rhaid i’r llun ddod i lawr o hyd. Cywirwch y cofnod yn gyntaf.',
  'last-admin': 'Dyma’r gweinyddwr olaf. Gwnewch rywun arall yn weinyddwr yn gyntaf.',
  'already-set-up': 'Mae’r ysgol wedi’i sefydlu eisoes. Mewngofnodwch i’w newid.',
  'too-few-staff': 'Mae angen o leiaf ddau aelod o staff a enwir ar sianel. Enwch un arall yn gyntaf.',
  'channel-not-open': 'Nid yw’r sianel hon ar agor. Rhaid i uwch arweinydd ei chymeradwyo yn gyntaf.',
  'matching-off':
    'Mae paru wynebau wedi’i ddiffodd. Rhaid i weinyddwr gofnodi’r asesiad effaith diogelu data wedi’i lofnodi yn gyntaf.',
  'permission-incomplete': 'Nid yw’r cofnod o ganiatâd biometrig yn gyflawn, felly ni cheir gwneud templed.',
  'register-stale':
    'Mae’r rhestr disgyblion yn hŷn nag y mae’r polisi’n ei ganiatáu. Mewnforiwch un newydd, neu ei chadarnhau, cyn rhyddhau.',
  'import-has-problems': 'Mae problemau yn y mewnforio, felly ni newidiwyd dim. Cywirwch y llinellau a enwir isod.',
  'zip-unsafe': 'Mae’r ffeil ZIP yn cynnwys llwybrau neu feintiau na ellir eu derbyn. Gwnewch ZIP plaen o’r lluniau.',
  'unsupported-type': 'Ni ellir derbyn y math hwn o gynnwys yma.',
  'body-too-large': 'Mae’r hyn a anfonwyd yn fwy na’r terfyn.',
  'too-many-files': 'Gormod o ffeiliau ar unwaith. Anfonwch lai.',
  'provider-failed':
    'Ni weithiodd mewngofnodi gyda’r gwasanaeth arall. Rhowch gynnig arall arni, neu defnyddiwch eich cyfrinair.',
  'templates-renewing':
    'Mae Photoward yn disgrifio wynebau’r disgyblion o’r newydd, ar gyfer modelau eraill. Ychwanegwch y llun pan fydd hynny wedi’i wneud.',
  'not-ready': 'Mae Photoward yn cychwyn neu’n stopio. Rhowch gynnig arall arni ymhen eiliad.',
  'lease-lost': 'Cymerodd proses arall y gwaith hwn drosodd.',
  'job-failed': 'Methodd gwaith yn y cefndir. Mae’r manylion yn y log.',
  'already-running':
    'Mae Photoward yn rhedeg ar y ffolder data hwn eisoes. Stopiwch ef yn gyntaf, neu dewiswch ffolder arall.',
  'address-unusable': 'Ni all Photoward wrando yno. Dewiswch gyfeiriad arall gyda PHOTOWARD_HOST a PHOTOWARD_PORT.',
  'data-folder-unusable':
    'Ni ellir defnyddio’r ffolder data. Enwch un y caiff Photoward ysgrifennu iddo gyda PHOTOWARD_DATA.',
  'disk-full': 'Nid oes lle ar ôl ar y ddisg, felly nid ysgrifennwyd dim. Gwnewch le, yna rhowch gynnig arall arni.',
  'folder-taken': 'Mae’r ffolder data yn perthyn i ysgol arall. Dewiswch un arall gyda PHOTOWARD_DATA.',
  'schema-newer':
    'Ysgrifennwyd y gronfa ddata gan fersiwn mwy newydd o Photoward. Gosodwch y fersiwn honno neu adferwch gopi wrth gefn.',
  'schema-older':
    'Ysgrifennwyd y gronfa ddata gan fersiwn hŷn o Photoward. Dechreuwch y gwasanaeth unwaith, er mwyn iddo ei diweddaru.',
  'sqlite-missing':
    'Ni ellid gosod llyfrgell y gronfa ddata ar y cyfrifiadur hwn. Defnyddiwch Node 22 neu ddiweddarach a gosodwch Photoward eto.',
  'database-damaged': 'Mae’r gronfa ddata wedi’i difrodi. Adferwch y copi wrth gefn diwethaf.',
  'audit-broken':
    'Nid yw’r log archwilio’n gyfan. Cadwch y gronfa ddata fel y mae a dywedwch wrth eich swyddog diogelu data.',
  'key-in-use': 'Mae angen yr allwedd hon o hyd, felly ni newidiwyd dim.',
  'key-missing': 'Mae’r allwedd amgryptio ar goll. Rhowch y ffeil allwedd yn ôl neu gosodwch PHOTOWARD_KEY.',
  'key-invalid':
    'Ni ellir defnyddio’r allwedd amgryptio. Rhaid iddi fod yn 32 beit, wedi’i hysgrifennu fel base64 neu hex.',
  'file-sealed': 'Seliwyd ffeil a gadwyd ag allwedd arall. Rhowch yr allwedd y’i gwnaed â hi yn ôl.',
  'file-damaged': 'Mae ffeil a gadwyd wedi’i difrodi neu ei newid. Adferwch hi o gopi wrth gefn.',
  'backup-damaged':
    'Nid copi wrth gefn yw hwn, neu mae wedi’i ddifrodi, ei dorri’n fyr neu ei newid. Nid adferwyd dim; defnyddiwch un arall.',
  'backup-unverified':
    'Ni ddarllenodd y copi wrth gefn yn ôl fel y’i hysgrifennwyd, felly fe’i taflwyd. Gwiriwch y ddisg y mae arni.',
  'config-invalid': 'Ni ellir defnyddio’r gosodiadau. Cywirwch y cofnodion a enwir isod.',
  usage: 'Ni ddeallwyd y gorchymyn. Rhedwch photoward --help.',
  internal: 'Aeth rhywbeth o’i le yn Photoward ei hun. Mae’r manylion yn y log.',
};
