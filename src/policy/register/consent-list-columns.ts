import { findNumberColumn, plainHeading } from './pupil-list-columns.ts';

/** A channel as a heading may name it. */
export interface NamedChannel {
  readonly id: string;
  readonly name: string;
}

/** Stands for every channel, as null does in a record. */
export const everyChannel = '*';

const others = {
  givenBy: [
    'givenby',
    'parent',
    'guardian',
    'signedby',
    'contact',
    'respondent',
    'completedby',
    'rhiant',
    'gwarcheidwad',
    'llofnodwydgan',
  ],
  validFrom: [
    'from',
    'validfrom',
    'date',
    'datesigned',
    'consentdate',
    'dategiven',
    'answeredon',
    'dyddiad',
    'dyddiadllofnodi',
  ],
  validUntil: ['until', 'validuntil', 'expires', 'expirydate', 'lastday', 'enddate', 'tan', 'dyddiaddodiben'],
} as const;

const allChannels = [
  'allchannels',
  'allphotos',
  'photoconsent',
  'photographconsent',
  'photos',
  'photographs',
  'images',
  'pobsianel',
  'lluniau',
  'caniatadlluniau',
];

/** Where each thing stands, as column numbers from 0. Channels by their id, `*` for every channel. */
export interface ConsentListColumns {
  readonly schoolNumber: number;
  readonly channels: ReadonlyMap<string, number>;
  readonly givenBy: number | undefined;
  readonly validFrom: number | undefined;
  readonly validUntil: number | undefined;
}

interface Problem {
  readonly path: string;
  readonly message: string;
}

/**
 * Find the columns of a list of answers. A channel's column is headed by its id or name, alone or behind `channel:`.
 * `mapping` names headings that say something else: 'schoolNumber', or a channel's id, to a heading of the file.
 */
export function findConsentListColumns(
  found: readonly string[],
  channels: readonly NamedChannel[],
  mapping: Readonly<Record<string, string>>,
): { readonly columns: ConsentListColumns; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const headings = readHeadings(found, mapping, problems);
  const wanted = [
    ...channels.map(({ id, name }) => [id, headings.channel(id, [plainHeading(id), plainHeading(name)])] as const),
    [everyChannel, headings.channel(everyChannel, allChannels)] as const,
  ];
  const ofChannels = new Map(wanted.flatMap(([id, at]) => (at === undefined ? [] : [[id, at] as const])));
  const schoolNumber = headings.named('schoolNumber') ?? findNumberColumn(found);
  if (schoolNumber === undefined && problems.length === 0) {
    problems.push({ path: 'mapping.schoolNumber', message: 'no column was recognised: say which heading it has' });
  }
  if (ofChannels.size === 0 && problems.length === 0) {
    const path = `mapping.${channels[0]?.id ?? everyChannel}`;
    problems.push({ path, message: 'no channel was recognised: say which heading it has' });
  }
  const { find } = headings;
  const [givenBy, validFrom, validUntil] = [find(others.givenBy), find(others.validFrom), find(others.validUntil)];
  return {
    columns: { schoolNumber: schoolNumber ?? -1, channels: ofChannels, givenBy, validFrom, validUntil },
    problems,
  };
}

/** Ways to find a column by what stands above it; what is wrong with the headings is added to `problems`. */
function readHeadings(found: readonly string[], mapping: Readonly<Record<string, string>>, problems: Problem[]) {
  const plain = found.map((heading) => plainHeading(heading.replace(/^channel:/i, '')));
  const findAll = (headings: readonly string[]): number[] =>
    plain.flatMap((one, at) => (one !== '' && headings.includes(one) ? [at] : []));
  /** What the mapping says. */
  const named = (field: string): number | undefined => {
    const heading = mapping[field];
    if (heading === undefined) return undefined;
    const at = found.indexOf(heading);
    if (at >= 0) return at;
    problems.push({ path: `mapping.${field}`, message: 'is not a heading of the file' });
    return undefined;
  };
  return {
    named,
    find: (headings: readonly string[]): number | undefined => findAll(headings)[0],
    /** Of two columns for one channel, one may hold a "no" that the other does not. */
    channel: (id: string, headings: readonly string[]): number | undefined => {
      const said = named(id);
      if (said !== undefined) return said;
      const [at, other] = findAll(headings);
      if (other !== undefined) {
        problems.push({ path: `mapping.${id}`, message: 'two columns of the file mean it: take one out' });
      }
      return at;
    },
  };
}
