/** Whole years from one ISO day to another, not below 0. */
export function ageOn(day: string, dateOfBirth: string): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  const hadBirthday = day.slice(5, 10) >= dateOfBirth.slice(5, 10);
  return Math.max(0, hadBirthday ? years : years - 1);
}
