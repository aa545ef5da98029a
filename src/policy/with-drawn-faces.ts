import type { DrawnFace, DrawnFaceSeen } from './words/drawn-face.ts';
import type { Evidence } from './words/evidence.ts';

type Compared = Extract<DrawnFaceSeen, { readonly status: 'compared' }>;

const inWords = {
  'too-small': 'it is too small',
  'too-blurred': 'it is too blurred',
  'turned-away': 'it is turned too far away',
  'too-hidden': 'too little of it can be seen',
} as const;

/** Why a drawn face says nothing about who it is, in words; null when it was compared. */
export function whyNotCompared({ seen }: DrawnFace, { faces, match }: Evidence): string | null {
  if (seen === null) return 'the comparison is not done yet';
  if (seen.status === 'not-compared') return seen.why;
  if (seen.match.incomparable !== null) return inWords[seen.match.incomparable];
  const isJoinable = faces.status === 'observed' && match.status === 'observed';
  return isJoinable ? null : 'the other faces were not compared either';
}

/**
 * The evidence with the faces that a person drew and that were compared, behind those that were found, so that every
 * rule reads them alike. Only who was compared with all of the faces counts as compared. Pure.
 */
export function withDrawnFaces(evidence: Evidence, drawnFaces: readonly DrawnFace[]): Evidence {
  const { faces, match } = evidence;
  if (faces.status !== 'observed' || match.status !== 'observed') return evidence;
  const added = drawnFaces
    .map(({ seen }) => seen)
    .filter((seen): seen is Compared => seen?.status === 'compared' && isWorthReading(seen));
  if (added.length === 0) return evidence;
  const compared = match.value.compared.filter((id) => added.every((one) => one.compared.includes(id)));
  return {
    ...evidence,
    faces: { ...faces, value: [...faces.value, ...added.map(({ face }) => face)] },
    match: { ...match, value: { compared, faces: [...match.value.faces, ...added.map((one) => one.match)] } },
  };
}

/** Of a face that was too hidden nobody is ruled out by its likenesses, but somebody may be named by them. */
function isWorthReading({ match: { incomparable } }: Compared): boolean {
  return incomparable === null || incomparable === 'too-hidden';
}
