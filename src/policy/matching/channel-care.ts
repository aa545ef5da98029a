import type { Facts } from '../words/rule.ts';

/** Whether any channel asks for the strict profile. A photo bound for no known channel gets the strict one. */
export function isStrict(facts: Facts): boolean {
  return facts.channels.length === 0 || facts.channels.some((channel) => channel.profile === 'strict');
}

/** Whether every channel lets pupils' names stand beside their picture. */
export function areNamesAllowed(facts: Facts): boolean {
  return facts.channels.length > 0 && facts.channels.every((channel) => channel.namesAllowed);
}
