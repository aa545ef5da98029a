/** The name of a place on the web, without what only says how it is looked at; null for what is no address. */
export function placeOf(address: string): string | null {
  try {
    return new URL(address).hostname.replace(/^(?:www|m|mobile)\./, '');
  } catch {
    return null;
  }
}

/** Whether a post lies somewhere else than the account of its channel: another site, neither part of the other. */
export function isElsewhere(post: string, account: string): boolean {
  const [here, there] = [placeOf(post), placeOf(account)];
  if (here === null || there === null) return false;
  return here !== there && !here.endsWith(`.${there}`) && !there.endsWith(`.${here}`);
}
