import type { AnswerOf } from '../contract/endpoint.ts';
import { answerEndpoints } from '../contract/moderation-answers.ts';
import { moderationEndpoints } from '../contract/moderation.ts';
import { askUntil, type Caller } from './open-caller.ts';
import type { Staff } from './sign-in-people.ts';
import { screenedBatch, type Uploaded } from './upload-events.ts';

type Detail = AnswerOf<typeof moderationEndpoints.read>;

const read = (caller: Caller, photoId: string): Promise<Detail> =>
  caller.ask(moderationEndpoints.read, { params: { photoId } });

/** One batch decided in every way, one override that waits for a second person, one line-up half answered. */
export async function decidePhotos(staff: Staff, uploaded: Uploaded): Promise<void> {
  await decideAll(staff, uploaded);
  await askOverride(staff, uploaded);
  await beginLineUp(staff, uploaded);
}

/** The first approved as it is, the second with a cover, the third rejected. */
async function decideAll(staff: Staff, uploaded: Uploaded): Promise<void> {
  const { moderator } = staff.as;
  const { photos } = await screenedBatch(staff, uploaded, 'decided');
  const [first, second, third] = photos.map(({ id }) => id);
  await approve(moderator, first!, 'all-permitted');
  const { version } = await read(moderator, second!);
  await moderator.ask(answerEndpoints.changePicture, {
    params: { photoId: second! },
    body: { version, faces: [1], drawnFaces: [], areas: [], crop: null },
  });
  const isChecked = ({ output }: Detail): boolean => output !== null && output.checkState !== 'waiting';
  await askUntil(() => read(moderator, second!), isChecked);
  await approve(moderator, second!, 'covered-enough');
  await moderator.ask(moderationEndpoints.decide, {
    params: { photoId: third! },
    body: {
      ...{ decision: 'reject', reasonCode: 'quality', version: (await read(moderator, third!)).version },
      note: 'Another one of the same moment is better.',
    },
  });
}

/** Look for everybody in the line-up and find nobody, then approve; a clear photo needs no approval. */
export async function approve(
  moderator: Caller,
  photoId: string,
  reasonCode: 'all-permitted' | 'covered-enough',
): Promise<void> {
  await answerLineUp(moderator, photoId, Infinity);
  const { state, version } = await read(moderator, photoId);
  if (state === 'clear') return;
  const body = { decision: 'approve', reasonCode, note: '', version } as const;
  await moderator.ask(moderationEndpoints.decide, { params: { photoId }, body });
}

async function answerLineUp(moderator: Caller, photoId: string, most: number): Promise<void> {
  const { version, pupils } = await moderator.ask(answerEndpoints.lineUp, { params: { photoId } });
  const asked = pupils.filter(({ answer }) => answer === null).slice(0, most);
  if (asked.length === 0) return;
  const answers = asked.map(({ pupilId }) => ({ pupilId, answer: 'not-here' }) as const);
  await moderator.ask(answerEndpoints.answerLineUp, { params: { photoId }, body: { version, answers } });
}

async function askOverride(staff: Staff, uploaded: Uploaded): Promise<void> {
  const { moderator } = staff.as;
  const { photos } = await screenedBatch(staff, uploaded, 'flagged');
  const photoId = photos.at(-1)!.id;
  const { block, version } = await read(moderator, photoId);
  if (block !== 'ordinary') throw new TypeError('the photo whose block should be overridden is not blocked');
  const reason = 'Her mother agreed by telephone this morning; the form will follow.';
  await moderator.ask(answerEndpoints.askOverride, { params: { photoId }, body: { version, reason } });
}

async function beginLineUp(staff: Staff, uploaded: Uploaded): Promise<void> {
  const { photos } = await screenedBatch(staff, uploaded, 'line-up');
  await answerLineUp(staff.as.moderator2, photos[0]!.id, 1);
}
