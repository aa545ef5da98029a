import type { TradePoint } from './trade-off.ts';

const [width, height] = [640, 400];
const frame = { left: 64, top: 44, right: 24, bottom: 56 } as const;
const colours = ['#1b6ca8', '#2e8b57', '#b8860b', '#b03060'] as const;
const [mostReview, mostMissed] = [0.5, 0.5];

/** One curve: the words of its legend, its points and their intervals. */
export interface Curve {
  readonly label: string;
  readonly points: readonly TradePoint[];
}

const across = (share: number): number => frame.left + (share / mostReview) * (width - frame.left - frame.right);
const down = (share: number): number =>
  height - frame.bottom - (Math.min(share, mostMissed) / mostMissed) * (height - frame.top - frame.bottom);
const place = (x: number, y: number): string => `${across(x).toFixed(1)},${down(y).toFixed(1)}`;

/** Miss rate against review rate as a picture, one curve a register size, each with a band for its interval. */
export function drawCurves(title: string, curves: readonly Curve[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    `<title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="24" font-size="15" font-weight="bold">${title}</text>`,
    ...grid(),
    ...curves.map(({ points }, at) => band(points, colours[at % colours.length]!)),
    ...curves.map((curve, at) => line(curve, at)),
    '</svg>\n',
  ].join('\n');
}

function grid(): string[] {
  const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  return [
    ...steps.map((share) => `<path d="M${place(0, share)} L${place(mostReview, share)}" stroke="#ddd"/>`),
    ...steps.map(
      (share) => `<text x="${frame.left - 8}" y="${down(share) + 4}" text-anchor="end">${percent(share)}</text>`,
    ),
    ...steps.map(
      (share) =>
        `<text x="${across(share)}" y="${height - frame.bottom + 20}" text-anchor="middle">${percent(share)}</text>`,
    ),
    `<text x="${width / 2}" y="${height - 14}" text-anchor="middle">strangers’ faces that a person must look at</text>`,
    `<text transform="translate(16 ${height / 2}) rotate(-90)" text-anchor="middle">pupils’ faces missed</text>`,
  ];
}

function band(points: readonly TradePoint[], colour: string): string {
  const [above, below] = [
    points.map(({ review, to }) => place(review, to)),
    points.map(({ review, from }) => place(review, from)),
  ];
  return `<polygon points="${[...above, ...below.reverse()].join(' ')}" fill="${colour}" opacity=".1"/>`;
}

function line({ label, points }: Curve, at: number): string {
  const colour = colours[at % colours.length]!;
  const y = frame.top + 8 + at * 18;
  const path = points.map(({ review, missed }) => place(review, missed)).join(' ');
  return (
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
    `<path d="M${width - 190} ${y} h24" stroke="${colour}" stroke-width="2"/><text x="${width - 160}" y="${y + 4}">${label}</text>`
  );
}
