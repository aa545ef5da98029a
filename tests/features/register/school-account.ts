import type { Selectable } from 'kysely';
import { expect } from 'vitest';
import { findBarred } from '../../../src/features/register/find-barred.ts';
import { isoToday } from '../../../src/lib/clock.ts';
import type {
  ConsentRow,
  PupilObjectionRow,
  PupilRow,
  RestrictionRow,
} from '../../../src/store/tables/register-tables.ts';
import type { Client } from '../../support/service/client.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { photoForm } from './photos.ts';
import { permitted, pupilDetails, restriction } from './world.ts';

type Kind = 'pupils' | 'consents';

/** Something that happens at a school; pupils by number. */
export type Step =
  | { readonly do: 'list'; readonly of: readonly string[]; readonly className: string; readonly missing: string }
  | { readonly do: 'answers'; readonly of: readonly (readonly [string, 'yes' | 'no'])[]; readonly person: string }
  | { readonly do: 'say'; readonly who: string; readonly person: string; readonly answer: string }
  | { readonly do: 'object' | 'restrict' | 'edit' | 'erase'; readonly who: string }
  | { readonly do: 'leave'; readonly who: string; readonly on: string | null }
  | { readonly do: 'undo'; readonly kind: Kind; readonly nth: number };

/** An answer that was given, also one that a list had no need to record. */
interface Said {
  readonly pupilId: string;
  readonly person: string;
  readonly isYes: boolean;
  readonly list: string | null;
}

interface Applied {
  readonly id: string;
  readonly kind: Kind;
  readonly at: number;
  /** Everybody's last day as it was before. */
  readonly lastDays: ReadonlyMap<string, string | null>;
}

interface Records {
  readonly consents: readonly Selectable<ConsentRow>[];
  readonly objections: readonly Selectable<PupilObjectionRow>[];
  readonly restrictions: readonly Selectable<RestrictionRow>[];
}

/**
 * A real school beside a plain account of all that was said and done in it, by which each undoing is judged: it must free
 * nobody whom the account does not free, lose no record, and take nobody off the roll who is held back.
 */
export class SchoolAccount {
  readonly #service: TestService;
  readonly #office: Client;
  readonly #dsl: Client;
  readonly #standing: Applied[] = [];
  readonly #said: Said[] = [];
  /** When a person last changed a pupil's details, last said no for them, and said a no that is for good. */
  readonly #touched = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  readonly #never = new Set<string>();
  #now = 0;

  constructor(service: TestService, office: Client, dsl: Client) {
    [this.#service, this.#office, this.#dsl] = [service, office, dsl];
  }

  async take(step: Step): Promise<void> {
    this.#now += 1;
    this.#service.clock.advance(60_000);
    if (step.do === 'list') await this.#bringPupils(step);
    else if (step.do === 'answers') await this.#bringAnswers(step);
    else if (step.do === 'undo') await this.undo(step.kind, step.nth);
    else await this.#byHand(step);
  }

  async pupils() {
    return await this.#service.database.selectFrom('pupils').selectAll().orderBy('id').execute();
  }

  /** Undo the newest pupil list, or any list of answers, counted from the newest; false when there is none. */
  async undo(kind: Kind, nth = 0): Promise<boolean> {
    const lists = this.#standing.filter((one) => one.kind === kind).reverse();
    const list = lists[kind === 'pupils' ? 0 : nth % lists.length];
    if (list === undefined) return false;
    const [before, barred, records] = [await this.pupils(), await this.#barred(), await this.#records()];
    const { basis } = (await this.#office.get(`/api/imports/${list.id}/undo`)).json as { basis: string | null };
    const reply = await this.#office.post(`/api/imports/${list.id}/undo`, { basis });
    expect(reply.status, reply.text).toBe(200);
    this.#standing.splice(this.#standing.indexOf(list), 1);
    this.#expectNothingLost(this.#withoutList(records, list.id), await this.#records());
    const after = new Map((await this.pupils()).map((pupil) => [pupil.id, pupil]));
    const barredNow = await this.#barred();
    for (const { id, leftOn } of after.values()) {
      if (this.#isHere(leftOn)) expect(barredNow.has(id)).toBe(!this.#mayAppear(id));
    }
    for (const { id, leftOn } of before) {
      const isHere = this.#isHere(leftOn);
      if (isHere && (this.#refused.get(id) ?? -1) > list.at) expect(this.#isHere(after.get(id)!.leftOn)).toBe(true);
      if (!after.has(id) || !barred.has(id) || barredNow.has(id)) continue;
      expect(this.#mayAppear(id)).toBe(true);
      // Who had left is back as before the list, and nobody has looked at them since.
      if (!isHere) expect(after.get(id)!.leftOn).toBe(list.lastDays.get(id));
      if (!isHere) expect(this.#touched.get(id) ?? -1).toBeLessThan(list.at);
    }
    return true;
  }

  #isHere(leftOn: string | null): boolean {
    return leftOn === null || leftOn >= isoToday(this.#service.clock);
  }

  /** Whether everybody who has said something says yes, and somebody has. What an undone list said counts for nothing. */
  #mayAppear(pupilId: string): boolean {
    const lists = new Set(this.#standing.map(({ id }) => id));
    const latest = new Map<string, boolean>();
    for (const { pupilId: about, person, isYes, list } of this.#said) {
      if (about === pupilId && (list === null || lists.has(list))) latest.set(person, isYes);
    }
    return !this.#never.has(pupilId) && latest.size > 0 && [...latest.values()].every((isYes) => isYes);
  }

  async #barred(): Promise<ReadonlySet<string>> {
    const { database, clock } = this.#service;
    return new Set([...(await findBarred(database, clock))].flatMap(([id, on]) => (on.size > 0 ? [id] : [])));
  }

  async #records(): Promise<Records> {
    const { database } = this.#service;
    return {
      consents: await database.selectFrom('consents').selectAll().orderBy('id').execute(),
      objections: await database.selectFrom('pupilObjections').selectAll().orderBy('id').execute(),
      restrictions: await database.selectFrom('restrictions').selectAll().orderBy('id').execute(),
    };
  }

  /** What stood stands, and what is new is an answer of a list that stands and had said it again. */
  #expectNothingLost(before: Records, after: Records): void {
    const known = new Set(before.consents.map(({ id }) => id));
    expect({ ...after, consents: after.consents.filter(({ id }) => known.has(id)) }).toEqual(before);
    const lists = this.#standing.map(({ id }) => id);
    for (const { id, importId, retractedAt } of after.consents) {
      if (!known.has(id)) expect([lists.includes(importId!), retractedAt]).toEqual([true, null]);
    }
  }

  /** The same records, with the list's own answers taken back now. */
  #withoutList({ consents, ...rest }: Records, list: string): Records {
    const retracted = {
      retractedAt: this.#service.clock.now().toISOString(),
      retractedBy: this.#service.accountIds.office,
    };
    const isOurs = (one: Records['consents'][number]): boolean => one.importId === list && one.retractedAt === null;
    return { ...rest, consents: consents.map((one) => (isOurs(one) ? { ...one, ...retracted } : one)) };
  }

  async #apply(kind: Kind, csv: string, body: object): Promise<string | null> {
    const lastDays = new Map((await this.pupils()).map(({ id, leftOn }) => [id, leftOn]));
    const form = photoForm(Buffer.from(csv), body, 'file');
    const { id } = (await this.#office.send('POST', `/api/imports/${kind}`, { form })).json as { id: string };
    // Answers for somebody who has left or is not known are refused.
    if ((await this.#office.post(`/api/imports/${id}/apply`)).status !== 200) return null;
    this.#standing.push({ id, kind, at: this.#now, lastDays });
    return id;
  }

  async #bringPupils({ of, className, missing }: Extract<Step, { do: 'list' }>): Promise<void> {
    const rows = of.map((number) => `${number},Ferrari,Ada,${className}`);
    await this.#apply('pupils', ['Adno,Legal Surname,Legal Forename,Reg', ...rows, ''].join('\n'), { missing });
  }

  async #bringAnswers({ of, person }: Extract<Step, { do: 'answers' }>): Promise<void> {
    const rows = [...new Map(of)];
    const csv = ['Adno,All photos', ...rows.map(([number, said]) => `${number},${said}`), ''].join('\n');
    const list = await this.#apply('consents', csv, {
      validFrom: '2026-03-01',
      validUntil: '2027-03-01',
      givenBy: person,
    });
    if (list === null) return;
    const ids = new Map((await this.pupils()).map(({ schoolNumber, id }) => [schoolNumber, id]));
    for (const [number, said] of rows)
      this.#said.push({ pupilId: ids.get(number)!, person, isYes: said === 'yes', list });
  }

  async #byHand(step: Extract<Step, { who: string }>): Promise<void> {
    const pupil = (await this.pupils()).find(({ schoolNumber }) => schoolNumber === step.who);
    if (pupil === undefined) return;
    const path = `/api/pupils/${pupil.id}`;
    const isNo = step.do === 'object' || step.do === 'restrict' || (step.do === 'say' && step.answer !== 'permitted');
    if (isNo) this.#refused.set(pupil.id, this.#now);
    if (isNo && step.do !== 'say') this.#never.add(pupil.id);
    if (step.do === 'edit' || step.do === 'leave') this.#touched.set(pupil.id, this.#now);
    const reply = await this.#send(step, path, pupil);
    if (reply !== null) expect(reply.status, reply.text).toBeLessThan(300);
  }

  async #send(step: Extract<Step, { who: string }>, path: string, pupil: Selectable<PupilRow>) {
    if (step.do === 'say') {
      const { answer, person } = step;
      this.#said.push({ pupilId: pupil.id, person, isYes: answer === 'permitted', list: null });
      const validUntil = answer === 'permitted' ? '2027-03-01' : null;
      return await this.#office.post(`${path}/consents`, { ...permitted(null), answer, validUntil, givenBy: person });
    }
    if (step.do === 'object') {
      return await this.#office.post(`${path}/objections`, { channelId: null, objectedOn: '2026-03-01' });
    }
    if (step.do === 'restrict') return await this.#dsl.post(`${path}/restrictions`, restriction);
    if (step.do === 'leave') {
      return await this.#office.post(`${path}/leave`, { leftOn: step.on, version: pupil.version });
    }
    if (step.do === 'edit') {
      const body = { ...pupilDetails(pupil.schoolNumber, 'By-hand'), version: pupil.version };
      return await this.#office.send('PUT', path, { body });
    }
    await this.#service.database.deleteFrom('pupils').where('id', '=', pupil.id).execute();
    return null;
  }
}
