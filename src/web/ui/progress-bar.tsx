import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';

/** How far something is: a label, numbers in words, and a bar. `value` from 0 to `max`. */
export function ProgressBar(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly valueLabel: string;
}) {
  return (
    <AriaProgressBar
      className="progress"
      value={props.value}
      minValue={0}
      maxValue={Math.max(1, props.max)}
      valueLabel={props.valueLabel}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="row">
            <Label>{props.label}</Label>
            <span className="muted">{valueText}</span>
          </div>
          <div className="progress-track">
            <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
