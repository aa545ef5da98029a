import type { PupilSummary } from './use-all-pupils.ts';

/** Which pupils are shown. */
export type Show = 'on-roll' | 'barred' | 'free' | 'no-record' | 'not-asked' | 'granted' | 'left';

export interface PupilFilter {
  readonly search: string;
  /** Empty: all classes. */
  readonly className: string;
  readonly show: Show;
}

const fits: Record<Show, (pupil: PupilSummary) => boolean> = {
  'on-roll': () => true,
  barred: ({ mayNotAppearOn }) => mayNotAppearOn.length > 0,
  free: ({ mayNotAppearOn }) => mayNotAppearOn.length === 0,
  'no-record': ({ mayNotAppearOn }) => mayNotAppearOn.some(({ reason }) => reason === 'no-record'),
  'not-asked': ({ biometric }) => biometric === 'not-asked',
  granted: ({ biometric }) => biometric === 'granted',
  left: () => true,
};

/** Lower case, without accents and apostrophes: 'Siân O’Neil' is found by 'sian oneil'. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}’'‘`´]/gu, '')
    .toLowerCase();
}

/** The words by which a pupil is found. */
export function searchTextOf({ firstName, lastName, preferredName, schoolNumber }: PupilSummary): string {
  return fold(`${firstName} ${lastName} ${preferredName ?? ''} ${schoolNumber}`);
}

/** The pupils a filter lets through, in their order. `texts` are their search texts, made once. `today`: '2026-03-02'. */
export function filterPupils(
  pupils: readonly PupilSummary[],
  texts: readonly string[],
  { search, className, show }: PupilFilter,
  today: string,
): PupilSummary[] {
  const words = fold(search).split(/\s+/);
  return pupils.filter((pupil, at) => {
    const hasLeft = pupil.leftOn !== null && pupil.leftOn < today;
    return (
      hasLeft === (show === 'left') &&
      (className === '' || pupil.className === className) &&
      fits[show](pupil) &&
      words.every((word) => texts[at]!.includes(word))
    );
  });
}
