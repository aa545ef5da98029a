import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import { addressOf } from '../api/address-of.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { FilePicker } from '../ui/file-picker.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { StandingBadge } from './standing-badge.tsx';
import './published.css';

type Answer = AnswerOf<typeof releaseEndpoints.lookUp>;

/** “Is this ours?”: the published photos nearest to a picture, and what to do when it is misused. */
export function LookUpPage() {
  const { lookUp: words } = useStrings();
  const [address, setAddress] = useState<string>();
  const lookUp = useAction(releaseEndpoints.lookUp);
  const { mutate } = lookUp;
  const ask = useCallback(
    ([file]: readonly File[]): void => {
      if (file === undefined) return;
      setAddress(URL.createObjectURL(file));
      mutate({ files: [file] });
    },
    [mutate],
  );
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return (
    <Page title={words.title} intro={words.intro}>
      <FilePicker label={words.label} help={words.help} choose={words.choose} hasCamera onFiles={ask} />
      <div role="status">{lookUp.isPending && words.looking}</div>
      <ErrorNotice error={lookUp.error} />
      {lookUp.data !== undefined && <Result answer={lookUp.data} address={address} />}
      <Notice tone="warning" title={words.misuse}>
        <p>
          <Link to="/misuse">{words.misuseLink}</Link>
        </p>
      </Notice>
    </Page>
  );
}

function Result({ answer, address }: { readonly answer: Answer; readonly address: string | undefined }) {
  const { lookUp: words } = useStrings();
  const { found, compared } = answer;
  return (
    <section className="stack" aria-labelledby="look-up-result">
      <div role="status">
        <h2 id="look-up-result">{found.length === 0 ? words.none : words.found(found.length)}</h2>
        <p className="muted">
          {words.compared(compared)} {found.length === 0 && words.noneHelp}
        </p>
      </div>
      <div className="published-result">
        <figure>
          <img src={address} alt="" />
          <figcaption>{words.yours}</figcaption>
        </figure>
        <ul className="published-found">
          {found.map((one) => (
            <li key={one.releaseId}>
              <FoundCard found={one} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function FoundCard({ found }: { readonly found: Answer['found'][number] }) {
  const { lookUp: words } = useStrings();
  const { moment } = useFormats();
  return (
    <article className="card">
      <img
        src={addressOf(releaseEndpoints.picture, { params: { releaseId: found.releaseId } })}
        alt=""
        loading="lazy"
      />
      <div className="stack">
        <h3>
          <Link to={`/published/${found.releaseId}`}>
            {words.released(found.channelName, moment(found.releasedAt))}
          </Link>
        </h3>
        <p>{words.likeness[found.likeness]}</p>
        <p className="muted">{words.bits(found.distance)}</p>
        <div>
          <StandingBadge standing={found} />
        </div>
      </div>
    </article>
  );
}
