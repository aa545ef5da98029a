import { readFile } from 'node:fs/promises';
import { AppError } from '../lib/app-error.ts';
import { defaultSchoolPolicy } from '../policy/default-school-policy.ts';
import { factsFor } from '../policy/facts-for.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { ParsedRegister } from '../policy/register/parse-register-csv.ts';
import { parseRoll } from '../policy/register/parse-roll.ts';
import type { Channel, RegisterEntry } from '../policy/words/people.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { SchoolPolicy } from '../policy/words/school-policy.ts';
import type { CheckArguments } from './parse-check-arguments.ts';

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-not-found', { cause, detail: file });
  });
}

async function readPolicy(file: string | undefined): Promise<SchoolPolicy> {
  if (file === undefined) return defaultSchoolPolicy;
  const text = await readText(file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError('policy-invalid', { cause, detail: `${file} is not JSON` });
  }
  return parsePolicy(json);
}

/** A register in which nobody may appear anywhere holds for every channel, whatever it is called. */
const barsEverybody = ({ pupils, channels, register }: ParsedRegister): boolean =>
  pupils.every(({ id }) => register.some((one) => one.pupil.id === id && one.channels.length === channels.length));

/** The register as far as it concerns the channels asked for. Throws AppError `channel-unknown`. */
function registerFor(parsed: ParsedRegister, asked: readonly string[]): RegisterEntry[] {
  if (asked.length === 0) return [...parsed.register];
  const unknown = asked.filter((channel) => !parsed.channels.includes(channel));
  if (unknown.length === 0) return [...parsed.register];
  if (barsEverybody(parsed)) return parsed.register.map((entry) => ({ ...entry, channels: asked }));
  const detail = `not ${unknown.join(', ')}; it has ${parsed.channels.join(', ')}`;
  throw new AppError('channel-unknown', { detail });
}

/** The command line has no settings of channels, so it takes each as the strictest kind. */
const strictChannel = (id: string): Channel => ({ id, profile: 'strict', namesAllowed: false });

/**
 * What the rules may know, from the files named on the command line. Throws AppError `file-not-found`,
 * `policy-invalid`, `roll-invalid` or `channel-unknown`.
 */
export async function factsForCheck(given: CheckArguments, parsed: ParsedRegister | null): Promise<Facts> {
  const policy = await readPolicy(given.policy);
  const { caption, altText } = given;
  const asked = given.channels.length > 0 ? given.channels : (parsed?.channels ?? ['public']);
  const channels = asked.map(strictChannel);
  if (parsed === null) {
    return factsFor({ channels, register: [], pupils: [], roll: null, policy, caption, altText });
  }
  const roll = given.roll === undefined ? null : parseRoll(await readText(given.roll), parsed.pupils);
  const register = registerFor(parsed, given.channels);
  return factsFor({ channels, register, pupils: parsed.pupils, roll, policy, caption, altText });
}
