import { expect } from 'vitest';
import { noEnd } from '../../../src/policy/register/consents-from-record.ts';
import { mayAppearBy, type PlainAnswer } from '../../policy/register/may-appear-by.ts';
import type { Client } from '../../support/service/client.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { photoForm } from '../register/photos.ts';
import { pupilDetails } from '../register/world.ts';
import { addPhoto, confirmList, settle } from '../release/release-world.ts';
import { newBatch } from '../uploads/seed.ts';
import { oneFace } from './takedown-world.ts';

type Channel = 'website' | 'facebook';

/** Something that happens at a school. Pupils by their place; days as seen from today; null: every channel, or without an end. */
export type Happening =
  | {
      readonly do: 'say';
      readonly who: number;
      readonly person: string;
      readonly answer: PlainAnswer['answer'];
      readonly channelId: Channel | null;
      readonly from: number;
      readonly length: number;
    }
  | { readonly do: 'object'; readonly who: number; readonly channelId: Channel | null }
  | { readonly do: 'restrict'; readonly who: number; readonly from: number; readonly length: number | null }
  | { readonly do: 'mistake'; readonly who: number }
  | { readonly do: 'allow'; readonly who: number }
  | { readonly do: 'lift'; readonly who: number }
  | { readonly do: 'leave'; readonly who: number; readonly on: number | null }
  | { readonly do: 'move'; readonly who: number; readonly className: string }
  | { readonly do: 'list'; readonly of: readonly number[]; readonly className: string }
  | { readonly do: 'undo' }
  | { readonly do: 'night' }
  | { readonly do: 'photo'; readonly channels: readonly Channel[] }
  | { readonly do: 'release'; readonly channelId: Channel };

interface Pupil {
  readonly id: string;
  readonly number: string;
  said: readonly (PlainAnswer & { readonly id: string })[];
  objections: readonly { readonly id: string; readonly channelId: string | null }[];
  restrictions: readonly { readonly id: string; readonly from: string; readonly until: string }[];
}

const aDay = 86_400_000;
const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/**
 * A real school beside a plain account of what was said in it. After everything that happens: no photo is clear, and nothing
 * leaves, that may show somebody of its class who may not appear by the account; and of what has left either a takedown is
 * open or somebody is asked to look for them.
 */
export class CarefulSchool {
  readonly #service: TestService;
  readonly #pupils: Pupil[] = [];
  /** Who was there on which day, by batch. */
  readonly #rolls = new Map<string, { readonly day: string; readonly pupils: readonly Pupil[] }>();
  #applied: string[] = [];

  private constructor(service: TestService) {
    this.#service = service;
  }

  /** Three pupils of one class, whose mothers permit everything. */
  static async open(service: TestService): Promise<CarefulSchool> {
    const school = new CarefulSchool(service);
    await confirmList(service);
    const office = await service.signInAs('office');
    for (const [number, first] of [
      ['A1', 'Ada'],
      ['A2', 'Bea'],
      ['A3', 'Cai'],
    ] as const) {
      const { id } = (await office.post('/api/pupils', pupilDetails(number, first))).json as { id: string };
      school.#pupils.push({ id, number, said: [], objections: [], restrictions: [] });
    }
    for (const who of [0, 1, 2]) {
      const permits = { person: 'Mother', answer: 'permitted', channelId: null, from: -2, length: 400 } as const;
      await school.take({ do: 'say', who, ...permits });
    }
    return school;
  }

  async take(one: Happening): Promise<void> {
    this.#service.clock.advance(one.do === 'night' ? aDay : 60_000);
    const before = await this.#releases();
    if (one.do === 'photo') await this.#addPhoto(one.channels);
    else if (one.do === 'release') await this.#release(one.channelId);
    else if (one.do === 'list') await this.#bring(one);
    else if (one.do === 'undo') await this.#undo();
    else if (one.do !== 'night') await this.#record(one);
    await settle(this.#service);
    const known = new Set(before.map(({ id }) => id));
    await this.#expectCare(new Set((await this.#releases()).map(({ id }) => id).filter((id) => !known.has(id))));
  }

  async #expectCare(left: ReadonlySet<string>): Promise<void> {
    const { database } = this.#service;
    const bound = await database.selectFrom('batchChannels').selectAll().execute();
    const photos = await database.selectFrom('photos').select(['id', 'batchId', 'state']).execute();
    for (const { batchId, state } of photos.filter((photo) => photo.state === 'clear')) {
      const on = bound.flatMap((one) => (one.batchId === batchId ? [one.channelId] : []));
      expect([state, await this.#barred(batchId, on)]).toEqual(['clear', []]);
    }
    const due = await database.selectFrom('takedowns').select('releaseId').where('doneAt', 'is', null).execute();
    const looks = await database.selectFrom('releaseLooks').selectAll().where('answeredAt', 'is', null).execute();
    for (const { id, batchId, channelId } of await this.#releases()) {
      const barred = await this.#barred(batchId!, [channelId]);
      if (left.has(id)) expect(barred).toEqual([]);
      if (due.some(({ releaseId }) => releaseId === id)) continue;
      const asked = looks.flatMap(({ releaseId, pupilId }) => (releaseId === id ? [pupilId] : []));
      expect(asked).toEqual(expect.arrayContaining(barred));
    }
  }

  /** Who of a batch's roll may not appear today on one of these channels. */
  async #barred(batchId: string, on: readonly string[]): Promise<string[]> {
    const today = this.#day(0);
    const rows = await this.#service.database.selectFrom('pupils').select(['id', 'leftOn']).execute();
    const lastDays = new Map(rows.map(({ id, leftOn }) => [id, leftOn]));
    const { day, pupils } = this.#rolls.get(batchId)!;
    return pupils.flatMap(({ id, said, objections, restrictions }) => {
      // Nobody looks for a leaver in what was taken after their last day.
      if ((lastDays.get(id) ?? noEnd) < day) return [];
      const hasLeft = (lastDays.get(id) ?? noEnd) < today;
      const isNever = restrictions.some(({ from, until }) => from <= today && until >= today);
      const isHidden = (channel: string): boolean =>
        hasLeft ||
        isNever ||
        objections.some(({ channelId }) => channelId === null || channelId === channel) ||
        !mayAppearBy(said, channel, today);
      return on.some(isHidden) ? [id] : [];
    });
  }

  #day(offset: number): string {
    return inLondon.format(this.#service.clock.now().getTime() + offset * aDay);
  }

  async #releases() {
    const { database } = this.#service;
    return await database.selectFrom('releases').selectAll().where('takenDownAt', 'is', null).execute();
  }

  async #as(role: 'office' | 'dsl' | 'staff'): Promise<Client> {
    return await this.#service.signInAs(role);
  }

  async #addPhoto(bound: readonly Channel[]): Promise<void> {
    const { database } = this.#service;
    const roll = { wholeSchool: false, classes: ['4B'], years: [], pupils: [] };
    const batch = { ...newBatch, eventDate: this.#day(0), channels: bound, roll };
    const reply = await (await this.#as('staff')).post('/api/batches', batch);
    // Nobody is in the class.
    if (reply.status !== 201) return;
    const { id } = reply.json as { id: string };
    const rows = await database.selectFrom('pupils').selectAll().where('className', '=', '4B').execute();
    const here = rows.filter(({ leftOn }) => leftOn === null || leftOn >= this.#day(0)).map((row) => row.id);
    const pupils = this.#pupils.filter((pupil) => here.includes(pupil.id));
    this.#rolls.set(id, { day: this.#day(0), pupils });
    await database.updateTable('batches').set({ state: 'submitted' }).where('id', '=', id).execute();
    await addPhoto(this.#service, id, { values: oneFace });
  }

  async #release(channelId: Channel): Promise<void> {
    const staff = await this.#as('staff');
    for (const batchId of this.#rolls.keys()) await staff.post(`/api/batches/${batchId}/releases`, { channelId });
  }

  async #bring({ of, className }: Extract<Happening, { do: 'list' }>): Promise<void> {
    const names = ['Ada', 'Bea', 'Cai'];
    const rows = of.map((at) => `${this.#pupils[at]!.number},Ferrari,${names[at]!},${className}`);
    const form = photoForm(
      Buffer.from(['Adno,Legal Surname,Legal Forename,Reg', ...rows, ''].join('\n')),
      { missing: 'left' },
      'file',
    );
    const office = await this.#as('office');
    const { id } = (await office.send('POST', '/api/imports/pupils', { form })).json as { id: string };
    expect((await office.post(`/api/imports/${id}/apply`)).status).toBe(200);
    this.#applied.push(id);
  }

  async #undo(): Promise<void> {
    const id = this.#applied.pop();
    if (id === undefined) return;
    const office = await this.#as('office');
    const { basis } = (await office.get(`/api/imports/${id}/undo`)).json as { basis: string };
    expect((await office.post(`/api/imports/${id}/undo`, { basis })).status).toBe(200);
    await confirmList(this.#service);
  }

  async #record(one: Extract<Happening, { who: number }>): Promise<void> {
    const pupil = this.#pupils[one.who]!;
    const path = `/api/pupils/${pupil.id}`;
    const send = async (role: 'office' | 'dsl', to: string, body?: object, method = 'POST'): Promise<string> => {
      const reply = await (await this.#as(role)).send(method, to, { body });
      expect(reply.status, reply.text).toBeLessThan(300);
      return (reply.json as { id?: string } | undefined)?.id ?? '';
    };
    if (one.do === 'say') await this.#say(pupil, one, (body) => send('office', `${path}/consents`, body));
    else if (one.do === 'object') {
      const { channelId } = one;
      const id = await send('office', `${path}/objections`, { channelId, objectedOn: this.#day(0) });
      pupil.objections = [...pupil.objections, { id, channelId }];
    } else if (one.do === 'restrict') {
      const [from, endsOn] = [this.#day(one.from), one.length === null ? null : this.#day(one.from + one.length)];
      const id = await send('dsl', `${path}/restrictions`, { reason: 'Court order', startsOn: from, endsOn });
      pupil.restrictions = [...pupil.restrictions, { id, from, until: endsOn ?? noEnd }];
    } else if (one.do === 'mistake') {
      const last = pupil.said.at(-1);
      if (last !== undefined) await send('office', `/api/consents/${last.id}/retract`);
      pupil.said = pupil.said.slice(0, -1);
    } else if (one.do === 'allow') {
      const last = pupil.objections.at(-1);
      if (last !== undefined) await send('office', `/api/objections/${last.id}/lift`);
      pupil.objections = pupil.objections.slice(0, -1);
    } else if (one.do === 'lift') {
      const last = pupil.restrictions.at(-1);
      if (last !== undefined) await send('dsl', `/api/restrictions/${last.id}/lift`);
      pupil.restrictions = pupil.restrictions.slice(0, -1);
    } else await this.#change(pupil, one, send);
  }

  async #say(
    pupil: Pupil,
    { person, answer, channelId, from, length }: Extract<Happening, { do: 'say' }>,
    send: (body: object) => Promise<string>,
  ): Promise<void> {
    const validFrom = this.#day(from);
    const validUntil = answer === 'permitted' ? this.#day(from + length) : null;
    const how = { basis: 'consent', guardianId: null, method: 'letter', evidenceReference: null };
    const id = await send({ channelId, answer, validFrom, validUntil, givenBy: person, ...how });
    const recordedAt = `${this.#day(0)}T12:00:00.000Z`;
    const said = { id, answer, channelId, givenBy: person, validFrom, validUntil: validUntil ?? noEnd, recordedAt };
    pupil.said = [...pupil.said, said];
  }

  async #change(
    { id, number }: Pupil,
    one: Extract<Happening, { do: 'leave' | 'move' }>,
    send: (role: 'office', to: string, body: object, method?: string) => Promise<string>,
  ): Promise<void> {
    const row = await this.#service.database
      .selectFrom('pupils')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { version, firstName } = row;
    if (one.do === 'leave') {
      const leftOn = one.on === null ? null : this.#day(one.on);
      await send('office', `/api/pupils/${id}/leave`, { leftOn, version });
      return;
    }
    const body = { ...pupilDetails(number, firstName), className: one.className, version };
    await send('office', `/api/pupils/${id}`, body, 'PUT');
  }
}
