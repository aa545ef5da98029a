const photos = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`);

/** Collecting what may leave, and saying where it was put. */
export const releaseEn = {
  collect: {
    title: (channel: string) => `Collect for ${channel}`,
    intro: (batch: string) => `The photos of “${batch}” that may go there, made ready and free of hidden data.`,
    back: 'Back to the batch',
    steps: 'What to do',
    stale: 'The pupil list is too old',
    staleHelp:
      'Pupils may have joined, left or withdrawn since, so nothing is released. Ask the office to import the pupil list or to confirm that it is right; then load this page again.',
    closed: 'This channel is not open',
    closedHelp: 'Nothing is released to it. Ask an administrator which channel to use, and open a batch for that one.',
    prepareTitle: '1. Prepare',
    nothingReady: 'No photo waits to be prepared.',
    ready: (count: number) =>
      `${photos(count)} can be prepared. Each is judged once more with today’s permissions first.`,
    prepare: (count: number) => `Prepare ${photos(count)}`,
    preparing: 'Being prepared',
    preparingCount: (count: number) => `${photos(count)} being prepared`,
    prepared: (count: number) => `${photos(count)} being prepared. They appear here one by one.`,
    fellBack: (count: number) =>
      `${photos(count)} did not pass the last check, because a permission changed. A moderator looks again.`,
    downloadTitle: '2. Download',
    download: (count: number) => `Download ${photos(count)} (ZIP)`,
    downloadHelp:
      'The ZIP holds the photos and a list of them. Use exactly these files; the originals hold hidden data.',
    downloadPart: (ready: number, all: number) =>
      `Others are still being prepared: downloaded now, it holds ${ready} of ${all}. Wait until all are there, or download again later.`,
    nothingPrepared: 'Nothing is prepared yet.',
    postTitle: '3. Publish, then say where',
    postHelp:
      'Publish the photos as you always do. Then put the address here, so that they can be taken down when a permission ends.',
    copyAll: 'Copy all captions and alt texts',
    copyCaption: 'Copy caption',
    copyAltText: 'Copy alt text',
    markAll: 'Mark all as posted',
    mark: 'Mark as posted',
    addPlace: 'Add an address',
    markTitle: (count: number) => `Where did ${photos(count)} go?`,
    url: 'Address of the post',
    urlHelp: 'Starts with https://. For a post with several photos, the address of the post.',
    postedOn: 'Day it was posted',
    posted: (count: number) => `${photos(count)} marked as posted.`,
    postedAt: (day: string) => `Posted on ${day}`,
    elsewhere: (host: string, account: string) =>
      `This address is on ${host}, but the account of this channel is on ${account}. Check that it is the right post. If it is, save it again.`,
    namesPupil: (part: string) =>
      `“${part}” in this address seems to name a pupil. A name and a picture together tell strangers who a child is. Unless they may be named there, change the address of the post first. If the photo is there all the same, save it again.`,
    retract: 'Wrong address',
    retractTitle: 'Was this address recorded by mistake?',
    retractAll: (count: number) => `It stands at ${photos(count)} here and is taken off all of them.`,
    retractHelp:
      'It stays on record as a mistake, and nobody looks there when the photo must come down. If the photo is there, leave it.',
    retracted: 'The address is taken off. If the photo was posted, say where it is.',
    released: 'Ready to publish',
    not: 'Not for this channel',
    notHelp: 'These stay out of the ZIP. Do not publish them in another way.',
    allIn: 'Every photo of the batch can go there.',
    why: {
      received: 'It waits to be checked.',
      screening: 'It is being checked.',
      flagged: 'It waits for a moderator.',
      rejected: 'It cannot be used.',
      released:
        'It is out on another channel and may not go to this one as it is. If it must, upload it again for this channel alone.',
      'taken-down': 'It must not be shown any more. See “Takedowns”.',
      other: 'It cannot be collected as it is now.',
    },
    photo: (position: number) => `Photo ${position}`,
    caption: 'Caption',
    altText: 'Alt text',
    noWords: 'none',
  },
};
