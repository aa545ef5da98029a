import { useEffect, useState } from 'react';

const keptPictures = 60;

interface Picture {
  readonly ready: Promise<string>;
  /** A blob address, once it has been fetched and decoded. */
  url: string | undefined;
  /** Keeps the decoded pixels warm. */
  image: HTMLImageElement | undefined;
}

const kept = new Map<string, Picture>();

async function load(address: string, picture: Picture): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`no picture: ${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const image = new Image();
  image.src = url;
  await image.decode();
  picture.url = url;
  picture.image = image;
  return url;
}

function evict(): void {
  for (const [address, picture] of kept) {
    if (kept.size <= keptPictures) return;
    kept.delete(address);
    if (picture.url !== undefined) URL.revokeObjectURL(picture.url);
  }
}

/** Fetch and decode a picture before it is needed. Kept in memory alone, the last few, until the page is left. */
export function preparePicture(address: string): Promise<string> {
  const known = kept.get(address);
  if (known !== undefined) {
    kept.delete(address);
    kept.set(address, known);
    return known.ready;
  }
  const picture: Picture = { ready: Promise.resolve(''), url: undefined, image: undefined };
  const ready = load(address, picture);
  kept.set(address, Object.assign(picture, { ready }));
  ready.catch(() => kept.delete(address));
  evict();
  return ready;
}

/** Let go of every picture: nothing of them stays in the browser once one is done with review. */
export function forgetPictures(): void {
  for (const { url } of kept.values()) if (url !== undefined) URL.revokeObjectURL(url);
  kept.clear();
}

/** A picture's blob address, at once when it was prepared; undefined while it is fetched or where there is none. */
export function usePicture(address: string | null): { readonly url: string | undefined; readonly isMissing: boolean } {
  const [loaded, setLoaded] = useState<{ address: string; url: string | undefined } | null>(null);
  useEffect(() => {
    if (address === null) return undefined;
    let isCurrent = true;
    const set = (url: string | undefined): void => {
      if (isCurrent) setLoaded({ address, url });
    };
    preparePicture(address).then(set, () => {
      set(undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [address]);
  if (address === null) return { url: undefined, isMissing: true };
  const ready = kept.get(address)?.url;
  if (ready !== undefined) return { url: ready, isMissing: false };
  if (loaded?.address !== address) return { url: undefined, isMissing: false };
  return { url: loaded.url, isMissing: loaded.url === undefined };
}
