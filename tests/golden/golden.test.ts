import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/policy/judge.ts';
import type { Evidence } from '../../src/policy/words/evidence.ts';
import type { Verdict } from '../../src/policy/words/finding.ts';
import type { Facts } from '../../src/policy/words/rule.ts';

/**
 * Stored evidence and facts with the verdict a careful person agreed to. After a wanted change of the rules,
 * WRITE_GOLDEN=1 writes the verdicts anew: read every difference before keeping it.
 */
const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

function read(name: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(here, name, file), 'utf8'));
}

describe('golden verdicts', () => {
  it('are at least a dozen', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
  });

  it.each(cases)('%s', (name) => {
    const verdict = judge(read(name, 'evidence.json') as Evidence, read(name, 'facts.json') as Facts);
    const file = path.join(here, name, 'verdict.json');
    if (process.env['WRITE_GOLDEN'] === '1') writeFileSync(file, `${JSON.stringify(verdict, null, 2)}\n`);
    expect(verdict).toEqual(read(name, 'verdict.json') as Verdict);
  });
});
