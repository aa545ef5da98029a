import { useState } from 'react';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Mark } from '../ui/mark.tsx';
import { Table } from '../ui/table.tsx';
import { fullName } from './full-name.ts';
import type { PupilSummary } from './use-all-pupils.ts';
import { useChannelNames } from '../api/use-channel-names.ts';

const step = 100;

/** Pupils with what they may not appear on. A hundred rows at a time keep typing quick. */
export function PupilTable({ pupils }: { readonly pupils: readonly PupilSummary[] }) {
  const { register: words, common } = useStrings();
  const [count, setCount] = useState(step);
  return (
    <>
      <Table
        className="register-table"
        columns={[
          words.name,
          { label: words.className, className: 'register-wide' },
          words.mayNotAppear,
          { label: words.matching, className: 'register-wide' },
          { label: words.number, className: 'register-wide' },
        ]}
      >
        {pupils.slice(0, count).map((pupil) => (
          <PupilRow key={pupil.id} pupil={pupil} />
        ))}
      </Table>
      {pupils.length > count && (
        <div>
          <Button
            onPress={() => {
              setCount(count + step);
            }}
          >
            {common.more}
          </Button>
        </div>
      )}
    </>
  );
}

function PupilRow({ pupil }: { readonly pupil: PupilSummary }) {
  const { register: words } = useStrings();
  const { day } = useFormats();
  return (
    <tr>
      <th scope="row">
        <Link to={`/pupils/${pupil.id}`}>{fullName(pupil)}</Link>
        <span className="register-narrow muted"> {pupil.className}</span>
        {pupil.leftOn !== null && <span className="muted"> {words.leftOn(day(pupil.leftOn))}</span>}
      </th>
      <td className="register-wide">{pupil.className}</td>
      <td>
        <Barred pupil={pupil} />
      </td>
      <td className="register-wide">{words.permissions[pupil.biometric]}</td>
      <td className="register-wide">{pupil.schoolNumber}</td>
    </tr>
  );
}

/** One badge a reason, with the channels it holds for. */
function Barred({ pupil }: { readonly pupil: PupilSummary }) {
  const { register: words } = useStrings();
  const { open, nameOf } = useChannelNames();
  if (pupil.mayNotAppearOn.length === 0) {
    return (
      <span className="badge clear register-wraps">
        <Mark kind="clear" />
        {words.nowhere}
      </span>
    );
  }
  const reasons = [...new Set(pupil.mayNotAppearOn.map(({ reason }) => reason))];
  return (
    <span className="row">
      {reasons.map((reason) => {
        const barred = pupil.mayNotAppearOn.filter((one) => one.reason === reason);
        const where = barred.map(({ channelId }) => nameOf(channelId)).join(', ');
        return (
          <span key={reason} className="badge block register-wraps">
            <Mark kind="block" />
            {barred.length === open.length ? words.everywhere : where}: {words.reasons[reason]}
          </span>
        );
      })}
    </span>
  );
}
