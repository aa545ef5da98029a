/** The dashboard, the nets and the backups. */
export const dashboardEn = {
  dashboard: {
    title: 'Dashboard',
    intro:
      'How the checks and the people who decide are doing. Numbers alone: nobody is named. Deleted photos no longer count.',
    period: 'Period',
    periods: { '28': 'Last 4 weeks', '84': 'Last 12 weeks', '182': 'Last half year', '366': 'Last year' },
    photos: (count: number, from: string, until: string) =>
      `${count} ${count === 1 ? 'photo' : 'photos'} came in from ${from} to ${until}.`,
    emptyTitle: 'Nothing to count yet',
    empty: 'Nobody uploaded a photo in this time. Choose a longer period, or upload the photos of an event.',
    noFigure: '–',
    nothingDecided: 'Nothing was decided in this time.',
    nothingCounted: 'None in this time.',
    asTable: 'The same as a table',
    reason: 'Reason',
    photosHead: 'Photos',
    weeks: {
      title: 'Photos by week and first verdict',
      intro: 'What the first check said, before anybody answered or decided.',
      label: 'Bars: photos a week, stacked by verdict. The table below says the same.',
      from: 'Week from',
      kinds: { clear: 'Clear', review: 'Review', block: 'Block', unchecked: 'Not checked yet' },
    },
    tiles: {
      decision: 'Upload to decision, half of the photos within',
      decisionAbout: (most: string, photos: number) => `Nine in ten within ${most}; ${photos} decided.`,
      falseAlarms: 'Flagged, then approved as it was',
      falseAlarmsAbout: (approved: number, flagged: number) =>
        `${approved} of ${flagged} flagged photos that were decided.`,
      notThisPupil: 'Faces answered “not this pupil”',
      notThisPupilAbout: (denied: number, named: number) =>
        `${denied} of ${named} faces that the check gave to a pupil.`,
      overrides: 'Overrides asked for',
      overridesAbout: (agreed: number, refused: number) => `${agreed} agreed, ${refused} refused.`,
      takedowns: 'Takedowns done on time',
      takedownsAbout: (counts: {
        readonly asked: number;
        readonly onTime: number;
        readonly late: number;
        readonly open: number;
        readonly overdue: number;
      }) =>
        `${counts.asked} asked for: ${counts.onTime} on time, ${counts.late} late, ${counts.open} open, ${counts.overdue} of them past their day.`,
    },
    findingsTitle: 'Why photos were flagged',
    findingsIntro: 'In how many photos each reason asked for a person. A photo may have several.',
    decisionsTitle: 'Why photos were decided so',
    decisionsIntro: 'The reason that the moderator picked.',
    decided: { approved: 'Approved', rejected: 'Rejected' },
  },
  models: {
    title: 'Model cards',
    intro:
      'Every net that looks at photos: what it is for, where it is from, what it does badly, and whether its file is the one on record. No net clears a photo by itself.',
    purposeUnknown: 'A part of the checks',
    purposes: {
      fr_detect: 'Finds faces',
      fr_landmark: 'Finds the points of a face',
      fr_feature: 'Describes a face in numbers, to compare it',
      faceboxes: 'Finds faces, a second look',
      faceapi_descriptor: 'Describes a face in numbers, a second opinion',
      faceapi_landmark68: 'Finds the points of a face, a second opinion',
      nsfw_mobilenetv2: 'Describes the scene, for swimming and swimwear',
      nsfw_mobilenetv2_heads: 'Looks for nudity',
      movenet_multipose: 'Finds people and how they stand',
      ocr_detect: 'Finds lines of text',
      ocr_recognise: 'Reads a line of text',
      ocr_direction: 'Says whether a line is upside down',
    },
    states: { intact: 'Intact', altered: 'Altered', missing: 'Missing', 'not-added': 'Not added' },
    allIntact: (count: number) => `All ${count} files are the ones on record.`,
    notIntact: (count: number) =>
      `${count} ${count === 1 ? 'file is' : 'files are'} missing or not the one on record. Photos that need it are not checked but go to a moderator. Install Photoward’s files again.`,
    source: 'Source',
    licence: 'Licence',
    size: 'Size',
    megabytes: (value: string) => `${value} MB`,
    checksum: 'SHA-256',
    limits: 'Known limits',
    english: '',
    packsTitle: 'Packs the school may add',
    packsIntro: 'Never fetched unasked. A technician adds one on the server:',
    inUse: 'In use',
    author: 'By',
    jobs: { detection: 'Finds faces', matching: 'Describes faces, to compare them' },
  },
  backups: {
    title: 'Backups',
    intro:
      'A backup is one sealed file with everything the school has here. Without the key nobody can open it, you included.',
    never: 'No backup was ever made. If this machine breaks today, everything is lost. Make one now.',
    old: (ago: string) => `The last backup was made ${ago}. Make one at least once a week.`,
    fresh: (ago: string) => `The last backup was made ${ago}.`,
    made: 'Made',
    file: 'File',
    size: 'Size',
    megabytes: (value: string) => `${value} MB`,
    listTitle: 'The last backups',
    makeTitle: 'Make a backup',
    make: 'A technician runs this on the server. The service may go on meanwhile. The file is read back before it counts. Keep it on another machine, and keep the key somewhere else again.',
    restoreTitle: 'Restore one',
    restore:
      'Stop the service. Restore into a new, empty folder, with the same key. Then start the service on that folder. Everybody signs in again. What was erased since must be erased again, and what was recorded since recorded again; nothing can be released until the office has confirmed the pupil list.',
    fileName: 'FILE',
    folderName: 'NEW-FOLDER',
    auto: 'To make one every night, let the server’s timer run the same command with the day in the file’s name.',
  },
};
