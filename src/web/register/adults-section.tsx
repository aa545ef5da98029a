import { registerEndpoints } from '../../contract/register.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Table } from '../ui/table.tsx';
import { fullName } from './full-name.ts';

/** Who is 18 or soon will be and has not answered for themselves; nothing where nobody is. Not part of the printed sheet. */
export function AdultsSection() {
  const { today: words } = useStrings();
  const { day } = useFormats();
  const expiring = useEndpoint(registerEndpoints.readExpiring, {});
  return (
    <Loaded from={expiring}>
      {({ adults }) =>
        adults.length > 0 && (
          <section className="stack no-print" aria-labelledby="today-adults">
            <h2 id="today-adults">{words.adultsTitle}</h2>
            <p>{words.adultsIntro}</p>
            <Table className="register-table" columns={[words.adultOn, words.pupil, words.className, words.reason]}>
              {adults.map((item) => (
                <tr key={item.pupilId}>
                  <td>{day(item.adultOn)}</td>
                  <th scope="row">
                    <Link to={`/pupils/${item.pupilId}`}>{fullName(item)}</Link>
                  </th>
                  <td>{item.className}</td>
                  <td>{item.isAdult ? words.isAdult : words.willBeAdult}</td>
                </tr>
              ))}
            </Table>
          </section>
        )
      }
    </Loaded>
  );
}
