/**
 * What the sport does not say, seen by eye on the photos the heads are fitted on (the odd ones of each sport): bare
 * chests, bikinis and swimsuits outside the two swimming sports. They count as dress as brief as swimwear.
 */
export const briefDress: ReadonlySet<string> = new Set(
  [
    'boxing/001',
    'boxing/003',
    'boxing/005',
    'boxing/007',
    'boxing/009',
    'boxing/011',
    'sumo-wrestling/001',
    'sumo-wrestling/003',
    'sumo-wrestling/009',
    'sumo-wrestling/011',
    'volleyball/005',
    'log-rolling/007',
    'log-rolling/009',
    'log-rolling/011',
    'water-cycling/005',
    'water-cycling/009',
    'surfing/025',
    'surfing/031',
  ].map((name) => `images/${name}.jpg`),
);

/** Too little to tell, or wetsuits and swimwear mixed: taught neither way. */
export const unclearDress: ReadonlySet<string> = new Set(
  ['sumo-wrestling/005', 'sumo-wrestling/007', 'volleyball/001'].map((name) => `images/${name}.jpg`),
);

/** Sports that take place in, on or beside open water or a pool. */
export const waterSports: ReadonlySet<string> = new Set([
  'swimming',
  'water polo',
  'surfing',
  'log rolling',
  'water cycling',
  'canoe slamon',
  'rowing',
  'sailboat racing',
  'hydroplane racing',
]);

/** Sports with water in some photos and not in others: taught neither way. */
export const maybeWaterSports: ReadonlySet<string> = new Set(['fly fishing', 'bungee jumping', 'ice yachting']);

/** Water sports whose photos show little of people: water to put people in front of. */
export const openWaterSports: ReadonlySet<string> = new Set([
  'surfing',
  'rowing',
  'sailboat racing',
  'canoe slamon',
  'hydroplane racing',
]);

/** Sports in which people are in the water, or under it, in every photo but those out of it. */
export const immersedSports: ReadonlySet<string> = new Set(['swimming', 'water polo']);

/** A sport whose people are half in the water: taught neither way. */
export const halfImmersedSports: ReadonlySet<string> = new Set(['water cycling']);

const names = (folder: string, ...numbers: string[]): string[] =>
  numbers.map((number) => `images/${folder}/${number}.jpg`);

/** Swimming photos whose people are on the blocks, diving or in the air, seen by eye: odd ones, then even ones. */
export const outOfWater: ReadonlySet<string> = new Set([
  ...names('swimming', ...'007 021 035 043 047 055 061 067 085 093 117 131 153 157'.split(' ')),
  ...names('swimming', ...'002 010 014 022 042 070 078 098 114 120 128 138 146 154'.split(' ')),
]);

/** The same as `briefDress`, seen by eye on the photos that are only reported on (the even ones). Never fitted on. */
export const briefDressEven: ReadonlySet<string> = new Set([
  ...names('boxing', '002', '004', '006', '008', '010', '012'),
  ...names('sumo-wrestling', '002', '004', '008'),
  ...names('volleyball', '004'),
  ...names('log-rolling', '002'),
  ...names('water-cycling', '010'),
  ...names('surfing', '024', '040'),
]);

/** Even photos on which too little is seen to tell, or whose largest person is not the one in brief dress. */
export const unclearDressEven: ReadonlySet<string> = new Set([
  ...names('sumo-wrestling', '006', '010', '012'),
  ...names('volleyball', '008'),
  ...names('log-rolling', '002'),
]);

/**
 * Bare chests, bikini tops, leotards, dancers as brief and swimmers among the photos of a face set, seen by eye on the
 * photos of crowds and groups. Never fitted on.
 */
export const briefDressStreet: ReadonlySet<string> = new Set(
  [
    '0_Parade_Parade_0_639',
    '0_Parade_marchingband_1_404',
    '10_People_Marching_People_Marching_10_People_Marching_People_Marching_10_552',
    '12_Group_Team_Organized_Group_12_Group_Team_Organized_Group_12_583',
    '13_Interview_Interview_Sequences_13_35',
    '13_Interview_Interview_Sequences_13_7',
    '19_Couple_Couple_19_667',
    '4_Dancing_Dancing_4_1029',
    '4_Dancing_Dancing_4_1043',
    '4_Dancing_Dancing_4_253',
    '4_Dancing_Dancing_4_319',
    '4_Dancing_Dancing_4_57',
  ].map((name) => `images/${name}.jpg`),
);
