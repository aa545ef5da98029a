import { measuredAccuracy as figures } from './measured-accuracy.ts';
import type { NoticeWords } from './notice-facts.ts';

/** Yr hyn y mae angen i asesiad effaith ei wybod am Photoward yma. Yr ysgol sy’n ei gwblhau a’i lofnodi. */
export const dpiaCy: NoticeWords['dpia'] = (facts, { day, list, purpose }) => {
  const { school, policy, isMatchingOn, signOff, channels, nets, today } = facts;
  const { handling, rules } = policy;
  return {
    title: `Asesiad o’r effaith ar ddiogelu data: gwirio lluniau cyn cyhoeddi, ${school.name}`,
    sections: [
      {
        heading: '1. Diben',
        blocks: [
          'Cyhoeddi lluniau o ddigwyddiadau’r ysgol heb ddangos disgyblion na chânt ymddangos, heb enwau wrth ymyl wynebau, heb ddata cudd a heb luniau sy’n niweidio urddas.',
          `Modd mewn grym: ${isMatchingOn ? 'gydag adnabod wynebau disgyblion y mae eu caniatâd yn bodloni adran 26 o Ddeddf Diogelu Rhyddidau 2012' : 'heb adnabod wynebau; canfyddir wynebau, nid eu hadnabod'}.`,
          `Sianeli: ${channels.length === 0 ? 'dim ar agor' : list(channels.map(({ name, audience }) => `${name} (${audience === 'public' ? 'cyhoeddus' : 'caeedig'})`))}.`,
        ],
      },
      {
        heading: '2. Angenrheidrwydd, a dewisiadau llai ymwthiol',
        blocks: [
          'Ystyriwyd, o’r lleiaf ymwthiol. Dylai’r ysgol ysgrifennu wrth bob un pam y mae neu nad yw’n ddigon.',
          {
            list: [
              'Peidio â chyhoeddi lluniau o ddisgyblion, neu ddim ond lluniau o’r cefn, o bell neu o waith.',
              'Gwirio â llygaid yn unig, gyda rhestr brintiedig o ddisgyblion na chânt ymddangos.',
              'Gwiriadau heb adnabod: data cudd, enwau, gwisg, nifer yr wynebau; rhes adnabod â llygaid ar gyfer disgyblion na chânt ymddangos. Dyma’r modd safonol.',
              'Adnabod wynebau disgyblion â chaniatâd ysgrifenedig, wrth ochr y rhes adnabod i bawb arall. Rhaid llofnodi’r asesiad hwn ar ei gyfer.',
            ],
          },
        ],
      },
      {
        heading: '3. Llif data',
        blocks: [
          {
            head: ['Cam', 'Data', 'Pwy neu beth'],
            rows: [
              ['Lanlwytho', 'Llun, digwyddiad, dosbarthiadau, capsiwn', 'Staff; cedwir dan sêl ar beiriant yr ysgol'],
              [
                'Gwirio',
                'Wynebau, geiriau, gwisg; tynnir data cudd',
                'Rhwydi ar yr un peiriant; dim gwasanaeth allanol',
              ],
              [
                'Cymharu',
                isMatchingOn ? 'Rhifau a wneir o wynebau' : 'Dim: mae adnabod wedi’i ddiffodd',
                isMatchingOn ? 'Disgyblion â chaniatâd yn unig' : '–',
              ],
              ['Penderfynu', 'Llun gyda’i ganfyddiadau', 'Cymedrolwr na’i lanlwythodd'],
              ['Rhyddhau', 'Copi glân', 'Staff a enwir ar gyfer y sianel; yna cynulleidfa’r sianel'],
              [
                'Tynnu i lawr',
                'Beth sydd allan ac ymhle',
                'Staff, pan ddaw cydsyniad i ben neu pan fydd rhywun yn gofyn',
              ],
            ],
          },
          {
            head: ['Rhwyd', 'Diben', 'Trwydded'],
            rows: nets.map(({ id, source, licence }) => [source, purpose(id), licence]),
          },
          `Trothwyon fersiwn polisi ${policy.number}: cyfatebiaeth debygol ${rules.match.likely}, bosibl ${rules.match.possible}, dillad nofio ${rules.attire.swimwear}, noethni ${rules.attire.nudity}, geiriau darllenadwy ${rules.text.readable}.`,
        ],
      },
      {
        heading: '4. Sail gyfreithlon',
        blocks: [
          'Cyhoeddi: cydsyniad (Erthygl 6(1)(a)). Cadw a gwirio’r rhestr o bwy na chaiff ymddangos: tasg gyhoeddus (Erthygl 6(1)(e)).',
          isMatchingOn
            ? 'Adnabod wynebau: cydsyniad penodol (Erthygl 9(2)(a)) ac adrannau 26 i 28 o Ddeddf Diogelu Rhyddidau 2012: hysbysu pob rhiant, un cydsyniad ysgrifenedig, dim gwrthwynebiad ysgrifenedig, dim gwrthwynebiad gan y disgybl, dewis arall rhesymol. Cymherir wyneb rhywun arall mewn llun hefyd; nodwch yma sut y mae’r bobl hynny wedi’u cwmpasu.'
            : 'Ni phrosesir data biometrig.',
        ],
      },
      {
        heading: '5. Cadw',
        blocks: [
          {
            head: ['Beth', 'Diwrnodau'],
            rows: [
              ['Lluniau gwreiddiol, ar ôl y penderfyniad', String(handling.originalGraceDays)],
              ['Lluniau heb benderfyniad a rhai a wrthodwyd', String(handling.undecidedDays)],
              ['Copïau a ryddhawyd', String(handling.releaseDays)],
              ['Disgyblion a adawodd', String(handling.leaverDays)],
              ['Rhestrau disgyblion a lanlwythwyd', String(handling.importDays)],
              ['Tynnu i lawr, ar y mwyaf', String(handling.takedownDueDays)],
            ],
          },
        ],
      },
      {
        heading: '6. Risgiau a mesurau',
        blocks: [
          {
            head: ['Risg', 'Mesur', 'Yn weddill'],
            rows: [
              [
                'Cyhoeddir disgybl na chaiff ymddangos',
                'Â amheuaeth at berson; rhes adnabod â llygaid; mae hen gofrestr yn atal clirio',
                'Gall rhwydi a phobl golli wyneb',
              ],
              [
                'Cymerir un disgybl am un arall',
                'Awgrym yw tebygrwydd, byth penderfyniad; cedwir “nid y disgybl hwn”',
                'Mwy o waith; amheuaeth yn erbyn plentyn',
              ],
              [
                'Adnabyddir plant ifanc yn wael',
                'Mesurir isod; â pob amheuaeth at y rhes adnabod',
                'Mwy o resi adnabod yn y blynyddoedd cynnar',
              ],
              [
                'Mae’r gofrestr yn dweud pwy sydd mewn perygl',
                'Rhesymau i’r arweinydd diogelu yn unig; storio dan sêl; cofnod archwilio',
                'Camddefnydd gan rywun â’r hawl i’w weld',
              ],
              [
                'Defnyddir wynebau at ddibenion eraill',
                'Dim chwilio am bobl; dilëir templedi ar wrthwynebiad',
                'Newid diben drwy benderfyniad diweddarach',
              ],
              [
                'Copïir neu newidir lluniau a gyhoeddwyd',
                'Tynnir sylw at wynebau mawr unigol; lluniau bach; tynnu i lawr',
                'Ni ellir galw copïau’n ôl',
              ],
              ['Colli’r peiriant', 'Ffeiliau dan sêl, copïau wrth gefn', 'Colli data ers y copi diwethaf'],
            ],
          },
        ],
      },
      {
        heading: '7. Cywirdeb a fesurwyd',
        blocks: [
          'Ar luniau nad ydynt yn eiddo i’r ysgol. Prin yw oedolion rhai grwpiau a phlant mewn setiau o’r fath; mesurwch ar eich lluniau eich hun o larymau ffug y dangosfwrdd.',
          {
            head: ['Beth', 'Ffigur'],
            rows: [
              [
                'Cyfran yr wynebau a ganfyddir, 16-24 / 24-40 / 40-80 / 80+ picsel',
                `${figures.faces}, gyda ${figures.falseBoxes} blwch ffug y llun`,
              ],
              ['Plant 4 i 17 oed a adnabyddir mewn cofrestr, ar 1 % / 0.1 % o dderbyniadau ffug', figures.children],
              ['Plant 0 i 3 oed a adnabyddir, yr un peth', figures.youngest],
              ['Lluniau nofio a fflagiwyd', figures.swimming],
              ['Lluniau o chwaraeon eraill a fflagiwyd', figures.otherSports],
              ['Enwau printiedig a ddarllenwyd, 6-8 / 8-12 / 12-20 / 20+ picsel', figures.names],
              ['Dillad nofio allan o’r dŵr; noethni', 'heb eu mesur ar luniau go iawn'],
            ],
          },
        ],
      },
      {
        heading: '8. Pwy y gofynnwyd iddynt',
        blocks: [
          {
            fillIn: [
              'Swyddog diogelu data a chyngor',
              'Rhieni, sut a phryd',
              'Disgyblion, sut a phryd',
              'Llywodraethwyr',
            ],
          },
        ],
      },
      {
        heading: '9. Llofnodi',
        blocks: [
          signOff === null
            ? 'Nid oes llofnod wedi’i gofnodi. Erys adnabod wynebau wedi’i ddiffodd nes bod un.'
            : `Cofnodwyd: llofnodwyd gan ${signOff.signedByName}, ${signOff.signedByPosition}, ar ${day(signOff.signedOn)}; i’w adolygu ar ${day(signOff.reviewOn)}; ${signOff.documentReference}.`,
          { fillIn: ['Enw a swydd', 'Risgiau a dderbynnir', 'Llofnod', 'Dyddiad', 'I’w adolygu ar'] },
          `Ysgrifennwyd ar ${day(today)}. Darlleniad o’r gyfraith ar gyfer asesiad yr ysgol ei hun, nid cyngor cyfreithiol.`,
        ],
      },
    ],
  };
};
