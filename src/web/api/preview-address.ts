import { uploadEndpoints } from '../../contract/uploads.ts';
import { addressOf } from './address-of.ts';

/**
 * Where the small picture of a photo is, as it would be published. A browser shows the picture it has for an address again,
 * whatever it was told about keeping it, as long as the page lives: covers make a new version, and so a new address.
 */
export function previewAddress({ id, version }: { readonly id: string; readonly version: number }): string {
  return addressOf(uploadEndpoints.preview, { params: { photoId: id }, query: { version } });
}
