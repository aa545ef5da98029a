/**
 * Yr hyn y mae’r gwasanaeth yn ei ddweud am lun y tu allan i’w wrthodiadau: ei hanes, a chwestiynau’r rhestr wirio nad yw’r
 * ysgol wedi’u newid.
 */
export const photoSayingsCy = {
  'received a photo': 'derbyniodd lun',
  'started screening a photo': 'dechreuodd wirio llun',
  'screened a photo': 'gwiriodd lun',
  'moved a photo to another state': 'symudodd lun i gyflwr arall',
  'judged a photo again': 'barnodd lun eto',
  'changed a caption or alternative text': 'newidiodd gapsiwn neu destun amgen',
  'answered the line-up': 'atebodd y rhes adnabod',
  'drew a face by hand': 'tynnodd wyneb â llaw',
  'compared a face drawn by hand': 'cymharodd wyneb a dynnwyd â llaw',
  'removed a face drawn by hand': 'dileodd wyneb a dynnwyd â llaw',
  'said a match was not this pupil': 'dywedodd nad y disgybl hwn oedd y paru',
  'took back that a match was not this pupil': 'tynnodd yn ôl nad y disgybl hwn oedd y paru',
  'covered part of a photo': 'gorchuddiodd ran o lun',
  'cropped a photo': 'tociodd lun',
  'took the covers and the crop off a photo': 'tynnodd y gorchuddion a’r tocio oddi ar lun',
  'checked a covered or cropped photo again': 'gwiriodd lun a orchuddiwyd neu a dociwyd eto',
  'asked for an override': 'gofynnodd am wrthwneud',
  'answered an override as the second person': 'atebodd gais i wrthwneud fel yr ail berson',
  'said whether a finding was right': 'dywedodd a oedd canfyddiad yn gywir',
  'decided a photo': 'penderfynodd lun',
  'took back a decision': 'tynnodd benderfyniad yn ôl',
  'quarantined a photo for the safeguarding lead': 'rhoddodd lun mewn cwarantin i’r arweinydd diogelu',
  'closed a quarantine': 'caeodd gwarantin',
  'recorded who was told about a quarantined photo': 'cofnododd pwy a hysbyswyd am lun mewn cwarantin',
  'deleted a photo': 'dileodd lun',
  'Would anyone here be embarrassed by any of these photos?':
    'A fyddai unrhyw un yma’n teimlo cywilydd oherwydd unrhyw un o’r lluniau hyn?',
  'Did everyone know that they were photographed?': 'A oedd pawb yn gwybod bod eu llun yn cael ei dynnu?',
  'Does the school hold the copyright of every photo?': 'Ai’r ysgol biau hawlfraint pob llun?',
} satisfies Readonly<Record<string, string>>;
