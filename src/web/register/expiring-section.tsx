import { registerEndpoints } from '../../contract/register.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Table } from '../ui/table.tsx';
import { fullName } from './full-name.ts';

type Expiring = AnswerOf<typeof registerEndpoints.readExpiring>;

/** Whose permission ends soon, so that the office can ask before it does. Not part of the printed sheet. */
export function ExpiringSection() {
  const { today: words } = useStrings();
  const expiring = useEndpoint(registerEndpoints.readExpiring, {});
  return (
    <section className="stack no-print" aria-labelledby="today-expiring">
      <h2 id="today-expiring">{words.expiringTitle}</h2>
      <Loaded from={expiring}>
        {({ days, items }) =>
          items.length === 0 ? (
            <p>{words.expiringNone(days)}</p>
          ) : (
            <>
              <p>{words.expiringIntro(days)}</p>
              <ExpiringTable items={items} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function ExpiringTable({ items }: { readonly items: Expiring['items'] }) {
  const { today: words } = useStrings();
  const { nameOf } = useChannelNames();
  const { day, list } = useFormats();
  return (
    <Table className="register-table" columns={[words.endsOn, words.pupil, words.className, words.channels]}>
      {items.map((item) => (
        <tr key={`${item.pupilId} ${item.until}`}>
          <td>{day(item.until)}</td>
          <th scope="row">
            <Link to={`/pupils/${item.pupilId}`}>{fullName(item)}</Link>
          </th>
          <td>{item.className}</td>
          <td>{list(item.channels.map(nameOf))}</td>
        </tr>
      ))}
    </Table>
  );
}
