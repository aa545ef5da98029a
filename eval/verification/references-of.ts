import type { FaceVectors } from '../../src/detectors/match/open-face-embedder.ts';
import type { EmbeddedFace } from './embed-photos.ts';
import type { Portrait } from './read-labelled-people.ts';

const mostReferences = 3;

/** The reference photos of one subject in a register: up to three others of their photos, closest in age to the given. */
export function referencesOf(
  subject: string,
  near: Portrait,
  portraits: readonly Portrait[],
  embedded: ReadonlyMap<string, EmbeddedFace>,
): FaceVectors[] {
  return portraits
    .filter((portrait) => portrait.subject === subject && portrait !== near)
    .sort((a, b) => Math.abs(a.age - near.age) - Math.abs(b.age - near.age))
    .flatMap(({ image }) => embedded.get(image)?.vectors ?? [])
    .slice(0, mostReferences);
}
