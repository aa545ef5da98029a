import { registerPhotoEndpoints } from '../../contract/register-photos.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Table } from '../ui/table.tsx';
import { fullName } from './full-name.ts';

/** Who needs a new reference photo, and why; nothing where nobody does. Not part of the printed sheet. */
export function PhotosDueSection() {
  const { today: words } = useStrings();
  const due = useEndpoint(registerPhotoEndpoints.listDue, {});
  return (
    <Loaded from={due}>
      {({ items }) =>
        items.length > 0 && (
          <section className="stack no-print" aria-labelledby="today-photos-due">
            <h2 id="today-photos-due">{words.dueTitle}</h2>
            <p>{words.dueIntro}</p>
            <Table className="register-table" columns={[words.pupil, words.className, words.reason]}>
              {items.map((item) => (
                <tr key={item.pupilId}>
                  <th scope="row">
                    <Link to={`/pupils/${item.pupilId}`}>{fullName(item)}</Link>
                  </th>
                  <td>{item.className}</td>
                  <td>{words.needs[item.need]}</td>
                </tr>
              ))}
            </Table>
          </section>
        )
      }
    </Loaded>
  );
}
