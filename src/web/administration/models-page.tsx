import { operationsEndpoints } from '../../contract/operations.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { BackLink } from './back-link.tsx';
import './administration.css';

type Models = AnswerOf<typeof operationsEndpoints.listModels>;
type Net = Models['nets'][number];
type Pack = Models['packs'][number];

/** Every net: what it is for, where it is from, what it does badly, and whether its file is the one on record. */
export function ModelsPage() {
  const { models: words } = useStrings();
  const models = useEndpoint(operationsEndpoints.listModels, {});
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <Loaded from={models}>
        {({ nets, packs }) => (
          <>
            <FilesNotice nets={nets} />
            {words.english !== '' && <p className="muted">{words.english}</p>}
            <div className="administration-cards">
              {nets.map((net) => (
                <NetCard key={net.id} net={net} />
              ))}
            </div>
            {packs.length > 0 && <Packs packs={packs} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function FilesNotice({ nets }: { readonly nets: readonly Net[] }) {
  const { models: words } = useStrings();
  const bad = nets.filter(({ state }) => state !== 'intact').length;
  return bad === 0 ? (
    <Notice tone="good">{words.allIntact(nets.length)}</Notice>
  ) : (
    <Notice tone="bad">{words.notIntact(bad)}</Notice>
  );
}

function StateMark({ state }: { readonly state: Net['state'] | Pack['state'] }) {
  const { models: words } = useStrings();
  const kind = state === 'intact' ? 'clear' : state === 'not-added' ? 'note' : 'block';
  return (
    <span className={`badge ${kind === 'note' ? '' : kind}`}>
      <Mark kind={kind} />
      {words.states[state]}
    </span>
  );
}

function NetCard({ net }: { readonly net: Net }) {
  const { models: words } = useStrings();
  const { number } = useFormats();
  const purposes: Readonly<Record<string, string>> = words.purposes;
  return (
    <section className="card" aria-labelledby={`net-${net.id}`}>
      <div className="row">
        <h2 id={`net-${net.id}`}>{purposes[net.id] ?? words.purposeUnknown}</h2>
        <StateMark state={net.state} />
      </div>
      <dl className="facts">
        <dt>{words.source}</dt>
        <dd>
          {net.source} <span className="muted">({net.id})</span>
        </dd>
        <dt>{words.licence}</dt>
        <dd>{net.licence}</dd>
        <dt>{words.size}</dt>
        <dd>{words.megabytes(number(Math.round(net.bytes / 100_000) / 10))}</dd>
      </dl>
      <details>
        <summary>{words.limits}</summary>
        <ul lang="en">
          {net.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <p className="administration-secret">
          {words.checksum}: {net.sha256}
        </p>
      </details>
    </section>
  );
}

function Packs({ packs }: { readonly packs: readonly Pack[] }) {
  const { models: words } = useStrings();
  return (
    <section className="stack" aria-labelledby="model-packs">
      <h2 id="model-packs">{words.packsTitle}</h2>
      <p>{words.packsIntro}</p>
      <p className="administration-secret">npx photoward models add {packs[0]?.id}</p>
      <div className="administration-cards">
        {packs.map((pack) => (
          <section key={pack.id} className="card" aria-labelledby={`pack-${pack.id}`}>
            <div className="row">
              <h3 id={`pack-${pack.id}`}>{pack.id}</h3>
              <StateMark state={pack.state} />
              {pack.isInUse && <span className="badge">{words.inUse}</span>}
            </div>
            <p>{words.jobs[pack.job]}</p>
            <dl className="facts">
              <dt>{words.author}</dt>
              <dd>{pack.author}</dd>
              <dt>{words.licence}</dt>
              <dd>{pack.licence}</dd>
            </dl>
            <ul lang="en">
              {[...pack.notes, ...(pack.whyUnusable === null ? [] : [pack.whyUnusable])].map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
