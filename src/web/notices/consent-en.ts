import type { NoticeWords } from './notice-facts.ts';

const parent = ['Parent’s full name', 'Relationship to the pupil', 'Signature', 'Date'];

/** The form to print: one answer for each channel, and biometric permission as a section of its own. */
export const consentEn: NoticeWords['consent'] = ({ school, isMatchingOn, channels }) => ({
  title: `Photos: your answer for ${school.name}`,
  sections: [
    {
      heading: 'The pupil',
      blocks: [{ fillIn: ['Pupil’s full name', 'Class', 'Date of birth'] }],
    },
    {
      heading: 'Where photos may appear',
      blocks: [
        'Mark yes or no for each place. What you leave empty counts as no. You may change any answer at any time; saying no has no disadvantage for your child.',
        ...channels.flatMap(({ name, audience, namesAllowed }) => [
          `${name}: ${audience === 'public' ? 'everybody in the world can see and copy it' : 'for a closed group'}. ${namesAllowed ? 'First names may stand beside photos.' : 'No names stand beside photos.'}`,
          { boxes: ['Yes, photos of my child may appear here', 'No'] },
        ]),
        { fillIn: ['This answer holds until (at most three years)'] },
        { fillIn: parent },
      ],
    },
    ...(isMatchingOn
      ? [
          {
            heading: 'Separate permission: use of biometric information',
            blocks: [
              'This is a notice and a request under section 26 of the Protection of Freedoms Act 2012. It is separate from the answers above, and you may say no to it and yes to them.',
              `${school.name} would like to use measurements of your child’s face, taken from reference photos, in an automated system. Its only purpose is to find your child in photos in which they must not appear.`,
              {
                list: [
                  'Each parent is told. The school may do this only if at least one parent consents in writing and no parent objects in writing (section 26(3)).',
                  'Your child may refuse or object at any time, whatever a parent answered and whatever their age; the school must then stop (section 26(5)).',
                  'You may object or withdraw at any time, in writing (section 27). The measurements are then destroyed.',
                  'If you or your child say no, a person compares photos by eye instead; your child is protected in the same way (section 26(7)).',
                  'Nobody else receives the measurements. They are destroyed when your child leaves.',
                ],
              },
              {
                boxes: [
                  'I have asked my child, and my child does not object',
                  'I consent to this use of my child’s biometric information',
                  'I do not consent, or I object',
                ],
              },
              { fillIn: parent },
            ],
          },
        ]
      : []),
    {
      heading: 'Questions and complaints',
      blocks: [
        `Data protection: ${school.dataProtectionContact ?? '[contact to be filled in]'}. Complaints: ${school.complaintsContact ?? '[contact to be filled in]'}; we acknowledge them within 30 days. You may also complain to the Information Commissioner: ico.org.uk, 0303 123 1113.`,
      ],
    },
  ],
});
