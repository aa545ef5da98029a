import { AppError } from '../lib/app-error.ts';
import { parseArguments } from './parse-arguments.ts';

/** What `photoward check` was asked to do. Paths are as given. */
export interface CheckArguments {
  readonly paths: readonly string[];
  readonly register: string | undefined;
  readonly channels: readonly string[];
  readonly roll: string | undefined;
  readonly policy: string | undefined;
  readonly caption: string;
  readonly altText: string;
  readonly out: string | undefined;
  readonly draw: string | undefined;
  readonly json: boolean;
  readonly workers: string | undefined;
}

const text = { type: 'string' } as const;

const checkOptions = {
  register: text,
  channel: { type: 'string', multiple: true },
  roll: text,
  policy: text,
  caption: text,
  'alt-text': text,
  out: text,
  draw: text,
  json: { type: 'boolean' },
  workers: text,
} as const;

function requireUsable(values: Readonly<Record<string, unknown>>): void {
  for (const name of ['register', 'roll', 'policy', 'out', 'draw']) {
    if (values[name] === '') throw new AppError('usage', { detail: `--${name} needs a name` });
  }
  if (values['roll'] !== undefined && values['register'] === undefined) {
    throw new AppError('usage', { detail: '--roll says who of a register was there: give --register too' });
  }
}

/** Throws AppError `usage` naming what to mend. */
export function parseCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parseArguments(args, checkOptions);
  requireUsable(values);
  if (positionals.length === 0) throw new AppError('usage', { detail: 'name at least one photo or folder to check' });
  const channels = [...new Set(values.channel ?? [])];
  const odd = channels.find((channel) => !/^[a-z0-9][a-z0-9-]*$/.test(channel));
  if (odd !== undefined) {
    throw new AppError('usage', { detail: `a channel has only lower-case letters, digits and hyphens, not "${odd}"` });
  }
  return {
    paths: positionals,
    register: values.register,
    channels,
    roll: values.roll,
    policy: values.policy,
    caption: values.caption ?? '',
    altText: values['alt-text'] ?? '',
    out: values.out,
    draw: values.draw,
    json: values.json ?? false,
    workers: values.workers,
  };
}
