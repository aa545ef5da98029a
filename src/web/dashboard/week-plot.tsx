import { useId } from 'react';
import type { statisticsEndpoints } from '../../contract/statistics.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { WeekTable } from './week-table.tsx';
import { weekKinds, type WeekKind } from './week-kinds.ts';

type Week = AnswerOf<typeof statisticsEndpoints.read>['weeks'][number];

/** In the drawing's own units; it grows with the page. */
const size = { width: 720, height: 240, left: 40, bottom: 28, top: 10 };
const plotHeight = size.height - size.top - size.bottom;

/** The next of 1, 2, 5, 10, 20, 50… that is at least this. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value)!;
}

/** Photos a week, stacked by verdict; every verdict has its own pattern beside its colour, and the table says the same. */
export function WeekPlot({ weeks }: { readonly weeks: readonly Week[] }) {
  const { dashboard: words } = useStrings();
  const id = useId();
  const most = roundUp(Math.max(...weeks.map((week) => weekKinds.reduce((sum, kind) => sum + week[kind], 0))));
  return (
    <>
      <Legend id={`${id}-legend`} />
      <div className="dashboard-plot" tabIndex={0} role="group" aria-label={words.weeks.title}>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words.weeks.label}>
          {weekKinds.map((kind) => (
            <g key={kind} className={`dashboard-${kind}`}>
              <Pattern id={`${id}-${kind}`} kind={kind} />
            </g>
          ))}
          <Axis most={most} />
          {weeks.map((week, at) => (
            <Bar
              key={week.from}
              week={week}
              at={at}
              count={weeks.length}
              most={most}
              patternOf={(kind) => `url(#${id}-${kind})`}
            />
          ))}
        </svg>
      </div>
      <details>
        <summary>{words.asTable}</summary>
        <WeekTable weeks={weeks} />
      </details>
    </>
  );
}

function Legend({ id }: { readonly id: string }) {
  const { dashboard: words } = useStrings();
  return (
    <ul className="dashboard-legend" aria-hidden="true">
      {weekKinds.map((kind) => (
        <li key={kind}>
          <svg width="20" height="20" className={`dashboard-${kind}`}>
            <Pattern id={`${id}-${kind}`} kind={kind} />
            <rect width="20" height="20" rx="3" fill={`url(#${id}-${kind})`} stroke="currentColor" />
          </svg>
          {words.weeks.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}

const strokes: Readonly<Record<WeekKind, string>> = {
  clear: '',
  review: 'M0 8 8 0',
  block: 'M0 8 8 0M0 0l8 8',
  unchecked: 'M4 3v2',
};

function Pattern({ id, kind }: { readonly id: string; readonly kind: WeekKind }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill="currentColor" />
      <path d={strokes[kind]} stroke="var(--surface)" strokeWidth="1.6" fill="none" />
    </pattern>
  );
}

function Axis({ most }: { readonly most: number }) {
  const { number } = useFormats();
  const steps = most === 1 ? [0, 1] : [0, most / 2, most];
  return steps.map((value) => {
    const y = size.top + plotHeight * (1 - value / most);
    return (
      <g key={value} className="dashboard-axis">
        <line x1={size.left} x2={size.width} y1={y} y2={y} />
        <text x={size.left - 8} y={y + 4} textAnchor="end">
          {number(value)}
        </text>
      </g>
    );
  });
}

function Bar(props: {
  readonly week: Week;
  readonly at: number;
  readonly count: number;
  readonly most: number;
  readonly patternOf: (kind: WeekKind) => string;
}) {
  const { shortDay } = useFormats();
  const { week, at, count, most } = props;
  const step = (size.width - size.left) / count;
  const x = size.left + at * step + step * 0.15;
  const isNamed = at % Math.ceil(count / 8) === 0;
  let y = size.top + plotHeight;
  return (
    <g>
      {weekKinds.map((kind) => {
        const height = (week[kind] / most) * plotHeight;
        y -= height;
        return (
          height > 0 && (
            <g key={kind} className={`dashboard-${kind}`}>
              <rect x={x} y={y} width={step * 0.7} height={height} fill={props.patternOf(kind)} stroke="currentColor" />
            </g>
          )
        );
      })}
      {isNamed && (
        <text className="dashboard-week" x={x + step * 0.35} y={size.height - 8} textAnchor="middle">
          {shortDay(week.from)}
        </text>
      )}
    </g>
  );
}
