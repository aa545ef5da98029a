import type { NoticeWords } from './notice-facts.ts';

/** The privacy notice for parents, from the settings in force. */
export const parentsEn: NoticeWords['parents'] = (facts, { day, list }) => {
  const { school, policy, isMatchingOn, channels, today } = facts;
  const { handling } = policy;
  return {
    title: `Photos of pupils: privacy notice of ${school.name}`,
    sections: [
      {
        heading: 'Who is responsible',
        blocks: [
          `${school.name} decides why and how photos of pupils are used. The checks described here run on the school’s own machine; no photo and no face leaves it to be checked.`,
          `Questions about data protection: ${school.dataProtectionContact ?? '[contact to be filled in]'}.`,
        ],
      },
      {
        heading: 'What we do, and why',
        blocks: [
          channels.length === 0
            ? 'No place for publishing is open at the moment.'
            : `We take photos at events and publish some of them in: ${list(channels.map(({ name, audience }) => `${name} (${audience === 'public' ? 'open to everybody' : 'for a closed group'})`))}. You decide for each place separately.`,
          'We rely on your consent for publishing. Keeping the list of pupils who must not appear, and checking photos against it, is part of our public task to keep pupils safe.',
          'Before a photo is published, software removes hidden data such as the place, and looks for faces, swimwear, nudity and readable names. A person who did not upload the photo decides whenever there is a doubt. No decision about your child is made by software alone.',
        ],
      },
      {
        heading: 'Face recognition',
        blocks: isMatchingOn
          ? [
              'Face recognition is on. It is used for one purpose: to find pupils who must not appear in a photo. It is biometric data. We use it for your child only if we have told each parent, at least one parent has consented in writing, no parent has objected in writing, and your child does not object (Protection of Freedoms Act 2012, sections 26 to 28; UK GDPR, Article 9(2)(a)).',
              'You may object or withdraw at any time, in writing. Your child may refuse at any time, in any way, and that overrides a parent’s consent. We then stop at once and destroy the data.',
              'A pupil without biometric permission is protected in the same way by other means: a moderator compares the photo by eye.',
            ]
          : [
              'Face recognition is off. The software finds that there is a face, not whose it is. No biometric data is made.',
            ],
      },
      {
        heading: 'How long we keep things',
        blocks: [
          {
            list: [
              `Originals: ${handling.originalGraceDays} days after the last photo of the event was decided.`,
              `Photos that nobody decides or that are rejected: ${handling.undecidedDays} days.`,
              `Copies of published photos: ${handling.releaseDays} days; a record of what was published where stays.`,
              `Details of pupils who left: ${handling.leaverDays} days.`,
              `When consent ends, we ask for publishing to be undone within ${handling.takedownDueDays} days. A copy that others made may stay beyond our reach.`,
            ],
          },
        ],
      },
      {
        heading: 'Who sees the data',
        blocks: [
          'Named members of staff, each as far as their role needs. We do not sell or share it, and the checks use no service of another company. What is published can be seen and copied by whoever can open it.',
        ],
      },
      {
        heading: 'Your rights',
        blocks: [
          'You may ask for a copy of what we hold, have it corrected or erased, object, or withdraw consent at any time. Saying no has no disadvantage for your child.',
          `If you have a complaint about how we use data, write to ${school.complaintsContact ?? '[contact to be filled in]'}. We acknowledge it within 30 days. You may also complain to the Information Commissioner, ico.org.uk, 0303 123 1113.`,
          ...(school.policyUrl === null ? [] : [`Our policy: ${school.policyUrl}`]),
          `Written on ${day(today)} from policy version ${policy.number}.`,
        ],
      },
    ],
  };
};
