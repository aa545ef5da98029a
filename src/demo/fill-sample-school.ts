import { decidePhotos } from './decide-photos.ts';
import { enrolFaces } from './enrol-faces.ts';
import { fillRegister } from './fill-register.ts';
import { openChannels } from './open-channels.ts';
import { releasePhotos } from './release-photos.ts';
import { signInPeople } from './sign-in-people.ts';
import { screenedBatch, uploadEvents } from './upload-events.ts';

/** A service that runs and that nobody has set up. */
export interface EmptyService {
  readonly origin: string;
  readonly setUpLink: string;
}

export interface Filling {
  readonly password: string;
  /** A line about what is being done. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Bring the sample school to life, as its people would: by HTTP, one action after another. */
export async function fillSampleSchool(
  { origin, setUpLink }: EmptyService,
  { password, say, signal }: Filling,
): Promise<void> {
  const step = async <Done>(line: string, act: () => Promise<Done>): Promise<Done> => {
    signal.throwIfAborted();
    say(`  ${line}`);
    return await act();
  };
  const staff = await step('people sign in', () => signInPeople(origin, setUpLink, password));
  await step('channels are approved', () => openChannels(staff));
  const pupils = await step('the pupil list, guardians and consents', () => fillRegister(staff));
  await step('portraits and enrolments', () => enrolFaces(staff, pupils));
  const uploaded = await step('photos are uploaded', () => uploadEvents(staff, pupils));
  await step('photos are released, one consent ends', () => releasePhotos(staff, uploaded, pupils));
  await step('photos are decided', () => decidePhotos(staff, uploaded));
  await step('the last photos are screened', async () => {
    for (const shows of ['clear', 'draft'] as const) await screenedBatch(staff, uploaded, shows);
  });
}
