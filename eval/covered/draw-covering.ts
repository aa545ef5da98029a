import type { Point } from '../../src/lib/geometry.ts';
import type { FaceLandmarks } from '../../src/policy/words/evidence.ts';

/** A point of a face: across in distances of the eyes, down in distances from eyes to mouth, from between the eyes. */
type Spot = readonly [across: number, down: number];
interface Shape {
  readonly outline: readonly Spot[];
  readonly fill: string;
  readonly opacity?: number;
}

const both = [-1, 1] as const;
const ellipse = (across: number, down: number, wide: number, tall: number, fill: string, opacity = 1): Shape => {
  const turns = Array.from({ length: 24 }, (_, at) => (at / 12) * Math.PI);
  const outline = turns.map((turn): Spot => [across + wide * Math.cos(turn), down + tall * Math.sin(turn)]);
  return { outline, fill, opacity };
};
const [skin, hair, ink] = ['#c08a6c', '#3a2a20', '#111'];
const stripes: Shape[] = both.flatMap((side) => [
  ...[0.55, 0.8].map((across): Shape => {
    const top = side * across;
    const outline: Spot[] = [[top, -0.5], [top + 0.12, -0.5], [top * 0.6 + 0.06, 0], [top * 0.6, 0]]; // prettier-ignore
    return { fill: ink, outline };
  }),
  ...[0.3, 0.6, 0.9].map((down): Shape => {
    const outline: Spot[] = [[side * 0.95, down], [side * 0.95, down + 0.12], [side * 0.45, down + 0.1]]; // prettier-ignore
    return { fill: ink, outline };
  }),
]);

/** What may hide a face at a school event, by name. */
export const coverings = {
  'two dots on the cheeks': both.map((side) => ellipse(side * 0.6, 0.55, 0.18, 0.16, '#e02020', 0.85)),
  'hair over one eye': [ellipse(0.5, 0, 0.5, 0.55, hair)],
  'a hand before the mouth': [
    ellipse(0.05, 1, 0.55, 0.4, skin),
    { fill: skin, outline: [[0.2, 0.9], [0.6, 1.2], [1.2, 2.4], [0.5, 2.4]] }, // prettier-ignore
  ],
  'a scarf up to the nose': [
    { fill: '#7a2030', outline: [[-1.1, 0.8], [0, 0.72], [1.1, 0.8], [1.1, 2], [-1.1, 2]] }, // prettier-ignore
  ],
  'hair over one half': [
    { fill: hair, outline: [[0.1, -1.3], [1.3, -1.3], [1.3, 2], [0.3, 2], [0.2, 0.6]] }, // prettier-ignore
  ],
  'dark glasses': [
    ...both.map((side) => ellipse(side * 0.5, 0, 0.36, 0.3, ink)),
    { fill: ink, outline: [[-0.2, -0.06], [0.2, -0.06], [0.2, 0.04], [-0.2, 0.04]] }, // prettier-ignore
  ],
  'brown glasses that let a third through': both.map((side) => ellipse(side * 0.5, 0.02, 0.4, 0.34, '#3a2416', 0.7)),
  'a mask': [
    {
      fill: '#bcd6e6',
      outline: [[-0.95, 0.35], [-0.5, 0.38], [0, 0.25], [0.5, 0.38], [0.95, 0.35], [0.8, 1.2], [0.35, 1.75], [-0.35, 1.75], [-0.8, 1.2]], // prettier-ignore
    },
  ],
  'a cap down over the eyes': [
    {
      fill: hair,
      outline: [[-1.2, -1.6], [1.2, -1.6], [1.1, 0.12], [0.4, 0.18], [-0.4, 0.12], [-1.1, 0.18]], // prettier-ignore
    },
  ],
  'a painted butterfly': both.flatMap((side) => [
    ellipse(side * 0.62, -0.25, 0.5, 0.5, '#b02bd0', 0.8),
    ellipse(side * 0.6, 0.35, 0.36, 0.3, '#2a7be0', 0.8),
  ]),
  'a painted tiger': [
    ellipse(0, 0.5, 1, 1.25, '#f08a1d', 0.75),
    ellipse(0, 1, 0.5, 0.4, '#fff', 0.8),
    ...stripes,
    ellipse(0, 0.62, 0.16, 0.12, ink),
  ],
} satisfies Readonly<Record<string, readonly Shape[]>>;

/** A covering as SVG of the photo's size, laid along the face's own points. */
export function drawCovering(
  shapes: readonly Shape[],
  face: FaceLandmarks,
  photo: { width: number; height: number },
): string {
  const eyes = middle(face.eyeLeft, face.eyeRight);
  const mouth = middle(face.mouthLeft, face.mouthRight);
  const across = { x: face.eyeRight.x - face.eyeLeft.x, y: face.eyeRight.y - face.eyeLeft.y };
  const down = { x: mouth.x - eyes.x, y: mouth.y - eyes.y };
  const polygons = shapes.map(({ outline, fill, opacity = 1 }) => {
    const points = outline.map(
      ([u, v]) => `${eyes.x + across.x * u + down.x * v},${eyes.y + across.y * u + down.y * v}`,
    );
    return `<polygon points="${points.join(' ')}" fill="${fill}" fill-opacity="${opacity}"/>`;
  });
  const size = `width="${photo.width}" height="${photo.height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${polygons.join('')}</svg>`;
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
