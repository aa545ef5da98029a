import { isIPv4 } from 'node:net';
import { AppError } from '../lib/app-error.ts';
import { collectOptions, type ValuesOf } from './collect-options.ts';
import { serviceOptions } from './service-options.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Values = ValuesOf<typeof serviceOptions>;

/** Where one can sign in besides here. */
export interface ProviderConfig {
  readonly kind: 'microsoft' | 'google';
  /** Microsoft: the tenant; Google: the domain. */
  readonly realm: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** All settings of the service, checked. */
export interface ServiceConfig {
  readonly dataFolder: string;
  readonly keyText: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string | undefined;
  readonly trustedProxies: number;
  readonly timeZone: string;
  readonly jobConcurrency: number;
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly logLevel: Values['PHOTOWARD_LOG_LEVEL'];
  readonly metricsToken: string | undefined;
  readonly webhookNetworks: readonly string[];
  readonly providers: readonly ProviderConfig[];
}

/**
 * The service's settings in an environment. `readSecret` reads the file of a NAME_FILE variable. Throws `config-invalid`
 * with every problem at once; values of secrets are never repeated.
 */
export function loadServiceConfig(env: Environment, readSecret: (file: string) => string): ServiceConfig {
  const problems: string[] = [];
  const textOf = (name: string, { secret }: { readonly secret: boolean }): string | undefined =>
    env[name] ?? (secret ? secretFrom(env, `${name}_FILE`, readSecret, problems) : undefined);
  const values = collectOptions(serviceOptions, textOf, problems);
  const providers = [
    ...providerOf('microsoft', 'PHOTOWARD_MICROSOFT', values, problems),
    ...providerOf('google', 'PHOTOWARD_GOOGLE', values, problems),
  ];
  problems.push(...proxyProblems(values));
  if (problems.length > 0) throw new AppError('config-invalid', { detail: problems.join('; ') });
  return Object.freeze({
    dataFolder: values.PHOTOWARD_DATA,
    keyText: values.PHOTOWARD_KEY,
    host: values.PHOTOWARD_HOST,
    port: values.PHOTOWARD_PORT,
    publicOrigin: values.PHOTOWARD_PUBLIC_URL,
    trustedProxies: values.PHOTOWARD_TRUSTED_PROXIES,
    timeZone: values.PHOTOWARD_TIME_ZONE,
    jobConcurrency: values.PHOTOWARD_JOBS,
    requestsPerMinute: values.PHOTOWARD_REQUESTS_PER_MINUTE,
    signInsPerMinute: values.PHOTOWARD_SIGN_INS_PER_MINUTE,
    logLevel: values.PHOTOWARD_LOG_LEVEL,
    metricsToken: values.PHOTOWARD_METRICS_TOKEN,
    webhookNetworks: values.PHOTOWARD_WEBHOOK_NETWORKS,
    providers,
  });
}

/** Photoward itself speaks plain http: beyond this machine only a proxy with https may stand between it and people. */
function proxyProblems(values: Values): string[] {
  const hasHttps = values.PHOTOWARD_PUBLIC_URL?.startsWith('https:') === true;
  if (!hasHttps && !isThisMachine(values.PHOTOWARD_HOST)) {
    return [
      'PHOTOWARD_HOST reaches beyond this machine, where passwords and photos would travel unencrypted: put a proxy ' +
        'with https in front, and its https:// address in PHOTOWARD_PUBLIC_URL',
    ];
  }
  if (!hasHttps || values.PHOTOWARD_TRUSTED_PROXIES > 0) return [];
  return ['PHOTOWARD_TRUSTED_PROXIES must be 1 or more behind an https address: cookies and limits go by what it says'];
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function secretFrom(
  env: Environment,
  name: string,
  readSecret: (file: string) => string,
  problems: string[],
): string | undefined {
  const file = env[name];
  if (file === undefined) return undefined;
  try {
    return readSecret(file).trim();
  } catch {
    problems.push(`${name} names a file that cannot be read`);
    return undefined;
  }
}

/** A provider needs all three settings, or none. */
function providerOf(
  kind: ProviderConfig['kind'],
  prefix: 'PHOTOWARD_MICROSOFT' | 'PHOTOWARD_GOOGLE',
  values: Values,
  problems: string[],
): ProviderConfig[] {
  const realm = kind === 'microsoft' ? values.PHOTOWARD_MICROSOFT_TENANT : values.PHOTOWARD_GOOGLE_DOMAIN;
  const [clientId, clientSecret] = [values[`${prefix}_CLIENT`], values[`${prefix}_SECRET`]];
  if (realm !== undefined && clientId !== undefined && clientSecret !== undefined) {
    return [{ kind, realm, clientId, clientSecret }];
  }
  if ([realm, clientId, clientSecret].some((value) => value !== undefined)) {
    problems.push(`${prefix}_… needs all of its three settings`);
  }
  return [];
}
