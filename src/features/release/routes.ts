import { releaseEndpoints } from '../../contract/release.ts';
import { route, type Route } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import { findPhoto } from '../../store/find-photo.ts';
import { downloadRelease } from './download-release.ts';
import { listLedger, readLedgerEntry } from './list-ledger.ts';
import { lookUp } from './look-up.ts';
import type { ReleaseParts } from './parts.ts';
import { prepareRelease } from './prepare-release.ts';
import { readStatus } from './read-status.ts';
import { recordPost } from './record-post.ts';
import { retractPost } from './retract-post.ts';
import { getRelease } from './store.ts';

/** Collecting releases, the ledger, and "is this one of ours?". */
export function releaseRoutes(parts: ReleaseParts): readonly Route[] {
  const { database, vault } = parts;
  return [
    route(releaseEndpoints.status, ({ person, params }) => readStatus(parts, person, params)),
    route(releaseEndpoints.prepare, ({ person, params, body }) =>
      prepareRelease(parts, person, { ...params, ...body }),
    ),
    route(releaseEndpoints.download, ({ person, params }) => downloadRelease(parts, person, params)),
    route(releaseEndpoints.post, ({ person, params, body }) => recordPost(parts, person, { ...params, ...body })),
    route(releaseEndpoints.retractPost, async ({ person, params }) => {
      await retractPost(parts, person, params);
      return undefined;
    }),
    route(releaseEndpoints.picture, async ({ params }) => {
      const { fileId, photoId } = await getRelease(database, params.releaseId);
      const photo = photoId === null ? undefined : await findPhoto(database, photoId);
      if (fileId === null || photo?.quarantined === 1) throw new AppError('not-found');
      const content = await vault.read({ kind: 'release', id: fileId });
      return { mediaType: 'image/jpeg', content };
    }),
    route(releaseEndpoints.ledger, ({ query }) => listLedger(parts, query)),
    route(releaseEndpoints.read, ({ params }) => readLedgerEntry(database, params.releaseId)),
    route(releaseEndpoints.lookUp, ({ uploads, signal }) => lookUp(parts, uploads, signal)),
  ];
}
