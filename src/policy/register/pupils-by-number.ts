import { groupBy } from '../group-by.ts';

/**
 * Finds a pupil by a school number as a list or a file's name has it, whatever its capitals. Of two on record whose numbers
 * differ in capitals alone, only the one whose number it says.
 */
export function pupilsByNumber<Pupil extends { readonly schoolNumber: string }>(
  pupils: readonly Pupil[],
): (number: string) => Pupil | undefined {
  const byNumber = groupBy(pupils, ({ schoolNumber }) => schoolNumber.toLowerCase());
  return (number) => {
    const alike = byNumber.get(number.toLowerCase()) ?? [];
    return alike.length === 1 ? alike[0] : alike.find(({ schoolNumber }) => schoolNumber === number);
  };
}
