import { AppError } from '../../lib/app-error.ts';
import type { Face, FaceMatch } from '../../policy/words/evidence.ts';
import { createFaceApiEngine, type FaceApiEngine } from '../face-api/create-face-api-engine.ts';
import { descriptorSimilarity } from '../face-api/descriptor-similarity.ts';
import type { DecodedPhoto } from '../detector.ts';
import type { FaceComparison, FaceEngine, Gallery, ReferenceTemplate } from './face-engine.ts';
import { nameTemplateModel } from './name-template-model.ts';
import { pickPortrait } from './pick-portrait.ts';
import { withOwnTemplates } from './with-own-templates.ts';

/** face-api's description of a reference photo. */
interface Template extends ReferenceTemplate {
  readonly descriptor: Float32Array;
}

// The net reads faces at 150 pixels; far below that, its numbers say more about the blur than about the person.
const leastSizePx = 32;
const leastSharpness = 0.05;
const leastFrontality = 0.15;
const mostCandidates = 5;

function whyIncomparable({ sizePx, sharpness, frontality }: Face): FaceMatch['incomparable'] {
  if (sizePx < leastSizePx) return 'too-small';
  if (sharpness < leastSharpness) return 'too-blurred';
  return frontality < leastFrontality ? 'turned-away' : null;
}

function rank(descriptor: Float32Array, gallery: Gallery): FaceMatch['candidates'] {
  return [...gallery]
    .map(([pupil, { templates, isAged }]) => ({
      pupil,
      ...(isAged ? { isAged } : {}),
      score: Math.max(
        ...(templates as readonly Template[]).map((one) => descriptorSimilarity(descriptor, one.descriptor)),
      ),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostCandidates);
}

async function compareFaces(
  engine: FaceApiEngine,
  photos: readonly [DecodedPhoto, DecodedPhoto],
): Promise<FaceComparison> {
  const { signal } = new AbortController();
  const [a, b] = (await Promise.all(
    photos.map(async (photo) => {
      const faces = await engine.faces.observe(photo, {}, signal);
      return { faces, descriptors: await engine.describeFaces(photo, faces, signal) };
    }),
  )) as [{ faces: Face[]; descriptors: Float32Array[] }, { faces: Face[]; descriptors: Float32Array[] }];
  const pairs = a.faces.flatMap((one, faceA) =>
    b.faces.map((other, faceB) => {
      const isComparable = [one, other].every((face) => whyIncomparable(face) === null);
      return {
        faceA,
        faceB,
        score: isComparable ? descriptorSimilarity(a.descriptors[faceA]!, b.descriptors[faceB]!) : null,
      };
    }),
  );
  return { facesA: a.faces, facesB: b.faces, pairs };
}

/** `ENGINE=face-api`: faces found, described and compared by face-api. Throws `engine-unavailable`. */
export async function openFaceApi(): Promise<FaceEngine> {
  const engine = await createFaceApiEngine();
  return {
    templateModel: await nameTemplateModel({ engine: 'face-api' }),
    faces: engine.faces,
    describeBox: (photo, box) => engine.describeBox(photo, box),
    matcher: (given) => {
      const gallery = withOwnTemplates(given, (template) => 'descriptor' in template);
      return Promise.resolve({
        id: 'face-api-match',
        version: engine.faces.version,
        observes: 'match',
        needs: ['faces'],
        async observe(photo, { faces }, signal) {
          const reasons = faces.map(whyIncomparable);
          const comparable = faces.filter((_, index) => reasons[index] === null);
          const descriptors = await engine.describeFaces(photo, comparable, signal);
          const next = descriptors[Symbol.iterator]();
          return {
            compared: [...gallery].flatMap(([pupil, { isAged }]) => (isAged ? [] : [pupil])),
            faces: reasons.map((incomparable) => ({
              incomparable,
              candidates: incomparable === null ? rank(next.next().value!, gallery) : [],
            })),
          };
        },
      });
    },
    async enrol(photo) {
      const face = pickPortrait(await engine.faces.observe(photo, {}, new AbortController().signal));
      const why = whyIncomparable(face);
      if (why !== null) throw new AppError('reference-unusable', { detail: `the face is ${why.replace('-', ' ')}` });
      const [descriptor] = await engine.describeFaces(photo, [face]);
      return { descriptor: descriptor! } satisfies Template;
    },
    compareFaces: (photoA, photoB) => compareFaces(engine, [photoA, photoB]),
  };
}
