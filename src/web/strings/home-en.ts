const photos = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`);

/** What waits for a person. */
export const homeEn = {
  home: {
    intro: (name: string) => `Hello, ${name}. This waits for you today.`,
    upload: 'Upload photos',
    atLeast: (count: number) => `${count} or more`,
    batches: 'My batches',
    batchesChecking: (count: number) => `${photos(count)} being checked`,
    batchesWaiting: (count: number) => `${photos(count)} waiting for a moderator`,
    batchesReady: (count: number) => `${photos(count)} ready to collect`,
    batchesOpen: (count: number) => (count === 1 ? '1 batch is still open' : `${count} batches are still open`),
    batchesNone: 'Nothing of yours waits.',
    batchesLink: 'See my batches',
    review: 'Review',
    reviewCount: (count: string) => `${count} waiting for a decision`,
    reviewNone: 'No photo waits for a decision.',
    lineUps: (count: number) => `${photos(count)} with a line-up to answer`,
    reviewLink: 'Open the queue',
    takedowns: 'Takedowns',
    takedownsOpen: (count: string) => `${count} to do`,
    takedownsOverdue: (count: number) => `${count} overdue`,
    takedownsNone: 'Nothing has to come down.',
    takedownsLink: 'See the takedowns',
    looks: (count: number) => `${photos(count)} to look at again`,
    register: 'Pupil list',
    registerFresh: (ago: string) => `Checked ${ago}.`,
    registerNever: 'It was never imported. Nothing is released until it is.',
    registerRestored:
      'It comes from a backup. Nothing is released until what was recorded since is there again and it is confirmed.',
    registerStale: (days: number) =>
      `It is older than ${days} days. Nothing is released until it is imported or confirmed.`,
    registerLink: 'Import or confirm it',
    setUp: 'Set-up',
    setUpNone: 'The set-up is complete.',
    setUpLink: 'Go to administration',
    quarantine: 'Quarantine',
    quarantineCount: (count: number) => `${photos(count)} for you alone`,
    quarantineNone: 'Nothing is in quarantine.',
    quarantineLink: 'Open safeguarding',
  },
};
