/** A name as it is compared: spelt in one way, without regard to case. */
export function nameKey(givenBy: string): string {
  return givenBy.normalize('NFKC').trim().toLowerCase();
}

/** Who answered: a guardian on record by their id, anybody else by the name they gave. */
export function whoAnswered(answer: { readonly guardianId: string | null; readonly givenBy: string }): string {
  return answer.guardianId ?? nameKey(answer.givenBy);
}
