import { measuredAccuracy as figures } from './measured-accuracy.ts';
import type { NoticeWords } from './notice-facts.ts';

/** What a data protection impact assessment needs to know of Photoward here. The school completes and signs it. */
export const dpiaEn: NoticeWords['dpia'] = (facts, { day, list, purpose }) => {
  const { school, policy, isMatchingOn, signOff, channels, nets, today } = facts;
  const { handling, rules } = policy;
  return {
    title: `Data protection impact assessment: checking photos before publishing, ${school.name}`,
    sections: [
      {
        heading: '1. Purpose',
        blocks: [
          'To publish photos of school events without showing pupils who must not appear, without names beside faces, without hidden data and without pictures that harm dignity.',
          `Mode in force: ${isMatchingOn ? 'with face recognition of pupils whose permission meets section 26 of the Protection of Freedoms Act 2012' : 'without face recognition; faces are found, not recognised'}.`,
          `Channels: ${channels.length === 0 ? 'none open' : list(channels.map(({ name, audience }) => `${name} (${audience})`))}.`,
        ],
      },
      {
        heading: '2. Necessity, and less intrusive alternatives',
        blocks: [
          'Considered, from the least intrusive. The school should write beside each why it is or is not enough.',
          {
            list: [
              'Publish no photos of pupils, or only photos from behind, from far away or of work.',
              'Check by eye alone, with a printed list of pupils who may not appear.',
              'Checks without recognition: hidden data, names, attire, number of faces; a line-up by eye for pupils who may not appear. This is the standard mode.',
              'Face recognition of pupils with written permission, beside the line-up for all others. It needs this assessment to be signed.',
            ],
          },
        ],
      },
      {
        heading: '3. Data flows',
        blocks: [
          {
            head: ['Step', 'Data', 'Who or what'],
            rows: [
              ['Upload', 'Photo, event, classes, caption', 'Staff; stored sealed on the school’s machine'],
              ['Check', 'Faces, words, attire; hidden data is removed', 'Nets on the same machine; no outside service'],
              [
                'Compare',
                isMatchingOn ? 'Numbers made from faces' : 'Nothing: recognition is off',
                isMatchingOn ? 'Pupils with permission alone' : '–',
              ],
              ['Decide', 'Photo with its findings', 'A moderator who did not upload it'],
              ['Release', 'Clean copy', 'Staff named for the channel; then the channel’s audience'],
              ['Takedown', 'What is out where', 'Staff, when consent ends or somebody asks'],
            ],
          },
          {
            head: ['Net', 'What for', 'Licence'],
            rows: nets.map(({ id, source, licence }) => [source, purpose(id), licence]),
          },
          `Thresholds of policy version ${policy.number}: likely match ${rules.match.likely}, possible match ${rules.match.possible}, swimwear ${rules.attire.swimwear}, nudity ${rules.attire.nudity}, readable words ${rules.text.readable}.`,
        ],
      },
      {
        heading: '4. Lawful basis',
        blocks: [
          'Publishing: consent (Article 6(1)(a)). Keeping and checking the list of who may not appear: public task (Article 6(1)(e)).',
          isMatchingOn
            ? 'Face recognition: explicit consent (Article 9(2)(a)) and sections 26 to 28 of the Protection of Freedoms Act 2012: each parent told, one written consent, no written objection, no objection of the pupil, a reasonable alternative. A face of somebody else in a photo is compared, too; state here how those people are covered.'
            : 'No biometric data is processed.',
        ],
      },
      {
        heading: '5. Retention',
        blocks: [
          {
            head: ['What', 'Days'],
            rows: [
              ['Originals, after the decision', String(handling.originalGraceDays)],
              ['Undecided and rejected photos', String(handling.undecidedDays)],
              ['Released copies', String(handling.releaseDays)],
              ['Pupils who left', String(handling.leaverDays)],
              ['Uploaded pupil lists', String(handling.importDays)],
              ['Takedown, at most', String(handling.takedownDueDays)],
            ],
          },
        ],
      },
      {
        heading: '6. Risks and measures',
        blocks: [
          {
            head: ['Risk', 'Measure', 'Left over'],
            rows: [
              [
                'A pupil who may not appear is published',
                'Doubt goes to a person; line-up by eye; a stale register stops the clearing',
                'A face may be missed by nets and people',
              ],
              [
                'A pupil is taken for another',
                'Likeness is a hint, never a decision; “not this pupil” is kept',
                'Extra work; suspicion against a child',
              ],
              [
                'Young children are recognised badly',
                'Measured below; every doubt goes to the line-up',
                'More line-ups in the early years',
              ],
              [
                'The register tells who is at risk',
                'Reasons for the safeguarding lead alone; sealed storage; audit log',
                'Misuse by somebody with the right to see it',
              ],
              [
                'Faces are used for other purposes',
                'No search of people; templates erased on objection',
                'Change of purpose by a later decision',
              ],
              [
                'Published photos are copied or altered',
                'Single large faces are pointed out; small pictures; takedowns',
                'Copies cannot be called back',
              ],
              ['Loss of the machine', 'Sealed files, backups', 'Loss of data since the last backup'],
            ],
          },
        ],
      },
      {
        heading: '7. Measured accuracy',
        blocks: [
          'On photos that are not the school’s own. Adults of some groups and children are rare in such sets; measure on your own photos from the dashboard’s false alarms.',
          {
            head: ['What', 'Figure'],
            rows: [
              [
                'Share of faces found, 16-24 / 24-40 / 40-80 / 80+ pixels',
                `${figures.faces}, with ${figures.falseBoxes} false boxes a photo`,
              ],
              ['Children of 4 to 17 recognised in a register, at 1 % / 0.1 % false accepts', figures.children],
              ['Children of 0 to 3 recognised, the same', figures.youngest],
              ['Swimming photos flagged', figures.swimming],
              ['Photos of other sports flagged', figures.otherSports],
              ['Printed names read, 6-8 / 8-12 / 12-20 / 20+ pixels', figures.names],
              ['Swimwear out of the water; nudity', 'not measured on real photos'],
            ],
          },
        ],
      },
      {
        heading: '8. Who was asked',
        blocks: [
          {
            fillIn: [
              'Data protection officer and advice',
              'Parents, how and when',
              'Pupils, how and when',
              'Governors',
            ],
          },
        ],
      },
      {
        heading: '9. Sign-off',
        blocks: [
          signOff === null
            ? 'No sign-off is recorded. Face recognition stays off until one is.'
            : `Recorded: signed by ${signOff.signedByName}, ${signOff.signedByPosition}, on ${day(signOff.signedOn)}; to be reviewed on ${day(signOff.reviewOn)}; ${signOff.documentReference}.`,
          { fillIn: ['Name and position', 'Risks accepted', 'Signature', 'Date', 'To be reviewed on'] },
          `Written on ${day(today)}. A reading of the law for the school’s own assessment, not legal advice.`,
        ],
      },
    ],
  };
};
