const ageOfAdults = 18;

/** The ISO day on which somebody comes of age; for whoever was born on 29 February the first of March. */
export function ofAgeOn(dateOfBirth: string): string {
  const monthAndDay = dateOfBirth.slice(4, 10);
  const year = Number(dateOfBirth.slice(0, 4)) + ageOfAdults;
  // Eighteen years after a leap year is none.
  return `${year}${monthAndDay === '-02-29' ? '-03-01' : monthAndDay}`;
}

/** Whether somebody is of age on an ISO day. Not where nobody knows when they were born. */
export function isOfAge(dateOfBirth: string | null | undefined, day: string): boolean {
  return typeof dateOfBirth === 'string' && day >= ofAgeOn(dateOfBirth);
}

/** Whoever was born on this ISO day or before is of age on the given one. */
export function bornOfAge(day: string): string {
  return `${Number(day.slice(0, 4)) - ageOfAdults}${day.slice(4, 10)}`;
}
