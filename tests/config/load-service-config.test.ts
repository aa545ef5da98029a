import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { loadServiceConfig } from '../../src/config/load-service-config.ts';
import { serviceOptions } from '../../src/config/service-options.ts';

const noFiles = (): string => {
  throw new Error('no such file');
};

describe('settings of the service', () => {
  it('need nothing for a first try', () => {
    expect(loadServiceConfig({}, noFiles)).toMatchObject({
      dataFolder: 'data',
      host: '127.0.0.1',
      port: 8080,
      keyText: undefined,
      publicOrigin: undefined,
      providers: [],
    });
  });

  it('take secrets from files', () => {
    const env = { PHOTOWARD_KEY_FILE: 'key.txt', PHOTOWARD_METRICS_TOKEN: 'token' };
    const config = loadServiceConfig(env, (file) => `in ${file}\n`);
    expect([config.keyText, config.metricsToken]).toEqual(['in key.txt', 'token']);
    expect(() => loadConfig(env)).not.toThrow();
    expect(() => loadConfig({ PHOTOWARD_PORT_FILE: 'x' })).toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'photos.school.example'])('never serve %s without https', (host) => {
    const attempt =
      (url: string, proxies = '1') =>
      () =>
        loadServiceConfig(
          { PHOTOWARD_HOST: host, PHOTOWARD_PUBLIC_URL: url, PHOTOWARD_TRUSTED_PROXIES: proxies },
          noFiles,
        );
    for (const url of ['', 'http://photos.school.example']) {
      expect(attempt(url)).toThrow(expect.objectContaining({ code: 'config-invalid' }));
    }
    expect(attempt('https://photos.school.example')).not.toThrow();
    expect(attempt('https://photos.school.example', '0')).toThrow(expect.objectContaining({ code: 'config-invalid' }));
    for (const own of ['127.0.0.1', 'localhost', '::1']) {
      expect(() => loadServiceConfig({ PHOTOWARD_HOST: own }, noFiles)).not.toThrow();
    }
  });

  it('name every problem at once and repeat no secret', () => {
    const env = {
      PHOTOWARD_PORT: 'eighty',
      PHOTOWARD_PUBLIC_URL: 'https://x.example/path',
      PHOTOWARD_KEY: 'k'.repeat(1_001),
      PHOTOWARD_METRICS_TOKEN_FILE: 'missing',
      PHOTOWARD_WEBHOOK_NETWORKS: '10.0.0.0/33',
      PHOTOWARD_TIME_ZONE: 'Europe/Llundain',
      PHOTOWARD_GOOGLE_DOMAIN: 'school.example',
    };
    const attempt = () => loadServiceConfig(env, noFiles);
    expect(attempt).toThrow(expect.objectContaining({ code: 'config-invalid' }));
    let detail = '';
    try {
      attempt();
    } catch (error) {
      detail = (error as { detail: string }).detail;
    }
    for (const part of [
      'PORT must',
      'PUBLIC_URL must',
      'KEY is too long',
      'METRICS_TOKEN_FILE',
      'NETWORKS must',
      'TIME_ZONE must',
      'GOOGLE_… needs',
    ]) {
      expect(detail).toContain(part);
    }
    expect(detail).not.toContain('kkk');
  });

  it('make presets for Microsoft and Google', () => {
    const env = {
      ...{ PHOTOWARD_GOOGLE_DOMAIN: 'school.example', PHOTOWARD_GOOGLE_CLIENT: 'id', PHOTOWARD_GOOGLE_SECRET: 's' },
      ...{ PHOTOWARD_MICROSOFT_TENANT: 't', PHOTOWARD_MICROSOFT_CLIENT: 'id', PHOTOWARD_MICROSOFT_SECRET: 's' },
    };
    expect(loadServiceConfig(env, noFiles).providers.map((one) => one.kind)).toEqual(['microsoft', 'google']);
  });

  it('are listed in docs/running.md, setting by setting', () => {
    const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'running.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\| (.+?) +\|$/gm)].map((row) => row.slice(1));
    const expected = Object.entries(serviceOptions).map(([name, { default: fallback, secret, description }]) => [
      name,
      secret ? 'secret' : fallback === '' ? 'not set' : `\`${fallback}\``,
      description,
    ]);
    expect(rows).toEqual(expected);
  });
});
