import { AppError } from '../../lib/app-error.ts';

/** One of the photos of a request about many, as the person saw it. */
export interface SeenPhoto {
  readonly photoId: string;
  readonly version: number;
}

/**
 * Do something with some photos, one after another. Each has its own result: what is refused says why and stops none of the
 * others. A failure of the service itself is thrown.
 */
export async function eachOfMany<Done extends { readonly version: number }>(
  photos: readonly SeenPhoto[],
  act: (photo: SeenPhoto) => Promise<Done>,
) {
  const results = [];
  for (const photo of photos) {
    const { photoId } = photo;
    try {
      const { version } = await act(photo);
      results.push({ photoId, version, error: null });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      results.push({ photoId, version: null, error: { code: error.code, message: error.explanation } });
    }
  }
  return { results };
}
