import { releaseEndpoints } from '../../contract/release.ts';
import { takedownEndpoints } from '../../contract/takedowns.ts';

const telling: readonly unknown[] = [
  releaseEndpoints.status.name,
  releaseEndpoints.read.name,
  releaseEndpoints.ledger.name,
  takedownEndpoints.list.name,
];

/** Whether what was read tells where photos were put, and is out of date once an address comes or goes. */
export const isAboutPosts = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  telling.includes(queryKey[0]);
