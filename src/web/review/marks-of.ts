import type { ShownPicture } from './picture-of.ts';
import type { Box, Finding, PhotoDetail, Quad } from './review-types.ts';

/** Something found in the picture on show, with the gravest of what is said about it. */
export interface Marked {
  /** As findings name it: 'face 3'; drawn faces: 'drawn 1'. */
  readonly subject: string;
  readonly kind: 'face' | 'text' | 'person' | 'drawn';
  readonly number: number;
  readonly points: Quad;
  readonly box: Box;
  readonly severity: Finding['severity'] | null;
}

const gravity = ['block', 'review', 'unknown', 'note'] as const;

function gravest(findings: readonly Finding[], subject: string): Finding['severity'] | null {
  const about = findings.filter((finding) => finding.subject === subject);
  return gravity.find((severity) => about.some((finding) => finding.severity === severity)) ?? null;
}

/** The corners of a rectangle. */
export function quadOf({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** The rectangle around four corners. */
export function boxOf(quad: Quad): Box {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether what is said is about this very picture: a changed picture was checked anew, and its findings replace the others. */
function isAbout(photo: PhotoDetail, picture: ShownPicture): boolean {
  const isChecked = photo.output !== null && photo.output.checkState !== 'waiting';
  return isChecked === (picture.kind === 'changed');
}

/** What to mark on a picture of a photo. */
export function marksOf(photo: PhotoDetail, picture: ShownPicture): readonly Marked[] {
  const found = picture.kind === 'changed' && photo.output !== null ? photo.output : photo;
  const findings = isAbout(photo, picture) ? photo.findings : [];
  const mark = (kind: Marked['kind'], number: number, points: Quad): Marked => {
    const subject = `${kind} ${number}`;
    return { subject, kind, number, points, box: boxOf(points), severity: gravest(findings, subject) };
  };
  const drawn = picture.kind === 'changed' ? [] : photo.drawnFaces;
  return [
    ...found.people.map(({ number, box }) => mark('person', number, quadOf(box))),
    ...found.texts.map(({ number, quad }) => mark('text', number, quad)),
    ...found.faces.map(({ number, box }) => mark('face', number, quadOf(box))),
    ...drawn.map(({ box }, index) => mark('drawn', index + 1, quadOf(box))),
  ].filter(({ kind, severity }) => kind !== 'person' || severity !== null);
}
