import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { demoPhoto, landscape, withBadge } from '../support/make-photos.ts';

const cut = (number: number, left: number, top: number, width: number, height: number) =>
  sharp(demoPhoto(number)).extract({ left, top, width, height });

const gps = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 12/1 30/1', GPSLongitudeRef: 'W', GPSLongitude: '2/1 13/1 12/1' },
};

/** Twelve photos of an event by name: the enrolled pupil is in three, a name is written on one, one says where it was. */
export async function twelvePhotos(): Promise<Readonly<Record<string, Buffer>>> {
  const group = cut(3, 500, 130, 1300, 720);
  return {
    'cover.jpg': await cut(3, 980, 120, 800, 700).jpeg({ quality: 92 }).toBuffer(),
    'override.png': await group.clone().png().toBuffer(),
    'reject.jpg': await group.clone().flop().jpeg({ quality: 70 }).toBuffer(),
    'badge.jpg': await withBadge(demoPhoto(4), 'Freya Lindqvist', { left: 240, top: 700 }),
    'place.png': await cut(6, 150, 250, 760, 640).withExif({ ...gps, IFD0: { Artist: 'Holly Marker' } }).png().toBuffer(), // prettier-ignore
    'colours.heic': readFileSync('tests/fixtures/quarters.heic'),
    'field.jpg': await landscape(),
    'meadow.webp': await sharp(await landscape(80)).webp().toBuffer(), // prettier-ignore
    'five.jpg': await cut(5, 700, 40, 760, 560).jpeg().toBuffer(),
    'two.jpg': await cut(2, 830, 80, 900, 640).jpeg().toBuffer(),
    'six.avif': await cut(6, 150, 250, 760, 640).flop().avif({ effort: 2 }).toBuffer(),
    'four.jpg': await cut(4, 900, 60, 760, 720).jpeg().toBuffer(),
  };
}

/** The enrolled pupil in another photo than those of the event. */
export const referencePicture = (): Promise<Buffer> => cut(1, 1380, 130, 380, 380).jpeg({ quality: 95 }).toBuffer();
