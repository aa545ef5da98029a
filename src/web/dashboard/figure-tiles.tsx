import type { statisticsEndpoints } from '../../contract/statistics.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { useDuration } from './use-duration.ts';

type Statistics = AnswerOf<typeof statisticsEndpoints.read>;

/** The few numbers to watch, each with what it stands on. */
export function FigureTiles({ statistics }: { readonly statistics: Statistics }) {
  const { dashboard: words } = useStrings();
  const { percent, number } = useFormats();
  const { decisionTime, falseAlarms, overrides, takedowns } = statistics;
  const share = (part: number, whole: number): string => (whole === 0 ? words.noFigure : percent(part / whole));
  const done = takedowns.onTime + takedowns.late + takedowns.overdue;
  return (
    <dl className="dashboard-tiles">
      <DecisionTile decisionTime={decisionTime} />
      <Tile
        name={words.tiles.falseAlarms}
        figure={share(falseAlarms.approvedUnchanged, falseAlarms.flagged)}
        about={words.tiles.falseAlarmsAbout(falseAlarms.approvedUnchanged, falseAlarms.flagged)}
      />
      <Tile
        name={words.tiles.notThisPupil}
        figure={share(falseAlarms.notThisPupil, falseAlarms.named)}
        about={words.tiles.notThisPupilAbout(falseAlarms.notThisPupil, falseAlarms.named)}
      />
      <Tile
        name={words.tiles.overrides}
        figure={number(overrides.asked)}
        about={words.tiles.overridesAbout(overrides.agreed, overrides.refused)}
      />
      <Tile
        name={words.tiles.takedowns}
        figure={share(takedowns.onTime, done)}
        about={words.tiles.takedownsAbout(takedowns)}
      />
    </dl>
  );
}

function DecisionTile({ decisionTime }: Pick<Statistics, 'decisionTime'>) {
  const { dashboard: words } = useStrings();
  const duration = useDuration();
  const { decision, decisionAbout } = words.tiles;
  if (decisionTime === null) return <Tile name={decision} figure={words.noFigure} about={words.nothingDecided} />;
  const { medianMinutes, ninetiethMinutes, photos } = decisionTime;
  return (
    <Tile name={decision} figure={duration(medianMinutes)} about={decisionAbout(duration(ninetiethMinutes), photos)} />
  );
}

function Tile(props: { readonly name: string; readonly figure: string; readonly about: string }) {
  return (
    <div className="card dashboard-tile">
      <dt>{props.name}</dt>
      <dd className="dashboard-figure">{props.figure}</dd>
      <dd className="muted">{props.about}</dd>
    </div>
  );
}
