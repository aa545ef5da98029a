import type { NoticeWords } from './notice-facts.ts';

/** For pupils, in short words: the reading age of 9 is measured by a test. */
export const pupilsEn: NoticeWords['pupils'] = ({ school, isMatchingOn, channels }, { list }) => ({
  title: 'Your photo at school',
  sections: [
    {
      heading: 'Why we take photos',
      blocks: [
        'We take photos at clubs, trips and shows. We like to share the fun.',
        channels.length === 0
          ? 'We do not share photos with the world yet.'
          : `We may put some of them here: ${list(channels.map(({ name }) => name))}.`,
      ],
    },
    {
      heading: 'How we keep you safe',
      blocks: [
        {
          list: [
            'We ask a parent first. They can say yes or no.',
            'A tool checks each photo. Then a grown-up has the last word.',
            'The tool takes out the hidden facts, like where a photo was taken.',
            'The tool looks for names, and for swim clothes.',
            'We can hide a face with a plain patch. No one can take the patch off.',
          ],
        },
      ],
    },
    ...(isMatchingOn
      ? [
          {
            heading: 'Can the tool know my face?',
            blocks: [
              'Only if a parent wrote to say yes, and you did not say no.',
              'It then makes a list of numbers from your face. It uses them to keep you out of photos when you should not be in them.',
              'If you say no, we stop. We throw the numbers away. You do not need to say why.',
              'If you say no, you are just as safe. A grown-up looks for you by eye.',
            ],
          },
        ]
      : [
          {
            heading: 'Does the tool know my face?',
            blocks: ['No. It can see that there is a face. It does not know whose face it is.'],
          },
        ]),
    {
      heading: 'You can say no',
      blocks: [
        'It is your face. You can say no at any time. You can say no to one place or to them all.',
        'You will not be in trouble. You can still join in.',
        'If you see a photo you do not like, tell us. We will ask for it to be taken down.',
      ],
    },
    {
      heading: 'Who you can ask',
      blocks: [
        'Talk to your teacher, or to a grown-up you trust.',
        ...(school.safeguardingContact === null ? [] : [`You can also ask: ${school.safeguardingContact}.`]),
      ],
    },
  ],
});
