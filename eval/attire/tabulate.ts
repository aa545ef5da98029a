import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { mayBeSwimwear } from '../../src/policy/matching/sees-swimwear.ts';
import type { AttireEvidence } from '../../src/policy/words/evidence.ts';
import type { Report, Table } from '../report.ts';
import { briefDress, briefDressEven, briefDressStreet } from '../train/dress-notes.ts';
import type { LabelledPhoto } from './labelled-photos.ts';
import { tabulatePlaces } from './tabulate-places.ts';

/** A labelled photo and what the detectors said about it. */
export interface Judged extends LabelledPhoto, AttireEvidence {
  readonly nudity: number;
  readonly tookMs: number;
}

type IsFlagged = (photo: Judged) => boolean;

const limit = 0.5;
const sweep = [0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const highest = ({ swimwear, people }: Judged): number =>
  Math.max(swimwear, ...people.map((person) => person.swimwear));

/** As the rules flag it with the default policy: beside water, half the limit is enough. */
const isFlaggedByRules: IsFlagged = (photo) => mayBeSwimwear(photo, { policy: defaultSchoolPolicy });

const share = (photos: readonly Judged[], is: IsFlagged): string =>
  photos.length === 0 ? '-' : (photos.filter(is).length / photos.length).toFixed(3);

const count = (photos: readonly Judged[], is: IsFlagged): string =>
  `${String(photos.filter(is).length)} of ${String(photos.length)}`;

function sidesOf(photos: readonly Judged[]): { swimwear: Judged[]; others: Judged[]; leftOut: Judged[] } {
  const counted = photos.filter(({ isLeftOut }) => !isLeftOut);
  return {
    swimwear: counted.filter(({ swimming }) => swimming),
    others: counted.filter(({ swimming }) => !swimming),
    leftOut: photos.filter(({ isLeftOut }) => isLeftOut),
  };
}

function operatingTable(photos: readonly Judged[]): Table {
  const { swimwear, others, leftOut } = sidesOf(photos);
  const row = (name: string, is: IsFlagged): string[] => [
    name,
    share(swimwear, is),
    count(swimwear, is),
    share(others, is),
    count(others, is),
    count(leftOut, is),
  ];
  return {
    title: 'Swimwear',
    columns: ['flagged when', 'recall', 'photos', 'false flags', 'photos', 'surfing (left out)'],
    rows: [
      row('as the rules flag it', isFlaggedByRules),
      ...sweep.map((from) => row(`score ${from.toFixed(2)} or more`, (photo) => highest(photo) >= from)),
    ],
  };
}

function activityTable(photos: readonly Judged[]): Table {
  const activities = [...new Set(photos.map(({ activity }) => activity))];
  const rows = activities
    .map((activity) => ({ activity, of: photos.filter((photo) => photo.activity === activity) }))
    .map(({ activity, of }) => ({ activity, of, flagged: of.filter(isFlaggedByRules).length }))
    .filter(({ of, flagged }) => of[0]!.swimming || flagged > 0)
    .sort((a, b) => b.flagged / b.of.length - a.flagged / a.of.length)
    .map(({ activity, of, flagged }) => [activity, of[0]!.swimming ? 'yes' : 'no', String(flagged), String(of.length)]);
  return { title: 'By activity (others: none flagged)', columns: ['activity', 'swimwear', 'flagged', 'photos'], rows };
}

/** Bare chests, bikinis and swimsuits beyond the pool, as labelled by eye: flagged on purpose, counted as false above. */
function briefTable(photos: readonly Judged[]): Table {
  const { others, leftOut } = sidesOf(photos);
  const isBrief = ({ image }: Judged): boolean =>
    [briefDress, briefDressEven, briefDressStreet].some((names) => names.has(image));
  const row = (name: string, some: readonly Judged[]): string[] => [
    name,
    share(some, isFlaggedByRules),
    count(some, isFlaggedByRules),
  ];
  return {
    title: 'Brief dress beyond the pool, labelled by eye',
    columns: ['photos', 'flagged', 'of'],
    rows: [
      row('brief dress', [...others, ...leftOut].filter(isBrief)),
      row(
        'others without it',
        others.filter((photo) => !isBrief(photo)),
      ),
    ],
  };
}

function waterTable(photos: readonly Judged[]): Table {
  const { swimwear, others, leftOut } = sidesOf(photos);
  const is: IsFlagged = ({ water }) => water >= limit;
  return {
    title: 'Water seen',
    columns: ['swimming', 'surfing', 'all others'],
    rows: [[count(swimwear, is), count(leftOut, is), count(others, is)]],
  };
}

function nudityTable(photos: readonly Judged[]): Table {
  const { swimwear, others } = sidesOf(photos);
  const row = (from: number): string[] => {
    const is: IsFlagged = ({ nudity }) => nudity >= from;
    return [from.toFixed(2), count(swimwear, is), count(others, is)];
  };
  return {
    title: 'Nudity, false alarms (no photo here shows nudity)',
    columns: ['score or more', 'swimwear photos', 'others'],
    rows: [0.3, limit, 0.7].map(row),
  };
}

/** The tables of the attire evaluation, and the same as figures. */
export function tabulate(photos: readonly Judged[]): Report {
  const { swimwear, others } = sidesOf(photos);
  const times = photos.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return {
    tables: [
      operatingTable(photos),
      briefTable(photos),
      activityTable(photos),
      waterTable(photos),
      tabulatePlaces(photos),
      nudityTable(photos),
    ],
    figures: {
      recall: share(swimwear, isFlaggedByRules),
      falseFlags: share(others, isFlaggedByRules),
      medianMs: times[Math.floor(times.length / 2)] ?? null,
      photos: photos.map((photo) => ({
        image: photo.image,
        activity: photo.activity,
        swimming: photo.swimming,
        swimwear: photo.swimwear,
        water: photo.water,
        nudity: photo.nudity,
        people: photo.people.map(({ swimwear: score, framing }) => ({ swimwear: score, framing })),
      })),
    },
  };
}
