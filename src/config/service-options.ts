import { isIP } from 'node:net';
import { z } from 'zod';
import { defaultZone } from '../lib/clock.ts';
import type { OptionOf } from './collect-options.ts';

/** One setting of the service. Secrets may also be given as NAME_FILE, a file that holds the value. */
export interface ServiceOption extends OptionOf<z.ZodType<unknown, string>> {
  readonly description: string;
}

const text = z.string().max(1_000, 'is too long');
const optionalText = text.transform((value) => (value === '' ? undefined : value));
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
const origin = z
  .string()
  .regex(/^(https?:\/\/[a-z0-9.:[\]-]+)?$/i, 'must be like https://photos.school.example, without a path')
  .transform((value) => (value === '' ? undefined : value.toLowerCase()));

/** Networks as 10.20.0.0/16 or single addresses, with blanks or commas between. */
const networks = z
  .string()
  .max(1_000, 'is too long')
  .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every(isNetwork), 'must be networks like 10.20.0.0/16 or addresses, with blanks between');

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isNetwork(part: string): boolean {
  const [address = '', bits] = part.split('/', 2);
  const kind = isIP(address);
  return kind !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128)));
}

/** Every setting of `photoward serve` besides those of screening. docs/running.md has the same; a test compares. */
export const serviceOptions = {
  PHOTOWARD_DATA: {
    schema: text.min(1, 'must not be empty'),
    default: 'data',
    secret: false,
    description: 'Folder for the database, the sealed files and the key file.',
  },
  PHOTOWARD_KEY: {
    schema: optionalText,
    default: '',
    secret: true,
    description:
      'Key that seals photos and templates: 32 bytes as base64 or hex; older keys behind it, with spaces between. ' +
      'Without it a key file is made in the data folder.',
  },
  PHOTOWARD_HOST: {
    schema: text.min(1, 'must not be empty'),
    default: '127.0.0.1',
    secret: false,
    description: 'Address to listen on. Beyond this machine only behind a proxy with https.',
  },
  PHOTOWARD_PORT: {
    schema: wholeNumber(0, 65_535),
    default: '8080',
    secret: false,
    description: 'Port to listen on.',
  },
  PHOTOWARD_PUBLIC_URL: {
    schema: origin,
    default: '',
    secret: false,
    description: 'The address people type, e.g. https://photos.school.example. Needed behind a proxy.',
  },
  PHOTOWARD_TRUSTED_PROXIES: {
    schema: wholeNumber(0, 5),
    default: '0',
    secret: false,
    description: 'How many proxies stand in front and are believed about https and the caller’s address.',
  },
  PHOTOWARD_TIME_ZONE: {
    schema: text.refine(isTimeZone, 'must be a time zone like Europe/London'),
    default: defaultZone,
    secret: false,
    description: 'Where the school is: a permission’s last day and the like end at midnight there.',
  },
  PHOTOWARD_JOBS: {
    schema: wholeNumber(1, 64),
    default: '2',
    secret: false,
    description: 'Background jobs at a time.',
  },
  PHOTOWARD_REQUESTS_PER_MINUTE: {
    schema: wholeNumber(10, 1_000_000),
    default: '3000',
    secret: false,
    description: 'Requests one address may make in a minute.',
  },
  PHOTOWARD_SIGN_INS_PER_MINUTE: {
    schema: wholeNumber(1, 100_000),
    default: '30',
    secret: false,
    description: 'Attempts to sign in or use a link that one address may make in a minute.',
  },
  PHOTOWARD_LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    default: 'info',
    secret: false,
    description: 'How much is logged: `debug`, `info`, `warn`, `error` or `silent`.',
  },
  PHOTOWARD_METRICS_TOKEN: {
    schema: optionalText,
    default: '',
    secret: true,
    description: 'Lets another machine read /metrics with this bearer token.',
  },
  PHOTOWARD_WEBHOOK_NETWORKS: {
    schema: networks,
    default: '',
    secret: false,
    description:
      'Private networks that webhooks may reach, also by http: 10.20.0.0/16 192.168.1.5. Without it only the internet.',
  },
  PHOTOWARD_MICROSOFT_TENANT: {
    schema: optionalText,
    default: '',
    secret: false,
    description: 'Sign-in with Microsoft 365: the school’s own tenant id.',
  },
  PHOTOWARD_MICROSOFT_CLIENT: {
    schema: optionalText,
    default: '',
    secret: false,
    description: 'Sign-in with Microsoft 365: the application’s client id.',
  },
  PHOTOWARD_MICROSOFT_SECRET: {
    schema: optionalText,
    default: '',
    secret: true,
    description: 'Sign-in with Microsoft 365: the application’s client secret.',
  },
  PHOTOWARD_GOOGLE_DOMAIN: {
    schema: optionalText,
    default: '',
    secret: false,
    description: 'Sign-in with Google: the school’s own domain.',
  },
  PHOTOWARD_GOOGLE_CLIENT: {
    schema: optionalText,
    default: '',
    secret: false,
    description: 'Sign-in with Google: the application’s client id.',
  },
  PHOTOWARD_GOOGLE_SECRET: {
    schema: optionalText,
    default: '',
    secret: true,
    description: 'Sign-in with Google: the application’s client secret.',
  },
} as const satisfies Record<string, ServiceOption>;

export type ServiceOptionName = keyof typeof serviceOptions;

/** Whether a name is a setting of the service, or the file form of a secret one. */
export function isServiceOption(name: string): boolean {
  const plain = name.endsWith('_FILE') ? name.slice(0, -'_FILE'.length) : name;
  if (!Object.hasOwn(serviceOptions, plain)) return false;
  return plain === name || serviceOptions[plain as ServiceOptionName].secret;
}
