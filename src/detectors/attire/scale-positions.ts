import { scaleBox } from '../../lib/geometry.ts';
import type { Face } from '../../policy/words/evidence.ts';
import type { Person } from './find-people.ts';

/** The faces as they lie in a copy of the photo. */
export function scaleFaces(faces: readonly Face[], scale: number): Face[] {
  return faces.map((face) => ({ ...face, box: scaleBox(face.box, scale) }));
}

/** A person of a copy as they lie in the photo. */
export function scalePerson(person: Person, scale: number): Person {
  return { ...person, box: scaleBox(person.box, scale) };
}
