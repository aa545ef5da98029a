import type { NoticeWords } from './notice-facts.ts';

/** I ddisgyblion, mewn geiriau byr. */
export const pupilsCy: NoticeWords['pupils'] = ({ school, isMatchingOn, channels }, { list }) => ({
  title: 'Dy lun di yn yr ysgol',
  sections: [
    {
      heading: 'Pam rydyn ni’n tynnu lluniau',
      blocks: [
        'Rydyn ni’n tynnu lluniau mewn clybiau, ar deithiau ac mewn sioeau. Rydyn ni’n hoffi rhannu’r hwyl.',
        channels.length === 0
          ? 'Dydyn ni ddim yn rhannu lluniau â’r byd eto.'
          : `Gall rhai ohonyn nhw fynd yma: ${list(channels.map(({ name }) => name))}.`,
      ],
    },
    {
      heading: 'Sut rydyn ni’n dy gadw’n ddiogel',
      blocks: [
        {
          list: [
            'Rydyn ni’n gofyn i riant yn gyntaf. Gallan nhw ddweud ie neu na.',
            'Mae teclyn yn gwirio pob llun. Yna oedolyn sydd â’r gair olaf.',
            'Mae’r teclyn yn tynnu’r ffeithiau cudd, fel ble cafodd llun ei dynnu.',
            'Mae’r teclyn yn chwilio am enwau, ac am ddillad nofio.',
            'Gallwn guddio wyneb â darn plaen. All neb dynnu’r darn i ffwrdd.',
          ],
        },
      ],
    },
    ...(isMatchingOn
      ? [
          {
            heading: 'Ydy’r teclyn yn gallu adnabod fy wyneb?',
            blocks: [
              'Dim ond os dywedodd rhiant ie ar bapur, a dywedaist ti ddim na.',
              'Yna mae’n gwneud rhestr o rifau o dy wyneb. Mae’n eu defnyddio i dy gadw allan o luniau na ddylet fod ynddyn nhw.',
              'Os wyt ti’n dweud na, rydyn ni’n stopio. Rydyn ni’n taflu’r rhifau i ffwrdd. Does dim rhaid dweud pam.',
              'Os wyt ti’n dweud na, rwyt ti yr un mor ddiogel. Bydd oedolyn yn edrych amdanat â’i lygaid.',
            ],
          },
        ]
      : [
          {
            heading: 'Ydy’r teclyn yn adnabod fy wyneb?',
            blocks: ['Nac ydy. Mae’n gallu gweld bod wyneb yno. Dyw e ddim yn gwybod wyneb pwy.'],
          },
        ]),
    {
      heading: 'Gelli di ddweud na',
      blocks: [
        'Dy wyneb di ydy e. Gelli di ddweud na unrhyw bryd, i un lle neu i bob un.',
        'Fyddi di ddim mewn trwbl. Gelli di ymuno o hyd.',
        'Os gweli di lun dwyt ti ddim yn ei hoffi, dywed wrthon ni. Byddwn yn gofyn iddo gael ei dynnu i lawr.',
      ],
    },
    {
      heading: 'Pwy gelli di ofyn',
      blocks: [
        'Siarada â dy athro, neu ag oedolyn rwyt ti’n ymddiried ynddo.',
        ...(school.safeguardingContact === null ? [] : [`Gelli di hefyd ofyn i: ${school.safeguardingContact}.`]),
      ],
    },
  ],
});
