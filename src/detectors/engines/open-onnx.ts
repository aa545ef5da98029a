import type { PacksInUse } from '../../inference/packs/pack-choice.ts';
import { AppError } from '../../lib/app-error.ts';
import { createFaceDetector } from '../faces/create-face-detector.ts';
import type { OperatingPoint } from '../faces/least-probability.ts';
import { compareFaces } from '../match/compare-faces.ts';
import { createMatchDetector } from '../match/create-match-detector.ts';
import { enrolReference } from '../match/enrol-reference.ts';
import { joinTemplates, type FaceTemplate } from '../match/face-template.ts';
import type { GalleryEntry } from '../match/gallery.ts';
import { openMatchingInUse } from '../match/open-matching-in-use.ts';
import { sayingOf } from '../match/saying-of.ts';
import { openFaceEmbedder } from '../match/open-face-embedder.ts';
import { whyIncomparable } from '../match/why-incomparable.ts';
import type { FaceEngine, FacePair, Gallery, ReferenceTemplate } from './face-engine.ts';
import { withOwnTemplates } from './with-own-templates.ts';

function entriesOf(gallery: Gallery, model: string): GalleryEntry[] {
  const isOwn = (template: ReferenceTemplate): boolean => (template as FaceTemplate).model === model;
  return [...withOwnTemplates(gallery, isOwn)].map(([pupil, { templates, ageYears, isAged }]) => ({
    pupil,
    template: joinTemplates(templates as readonly FaceTemplate[]),
    isAged,
    ...(ageYears === null ? {} : { ageYears }),
  }));
}

/**
 * `ENGINE=onnx`: the nets that Photoward ships, with the packs that are in use. Throws `model-missing`,
 * `model-altered`, or what keeps a matching pack from being used (`openMeasured`).
 */
export async function openOnnx(options: {
  readonly operatingPoint: OperatingPoint;
  readonly packs?: PacksInUse | undefined;
}): Promise<FaceEngine> {
  const matching = await openMatchingInUse(options.packs);
  const [faces, embedder] = await Promise.all([
    createFaceDetector(options),
    openFaceEmbedder(matching?.pack, matching?.likeness),
  ]);
  return {
    templateModel: embedder.model,
    faces,
    describeBox: faces.describeBox,
    matcher: (gallery) => createMatchDetector(embedder, entriesOf(gallery, embedder.model)),
    async enrol(photo) {
      const enrolment = await enrolReference(embedder, faces, photo);
      if (enrolment.status === 'usable') return enrolment.template;
      throw new AppError('reference-unusable', { detail: enrolment.detail });
    },
    async compareFaces(photoA, photoB) {
      const { signal } = new AbortController();
      const facesA = await faces.observe(photoA, {}, signal);
      const facesB = await faces.observe(photoB, {}, signal);
      const scores = await compareFaces(embedder, photoA, facesA, photoB, facesB);
      const pairs = facesA.flatMap((a, faceA) =>
        facesB.map((b, faceB): FacePair => {
          const isComparable = [a, b].every((face) => whyIncomparable(face) === null);
          return { faceA, faceB, score: isComparable ? scores[faceA]![faceB]! : null };
        }),
      );
      return { facesA, facesB, pairs, said: sayingOf(embedder.likeness, 'alone') };
    },
  };
}
