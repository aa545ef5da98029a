import { disclosureEndpoints } from '../../contract/disclosures.ts';
import { route, type Route } from '../../http/route.ts';
import { listDisclosures } from './list-disclosures.ts';
import type { DisclosureParts } from './parts.ts';
import { recordDisclosure } from './record-disclosure.ts';

/** Who was told what, for the safeguarding lead. */
export function disclosureRoutes(parts: DisclosureParts): readonly Route[] {
  return [
    route(disclosureEndpoints.record, ({ person, body }) => recordDisclosure(parts, person.accountId, body)),
    route(disclosureEndpoints.list, ({ query }) => listDisclosures(parts, query)),
  ];
}
