/** Around the documents; the documents' own words are beside their page. */
export const noticesEn = {
  notices: {
    title: 'Notices',
    intro:
      'Written from the settings in force today. Read them before you send them: they are a beginning, not legal advice.',
    kind: 'Document',
    kinds: {
      parents: 'Privacy notice for parents',
      pupils: 'Notice for pupils (reading age of 9)',
      consent: 'Consent form to print',
      dpia: 'Impact assessment (DPIA)',
    },
    language: 'Language of the document',
    copy: 'Copy as text',
    missingTitle: 'The settings lack something that belongs in here',
    missing: {
      dataProtectionContact: 'Who answers questions about data protection.',
      safeguardingContact: 'Who pupils can turn to.',
      complaintsContact: 'Where complaints go.',
      channels: 'An open channel: without one, the documents name no place.',
    },
    missingHelp: 'An administrator adds it under Administration; the documents then follow by themselves.',
  },
};
