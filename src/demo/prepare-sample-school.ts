import { randomInt } from 'node:crypto';
import path from 'node:path';
import type { ServiceConfig } from '../config/load-service-config.ts';
import { AppError } from '../lib/app-error.ts';
import { fillSampleSchool, type EmptyService } from './fill-sample-school.ts';
import { readSampleNote, removeSample, requireEmpty, writeSampleNote } from './sample-folder.ts';
import { samplePeople } from './sample-people.ts';

/** What preparing needs from whoever starts the service. */
export interface Preparing {
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  /** Throws `already-running` while a service runs on the folder. */
  readonly requireNotServed: (dataFolder: string) => void;
  /** A service on the sample folder at an address of its own. */
  readonly open: () => Promise<EmptyService & { readonly stop: () => Promise<void> }>;
}

/**
 * The settings of the sample school: a folder inside the school's data folder and a key of its own, so that it never
 * touches the school's; nobody signs in to it with the school's accounts elsewhere.
 */
export function sampleConfig(config: ServiceConfig): ServiceConfig {
  return { ...config, dataFolder: path.join(config.dataFolder, 'demo'), keyText: undefined, providers: [] };
}

/** Nothing to say. Throws `folder-taken` when the folder is a sample school, whose people's password is no secret. */
export function refuseSampleSchool(dataFolder: string): readonly string[] {
  if (readSampleNote(dataFolder) === undefined) return [];
  throw new AppError('folder-taken', {
    detail: `${dataFolder} is the sample school: add --demo and name the folder above it`,
  });
}

/**
 * Make the sample school if it is not there yet, or was left unfinished. Returns how to sign in. Throws `folder-taken`
 * when anything else is in the folder, `already-running`.
 */
export async function prepareSampleSchool(dataFolder: string, preparing: Preparing): Promise<readonly string[]> {
  const found = readSampleNote(dataFolder);
  if (found?.state === 'ready') return signInLines(found.password);
  if (found === undefined) requireEmpty(dataFolder);
  else {
    preparing.requireNotServed(dataFolder);
    removeSample(dataFolder);
  }
  const password = newPassword();
  writeSampleNote(dataFolder, { state: 'being-made', password });
  preparing.say('Making the sample school; this takes up to a minute, once:');
  const service = await preparing.open();
  try {
    await fillSampleSchool(service, { ...preparing, password });
  } finally {
    await service.stop();
  }
  writeSampleNote(dataFolder, { state: 'ready', password });
  return signInLines(password);
}

const syllables = ['bar', 'den', 'fil', 'gor', 'han', 'kel', 'lum', 'mos', 'nev', 'pim', 'rud', 'sel', 'tav', 'wog'];

/** Easy to type; different in each sample school, because the folder may be served to others. */
function newPassword(): string {
  const syllable = (): string => syllables[randomInt(syllables.length)]!;
  const word = (): string => syllable() + syllable() + syllable();
  return `${word()}-${word()}-${word()}`;
}

function signInLines(password: string): readonly string[] {
  const width = Math.max(...samplePeople.map(({ email }) => email.length));
  return [
    `This is the sample school; everybody in it is invented. Sign in with the password ${password} as`,
    ...samplePeople.map(({ email, roles, displayName, post }) => {
      return `  ${email.padEnd(width)}  ${roles.join(' and ')}: ${displayName}, ${post}`;
    }),
  ];
}
