import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';

interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** Counts as a table that is also a plot: every number stands beside its bar, so the bars are for the eye alone. */
export function CountTable(props: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly CountRow[];
}) {
  const { dashboard: words } = useStrings();
  const { number } = useFormats();
  const most = Math.max(1, ...props.rows.map(({ count }) => count));
  if (props.rows.length === 0) return <p>{words.nothingCounted}</p>;
  return (
    <table className="dashboard-counts">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.head}</th>
          <th scope="col">{words.photosHead}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, name, count }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <div className="dashboard-count-bar">
                <span className="dashboard-count">{number(count)}</span>
                <span className="dashboard-bar" style={{ inlineSize: `${(count / most) * 100}%` }} aria-hidden="true" />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
