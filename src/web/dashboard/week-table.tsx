import type { statisticsEndpoints } from '../../contract/statistics.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { weekKinds } from './week-kinds.ts';

type Week = AnswerOf<typeof statisticsEndpoints.read>['weeks'][number];

/** The plot of weeks, as numbers. */
export function WeekTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { dashboard: words } = useStrings();
  const { day, number } = useFormats();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={words.weeks.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.weeks.from}</th>
            {weekKinds.map((kind) => (
              <th key={kind} scope="col" className="number">
                {words.weeks.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">{day(week.from)}</th>
              {weekKinds.map((kind) => (
                <td key={kind} className="number">
                  {number(week[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
