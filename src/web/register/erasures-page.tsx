import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { subjectRightsEndpoints } from '../../contract/subject-rights.ts';
import { readOptions } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { ErasureMentions, ErasurePhotos } from './erasure-remains.tsx';
import './register.css';

export type Erasure = AnswerOf<typeof subjectRightsEndpoints.read>;

const underWayMs = 2_000;

/** Every erasure with its proof: what was destroyed, and what is left for a person to look at. */
export function ErasuresPage() {
  const { erasures: words } = useStrings();
  const erasures = useQuery({
    ...readOptions(subjectRightsEndpoints.list, {}),
    // Until the files of the newest are gone, too.
    refetchInterval: ({ state: { data } }) => (data?.erasures.some(isUnderWay) === true ? underWayMs : false),
  });
  return (
    <Page title={words.title} intro={words.intro} actions={<Link to="/pupils">{words.back}</Link>}>
      <Loaded from={erasures}>
        {(data) =>
          data.erasures.length === 0 ? (
            <EmptyState title={words.empty} help={words.emptyHelp} />
          ) : (
            <ul className="register-erasures">
              {data.erasures.map((erasure) => (
                <li key={erasure.id}>
                  <ErasureCard erasure={erasure} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

const isUnderWay = ({ finishedAt }: Erasure): boolean => finishedAt === null;

function ErasureCard({ erasure }: { readonly erasure: Erasure }) {
  const { erasures: words } = useStrings();
  const { moment } = useFormats();
  const { proof, askedBy, finishedAt } = erasure;
  const rows = Object.values(proof.rows).reduce((sum, count) => sum + count, 0);
  const isNothingLeft = proof.mentions.length + proof.photos.length + proof.takedowns.length === 0;
  return (
    <article className="card stack">
      <h2>{words.heading(moment(erasure.askedAt))}</h2>
      <p className="muted">{askedBy === null ? words.byItself : words.askedBy(askedBy.displayName)}</p>
      <p>{finishedAt === null ? words.underWay : words.finished(moment(finishedAt))}</p>
      <p>{words.proof(rows, proof.files, proof.placesSearched)}</p>
      {isNothingLeft && <p>{words.nothingLeft}</p>}
      {proof.takedowns.length > 0 && (
        <p>
          <Link to="/takedowns">{words.takedowns(proof.takedowns.length)}</Link>
        </p>
      )}
      <ErasurePhotos photos={proof.photos} />
      <ErasureMentions mentions={proof.mentions} />
    </article>
  );
}
