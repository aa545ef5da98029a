import type { statisticsEndpoints } from '../../contract/statistics.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Table } from '../ui/table.tsx';
import { weekKinds } from './week-kinds.ts';

type Week = AnswerOf<typeof statisticsEndpoints.read>['weeks'][number];

/** The plot of weeks, as numbers. */
export function WeekTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { dashboard: words } = useStrings();
  const { day, number } = useFormats();
  return (
    <Table
      frame={{ role: 'group', 'aria-label': words.weeks.title }}
      columns={[
        words.weeks.from,
        ...weekKinds.map((kind) => ({ label: words.weeks.kinds[kind], className: 'number' })),
      ]}
    >
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
    </Table>
  );
}
