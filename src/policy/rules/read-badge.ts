import { boxAround, centreOf, intersectionArea, type Box } from '../../lib/geometry.ts';
import type { TextRegion } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import { findingOf } from '../finding-of.ts';
import type { RegionName } from '../names/read-regions.ts';

/** How far from "my name is" or "awarded to" the name may stand, in heights of that line. */
const nameReach = 3;

const boxOf = ({ quad }: TextRegion): Box => boxAround(quad);

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

const isInside = (text: TextRegion, card: Box): boolean => {
  const { x, y } = centreOf(boxOf(text));
  return x >= card.x && y >= card.y && x <= card.x + card.width && y <= card.y + card.height;
};

const toFinding = (index: number, what: string): Finding[] => [
  findingOf({
    code: 'text/badge',
    severity: 'review',
    subject: `text ${index + 1}`,
    reason: `Text ${index + 1} ${what}`,
  }),
];

function readCard(card: TextRegion, index: number, texts: readonly TextRegion[], names: readonly RegionName[]) {
  const box = boxOf(card);
  const onIt = texts.filter((text) => text !== card && text.text !== '' && isInside(text, box));
  if (names.some((name) => onIt.includes(texts[name.region]!))) return [];
  if (onIt.length === 0)
    return toFinding(index, 'looks like a badge, unreadable here. Look at it: it may say who this is.');
  const said = onIt.map(({ text }) => `"${text}"`).join(', ');
  return toFinding(index, `looks like a badge. It reads ${said}, which names nobody on the roll. Look at it.`);
}

/**
 * A badge counts unless somebody on the roll was read on it: unread, half read, or a child from elsewhere. So do words
 * like "my name is" and "awarded to" with no name beside them that is on the roll.
 */
export function readBadge(
  region: TextRegion,
  index: number,
  texts: readonly TextRegion[],
  names: readonly RegionName[],
): Finding[] {
  if (region.kind === 'badge') return readCard(region, index, texts, names);
  if (region.kind !== 'name') return [];
  const box = boxOf(region);
  const around = grow(box, nameReach * Math.min(box.width, box.height));
  if (names.some((name) => intersectionArea(boxOf(texts[name.region]!), around) > 0)) return [];
  return toFinding(
    index,
    `says that a name stands here ("${region.text}"), and none on the roll was read. Look at it.`,
  );
}
