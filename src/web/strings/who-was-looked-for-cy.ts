/**
 * Am bwy y chwiliwyd mewn llun, a pham na chymharwyd wyneb: geiriau Saesneg y gwasanaeth, brawddeg wrth frawddeg, a’r Gymraeg. Saif {}
 * am werth, sy’n cael ei drosi yn yr un modd.
 */
export const whoWasLookedForCy: Readonly<Record<string, string>> = {
  'No restricted pupil may be here.': 'Nid oes disgybl cyfyngedig a allai fod yma.',
  'No face was found to compare.': 'Ni chafwyd wyneb i’w gymharu.',
  'No faces were found to compare with {} restricted pupil who may be here.':
    'Ni chafwyd wynebau i’w cymharu â’r {} disgybl cyfyngedig a allai fod yma.',
  'No faces were found to compare with {} restricted pupils who may be here.':
    'Ni chafwyd wynebau i’w cymharu â’r {} disgybl cyfyngedig a allai fod yma.',
  'Matching covers the 1 restricted pupil who may be here.':
    'Mae paru’n cwmpasu’r un disgybl cyfyngedig a allai fod yma.',
  'Matching covers all {} restricted pupils who may be here.':
    'Mae paru’n cwmpasu pob un o’r {} disgybl cyfyngedig a allai fod yma.',
  'Matching covers {} of {} restricted pupil who may be here.':
    'Mae paru’n cwmpasu {} o {} disgybl cyfyngedig a allai fod yma.',
  'Matching covers {} of {} restricted pupils who may be here.':
    'Mae paru’n cwmpasu {} o {} disgybl cyfyngedig a allai fod yma.',
  '{} needs a person: open the line-up.': 'Mae angen rhywun i edrych am {}: agorwch y rhes adnabod.',
  '{} need a person: open the line-up.': 'Mae angen rhywun i edrych am {}: agorwch y rhes adnabod.',
  '{} of {} in the line-up was answered by a person.': 'Atebodd rhywun am {} o {} yn y rhes adnabod.',
  '{} of {} in the line-up were answered by a person.': 'Atebodd rhywun am {} o {} yn y rhes adnabod.',
  'Comparing faces with the register is off: {}.': 'Nid yw wynebau’n cael eu cymharu â’r gofrestr: {}.',
  'Comparing faces with the register failed: {}': 'Methodd cymharu wynebau â’r gofrestr: {}',
  'nothing was recorded': 'ni chofnodwyd dim',
  'its record is damaged': 'mae’r cofnod wedi’i ddifrodi',
  'no register was given': 'ni roddwyd cofrestr',
  'face matching is off until the signed DPIA is recorded':
    'mae paru wynebau wedi’i ddiffodd nes cofnodi’r asesiad effaith a lofnodwyd',
  'nobody on the register has both a complete biometric permission and a usable reference photo':
    'nid oes gan neb ar y gofrestr ganiatâd biometrig cyflawn a llun cyfeirio y gellir ei ddefnyddio',
  'the permission to compare faces ended while the photo was looked at':
    'daeth y caniatâd i gymharu wynebau i ben tra edrychid ar y llun',
  'The check took too long and was stopped.': 'Cymerodd y gwiriad ormod o amser ac fe’i stopiwyd.',
  'A person must look at this photo.': 'Rhaid i rywun edrych ar y llun hwn.',
  'The check was stopped before it ended.': 'Stopiwyd y gwiriad cyn iddo ddod i ben.',
  'Run it again.': 'Rhedwch ef eto.',
  'The screening process stopped in the middle.': 'Stopiodd y broses wirio ar ei chanol.',
  'Run the check again.': 'Rhedwch y gwiriad eto.',
  'Something went wrong in Photoward itself.': 'Aeth rhywbeth o’i le yn Photoward ei hun.',
  'The log has the details.': 'Mae’r manylion yn y log.',
  'The photo is damaged or cut short and cannot be decoded.':
    'Mae’r llun wedi’i ddifrodi neu’n anghyflawn ac ni ellir ei ddarllen.',
  'Copy it from the camera again.': 'Copïwch ef o’r camera eto.',
  'A model gave an answer that is none.': 'Rhoddodd model ateb nad yw’n ateb.',
  'Use the shipped models alone (photoward models use shipped).':
    'Defnyddiwch y modelau sy’n dod gyda Photoward yn unig (photoward models use shipped).',
  'the comparison is not done yet': 'nid yw’r gymhariaeth wedi’i gwneud eto',
  'the comparison failed: {}': 'methodd y gymhariaeth: {}',
  'the other faces were not compared either': 'ni chymharwyd yr wynebau eraill ychwaith',
  'there is no clean copy to look at': 'nid oes copi glân i edrych arno',
  'it is too small': 'mae’n rhy fach',
  'it is too blurred': 'mae’n rhy aneglur',
  'it is turned too far away': 'mae wedi’i droi’n rhy bell i ffwrdd',
  'too little of it can be seen': 'mae rhy ychydig ohono i’w weld',
};
