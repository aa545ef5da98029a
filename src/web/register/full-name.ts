/** 'Ada (Addie) Ferrari'. */
export function fullName(pupil: {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string | null;
}): string {
  const { firstName, lastName, preferredName } = pupil;
  return preferredName === null || preferredName === undefined
    ? `${firstName} ${lastName}`
    : `${firstName} (${preferredName}) ${lastName}`;
}
