import { writeCsv } from '../../lib/write-csv.ts';
import type { Release } from './store.ts';

/** What lies beside the photos: which file is which, exactly, and the words that go with it. */
export function writeManifest(
  releases: readonly Pick<Release, 'id' | 'fileName' | 'sha256' | 'altText' | 'caption'>[],
  channelId: string,
): { readonly json: string; readonly csv: string } {
  const photos = releases.map(({ id, fileName, sha256, altText, caption }) => ({
    file: fileName,
    sha256,
    channel: channelId,
    altText,
    caption,
    release: id,
  }));
  const rows = photos.map(({ file, sha256, channel, altText, caption }) => [file, sha256, channel, altText, caption]);
  return {
    json: `${JSON.stringify({ channel: channelId, photos }, null, 2)}\n`,
    csv: writeCsv([['file', 'sha256', 'channel', 'alt text', 'caption'], ...rows]),
  };
}
