import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { SchoolAccount, type Step } from './school-account.ts';
import { addPupil } from './world.ts';

const numbers = ['A1', 'A2', 'A3', 'A4'];
const who = fc.constantFrom(...numbers);
const person = fc.constantFrom('Mother', 'Father');
const of = fc.subarray(numbers, { minLength: 1 });
const className = fc.constantFrom('4B', '5B');
const missing = fc.constantFrom('left', 'keep');
const said = fc.array(fc.tuple(who, fc.constantFrom('yes' as const, 'no' as const)), { minLength: 1, maxLength: 4 });
const on = fc.constantFrom(null, '2025-07-20', '2026-03-01', '2026-07-20');
const answer = fc.constantFrom('permitted', 'refused', 'withdrawn');
const kind = fc.constantFrom('pupils' as const, 'consents' as const);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('list' as const), of, className, missing }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answers' as const), of: said, person }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('say' as const), who, person, answer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('object', 'restrict', 'edit', 'erase'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who, on }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), kind, nth: fc.nat(3) }) },
);

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  await openChannel(service, await service.signInAs('admin'), 'website');
  const office = await service.signInAs('office');
  for (const number of ['A1', 'A2', 'A3']) await addPupil(office, number);
  return { service, school: new SchoolAccount(service, office, await service.signInAs('dsl')) };
}

/** With 200 of each it holds, too; that takes minutes. */
const numRuns = 8;

describe('undoing imports in any order', () => {
  it('frees nobody whom somebody has barred, loses no record and takes nobody held back off the roll', { timeout: 120_000 }, async () => {
    const steps = fc.array(step, { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { service, school } = await world();
        for (const one of all) await school.take(one);
        while ((await school.undo('consents')) || (await school.undo('pupils'))) service.clock.advance(60_000);
        expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
      }),
      { numRuns },
    );
  }); // prettier-ignore

  it('leads all the way back where there were only lists', { timeout: 120_000 }, async () => {
    const lists = fc.array(fc.record({ do: fc.constant('list' as const), of, className, missing }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(lists, async (all) => {
        const { school } = await world();
        const plain = async () => (await school.pupils()).map((one) => ({ ...one, version: 0, updatedAt: '' }));
        const before = await plain();
        for (const one of all) await school.take(one);
        while (await school.undo('pupils'));
        expect(await plain()).toEqual(before);
      }),
      { numRuns },
    );
  }); // prettier-ignore
});
