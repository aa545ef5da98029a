import { useState } from 'react';
import { statisticsEndpoints } from '../../contract/statistics.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { CountTable } from './count-table.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { useFindingName } from '../strings/use-finding-name.ts';
import { WeekPlot } from './week-plot.tsx';
import './dashboard.css';

type Statistics = AnswerOf<typeof statisticsEndpoints.read>;

const periods = ['28', '84', '182', '366'] as const;

/** How the checks and the people who decide are doing, in numbers alone. */
export function DashboardPage() {
  const { dashboard: words, common } = useStrings();
  const [days, setDays] = useState<(typeof periods)[number]>('84');
  const statistics = useEndpoint(statisticsEndpoints.read, { query: { days: Number(days) } }, { keepPrevious: true });
  return (
    <Page title={words.title} intro={words.intro} actions={<PrintButton>{common.print}</PrintButton>}>
      <div className="dashboard-period no-print">
        <SelectField label={words.period} value={days} choices={choicesOf(words.periods, periods)} onChange={setDays} />
      </div>
      <Loaded from={statistics}>
        {(data) => (
          <>
            <Span statistics={data} />
            {data.photos === 0 && data.takedowns.asked === 0 ? <Nothing /> : <Numbers statistics={data} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Span({ statistics }: { readonly statistics: Statistics }) {
  const { dashboard: words } = useStrings();
  const { day } = useFormats();
  const { photos, from, until } = statistics;
  return <p role="status">{words.photos(photos, day(from), day(until))}</p>;
}

function Nothing() {
  const { dashboard: words, nav } = useStrings();
  return (
    <EmptyState title={words.emptyTitle} help={words.empty}>
      <Link to="/upload" looks="button">
        {nav.upload}
      </Link>
    </EmptyState>
  );
}

function Numbers({ statistics }: { readonly statistics: Statistics }) {
  const { dashboard: words, review } = useStrings();
  const findingName = useFindingName();
  const { findings, decisions } = statistics;
  return (
    <>
      <FigureTiles statistics={statistics} />
      <Card id="dashboard-weeks" title={words.weeks.title} help={words.weeks.intro}>
        <WeekPlot weeks={statistics.weeks} />
      </Card>
      <Card id="dashboard-findings" title={words.findingsTitle} help={words.findingsIntro}>
        <CountTable
          caption={words.findingsTitle}
          head={words.reason}
          rows={findings.map(({ code, photos }) => ({ key: code, name: findingName(code), count: photos }))}
        />
      </Card>
      <Card id="dashboard-decisions" title={words.decisionsTitle} help={words.decisionsIntro}>
        <CountTable
          caption={words.decisionsTitle}
          head={words.reason}
          rows={decisions.map(({ decision, reasonCode, photos }) => ({
            key: `${decision} ${reasonCode}`,
            name: `${words.decided[decision]}: ${review.reasons[reasonCode]}`,
            count: photos,
          }))}
        />
      </Card>
    </>
  );
}
