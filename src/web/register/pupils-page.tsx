import { useDeferredValue, useMemo, useState } from 'react';
import { registerEndpoints } from '../../contract/register.ts';
import { addressOf } from '../api/address-of.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { AddPupilDialog } from './add-pupil-dialog.tsx';
import { filterPupils, searchTextOf, type PupilFilter } from './filter-pupils.ts';
import { FreshnessNotice } from './freshness-notice.tsx';
import { PupilFilters } from './pupil-filters.tsx';
import { PupilTable } from './pupil-table.tsx';
import { todayIso } from '../strings/today-iso.ts';
import { useAllPupils, type PupilSummary } from './use-all-pupils.ts';
import './register.css';

const noFilter: PupilFilter = { search: '', className: '', show: 'on-roll' };

/** Every pupil, searched and filtered without another request. */
export function PupilsPage() {
  const { register: words } = useStrings();
  const isOffice = useHasRole('office', 'dsl');
  const { pupils, isComplete, error, refetch } = useAllPupils();
  return (
    <Page title={words.title} intro={words.intro} actions={isOffice && <Actions />}>
      <FreshnessNotice />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {isComplete && pupils.length === 0 ? (
        <EmptyState title={words.emptyTitle} help={words.empty}>
          {isOffice && <ImportLink />}
        </EmptyState>
      ) : (
        <FilteredPupils pupils={pupils} isComplete={isComplete} />
      )}
    </Page>
  );
}

/** Adding a pupil by hand, and the whole register as a file. */
function Actions() {
  const { register: words } = useStrings();
  return (
    <>
      <Link to="/erasures">{words.erasures}</Link>
      <DialogButton dialog={(close) => <AddPupilDialog onClose={close} />}>{words.addPupil}</DialogButton>
      <a className="button plain" href={addressOf(registerEndpoints.export)} download>
        {words.export}
      </a>
    </>
  );
}

/** The pupils read so far that pass the filter, which is kept while more come in. */
function FilteredPupils(props: { readonly pupils: readonly PupilSummary[]; readonly isComplete: boolean }) {
  const { register: words } = useStrings();
  const { pupils, isComplete } = props;
  const [filter, setFilter] = useState(noFilter);
  const applied = useDeferredValue(filter);
  const texts = useMemo(() => pupils.map(searchTextOf), [pupils]);
  const shown = useMemo(() => filterPupils(pupils, texts, applied, todayIso()), [pupils, texts, applied]);
  return (
    <>
      <PupilFilters pupils={pupils} filter={filter} onChange={setFilter} />
      <p role="status" className="muted">
        {isComplete ? words.count(shown.length, pupils.length) : words.loadingMore(pupils.length)}
      </p>
      {shown.length > 0 && <PupilTable pupils={shown} />}
      {isComplete && shown.length === 0 && (
        <EmptyState title={words.noMatch}>
          <Button
            onPress={() => {
              setFilter(noFilter);
            }}
          >
            {words.showAll}
          </Button>
        </EmptyState>
      )}
    </>
  );
}

function ImportLink() {
  const { freshness } = useStrings();
  return (
    <Link to="/imports" looks="primary">
      {freshness.import}
    </Link>
  );
}
