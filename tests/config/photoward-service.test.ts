import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadServiceConfig } from '../../src/config/load-service-config.ts';

const root = path.join(import.meta.dirname, '..', '..');
const unitFile = path.join(root, 'docs', 'photoward.service');
const unit = readFileSync(unitFile, 'utf8');

/** It asks whether the program is there, too. */
const tools = ['/usr/bin/systemd-analyze', '/usr/bin/node'] as const;

function valueOf(name: string): string {
  return new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
}

describe('the unit for systemd', () => {
  it('starts what `npm start` starts, with settings the service takes', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      readonly scripts: { readonly start: string };
    };
    expect(valueOf('ExecStart')).toBe(`/usr/bin/${scripts.start}`);
    const env = Object.fromEntries(
      valueOf('Environment')
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    );
    const { dataFolder } = loadServiceConfig(env, () => '');
    expect(dataFolder).toBe(`/var/lib/${valueOf('StateDirectory')}`);
  });

  it.skipIf(tools.some((tool) => !existsSync(tool)))('has nothing for systemd to complain of', () => {
    expect(spawnSync(tools[0], ['verify', unitFile], { encoding: 'utf8' }).stderr).toBe('');
  });
});
