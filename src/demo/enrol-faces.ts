import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { importEndpoints } from '../contract/register-imports.ts';
import { registerPhotoEndpoints } from '../contract/register-photos.ts';
import { enrolledNumbers, idOf, type Pupils } from './fill-register.ts';
import type { Staff } from './sign-in-people.ts';
import { drawPortrait, takePicture, type Scene } from './take-picture.ts';

/** Portraits of pupils who are in the photos; the others have drawn ones. */
const faces: Readonly<Record<string, Scene>> = {
  '2001': { sample: 6, cut: { left: 1110, top: 200, width: 320, height: 460 } },
  '2002': { sample: 1, cut: { left: 1380, top: 130, width: 380, height: 380 } },
  '2009': { sample: 4, cut: { left: 580, top: 0, width: 340, height: 420 } },
  '2006': { sample: 6, cut: { left: 590, top: 270, width: 330, height: 420 } },
  '2022': { sample: 5, cut: { left: 1060, top: 150, width: 280, height: 360 } },
  '2025': { sample: 6, cut: { left: 190, top: 430, width: 330, height: 400 } },
};

/** Portraits for people to compare with, as one ZIP; and enrolment of the pupils whose permission is complete. */
export async function enrolFaces({ as }: Staff, pupils: Pupils): Promise<void> {
  const zip = new ZipFile();
  for (const [index, schoolNumber] of [...pupils.keys()].entries()) {
    const scene = faces[schoolNumber];
    const bytes = scene === undefined ? await drawPortrait(index) : await takePicture(scene);
    zip.addBuffer(bytes, `${schoolNumber}.jpg`, { compress: false });
  }
  zip.end();
  const bytes = Buffer.from(await buffer(zip.outputStream));
  await as.office.ask(importEndpoints.portraits, { files: [{ name: 'portraits.zip', bytes }] });
  for (const schoolNumber of enrolledNumbers) {
    const picture = await takePicture(faces[schoolNumber]!);
    const files = [{ name: 'portrait.jpg', bytes: picture }];
    await as.office.ask(registerPhotoEndpoints.add, { params: { pupilId: idOf(pupils, schoolNumber) }, files });
  }
}
