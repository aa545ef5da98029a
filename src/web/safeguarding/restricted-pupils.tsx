import { useState } from 'react';
import { searchTextOf } from '../register/filter-pupils.ts';
import { useAllPupils, type PupilSummary } from '../register/use-all-pupils.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Link } from '../ui/link.tsx';
import { TextField } from '../ui/text-field.tsx';

const mostShown = 50;

/** Whether the register says of a pupil that a restriction keeps them from appearing; only the lead is told so. */
function isRestricted({ mayNotAppearOn }: PupilSummary): boolean {
  return mayNotAppearOn.some(({ reason }) => reason === 'restricted');
}

/** Who is restricted, and finding anybody else. */
export function RestrictedPupils() {
  const { safeguarding: words, common } = useStrings();
  const [search, setSearch] = useState('');
  const { pupils, isComplete, error, refetch } = useAllPupils();
  const wanted = search.trim().toLowerCase();
  const found = pupils.filter((pupil) => (wanted === '' ? isRestricted(pupil) : searchTextOf(pupil).includes(wanted)));
  return (
    <section className="stack">
      <div>
        <h2>{words.pupils}</h2>
        <p className="muted">{words.pupilsHelp}</p>
      </div>
      <TextField
        label={words.search}
        help={words.searchHelp}
        type="search"
        isOptionalUnsaid
        value={search}
        onChange={setSearch}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {found.length === 0 && (
        <p role="status">{!isComplete ? common.loading : wanted === '' ? words.noneRestricted : words.noneFound}</p>
      )}
      <ul className="safeguarding-list">
        {found.slice(0, mostShown).map((pupil) => (
          <li key={pupil.id} className="row">
            <Link to={`/safeguarding/pupils/${pupil.id}`}>
              {`${pupil.preferredName ?? pupil.firstName} ${pupil.lastName}`}
            </Link>
            <span className="muted">{pupil.className ?? words.noClass}</span>
            {isRestricted(pupil) && <span className="badge block">{words.restricted}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
