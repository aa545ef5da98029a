import type { importEndpoints } from '../../contract/register-imports.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Table } from '../ui/table.tsx';

/** The pupils for whom not everything goes back, and why. */
export function UndoExceptions(props: {
  readonly undo: AnswerOf<typeof importEndpoints.readUndo>;
  /** How many of them to show; the rest is counted. */
  readonly most: number;
}) {
  const { imports: words } = useStrings();
  const { list } = useFormats();
  const { counts } = props.undo;
  const exceptions = props.undo.exceptions.slice(0, props.most);
  if (exceptions.length === 0) return null;
  const labels: Readonly<Record<string, string>> = { ...words.fields, portrait: words.kinds['portraits-zip'] };
  const all = counts.partly + counts.kept + counts.stays + counts.left + counts.gone;
  return (
    <>
      <p>
        <strong>{words.undoExceptions}</strong>
      </p>
      <Table columns={[words.who, words.detail]}>
        {exceptions.map(({ pupilId, pupil, outcome, kept }, at) => (
          <tr key={`${pupilId ?? ''} ${at}`}>
            <td>
              {pupil === null || pupilId === null ? (
                '–'
              ) : (
                <Link to={`/pupils/${pupilId}`}>{`${pupil.firstName} ${pupil.lastName} (${pupil.schoolNumber})`}</Link>
              )}
            </td>
            <td>
              {words.undoOutcomes[outcome]}{' '}
              {kept.length > 0 && words.undoKept(list(kept.map((one) => labels[one] ?? one)))}
            </td>
          </tr>
        ))}
      </Table>
      {exceptions.length < all && <p className="muted">{words.undoMore(all - exceptions.length)}</p>}
    </>
  );
}
