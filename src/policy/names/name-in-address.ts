import type { Facts } from '../words/rule.ts';
import { namedPupils } from './named-pupils.ts';
import { webReadings } from './web-readings.ts';

/** Behind the site's own name: folders, the page, what is asked for, the place on the page. */
const behindSite = /^\w+:\/\/[^/?#]*/;

/**
 * What in the address of a post names a pupil, as it stands in it; undefined when nothing does. Pages are called after
 * their titles ('/news/ada-ferrari-wins-gold'), so an address can name whom the caption did not. It is the same for pupils
 * who may appear and for others: whoever types addresses must not learn the difference.
 */
export function nameInAddress(url: string, facts: Facts): string | undefined {
  const parts = url.replace(behindSite, '').split(/[/?#&=]/);
  return parts
    .flatMap(webReadings)
    .flatMap((part) => namedPupils(part.replaceAll(/[^\p{L}\p{M}\p{N}'’]+/gu, ' '), 'file-name', facts))
    .find(({ confidence }) => confidence !== 'possible')?.part;
}
