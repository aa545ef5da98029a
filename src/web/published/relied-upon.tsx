import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Table } from '../ui/table.tsx';
import type { LedgerEntry } from './release-page.tsx';

/** The pupils who are, or may be, in the photo, and the permission each had when it left. */
export function ReliedUpon({ consents }: { readonly consents: LedgerEntry['consents'] }) {
  const { release: words } = useStrings();
  const { day } = useFormats();
  const { consentColumns: columns } = words;
  const untilOf = ({ consentId, validUntil }: LedgerEntry['consents'][number]): string =>
    validUntil !== null ? day(validUntil) : consentId === null ? words.noPermission : words.noEnd;
  return (
    <div className="stack">
      <h2 id="release-consents">{words.consents}</h2>
      {consents.length === 0 ? (
        <p>{words.noConsents}</p>
      ) : (
        <Table
          frame={{ role: 'region', 'aria-labelledby': 'release-consents' }}
          columns={[columns.pupil, columns.className, columns.how, columns.until]}
        >
          {consents.map((one) => (
            <tr key={`${one.pupilId}/${one.how}`}>
              <td>
                <Link to={`/pupils/${one.pupilId}`}>{`${one.firstName} ${one.lastName}`}</Link>
              </td>
              <td>{one.className ?? ''}</td>
              <td>{words.how[one.how]}</td>
              <td>{untilOf(one)}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}
