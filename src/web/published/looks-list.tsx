import { useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { pupilEndpoints } from '../../contract/register.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { addressOf } from '../api/address-of.ts';
import { pupilPortraitAddress } from '../api/pupil-portrait-address.ts';
import { pagesOptions } from '../api/pages-options.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadedPages } from '../ui/loaded-pages.tsx';
import { toasts } from '../ui/toasts.ts';
import { readAgainMs } from './read-again-ms.ts';

type Look = AnswerOf<typeof takedownEndpoints.listLooks>['items'][number];

/** Released photos in which a person must look for a pupil whose face was never compared. */
export function LooksList() {
  const { takedowns: words } = useStrings();
  const pages = useInfiniteQuery({
    ...pagesOptions(takedownEndpoints.listLooks, {}),
    refetchInterval: readAgainMs,
  });
  return (
    <div className="stack">
      <LoadedPages from={pages} empty={<EmptyState title={words.looksEmpty} help={words.looksEmptyHelp} />}>
        {(looks) => (
          <>
            <p className="muted">{words.lookHelp}</p>
            <ul className="published-tasks">
              {looks.map((look) => (
                <li key={look.id}>
                  <LookCard look={look} />
                </li>
              ))}
            </ul>
          </>
        )}
      </LoadedPages>
    </div>
  );
}

function LookCard({ look }: { readonly look: Look }) {
  const { takedowns: words } = useStrings();
  const { day } = useFormats();
  const name = `${look.pupil.firstName} ${look.pupil.lastName}`;
  const { isPending, error, say } = useAnswer(look.id);
  return (
    <article className="card">
      <h2>{words.lookFor(name)}</h2>
      <p className="muted">
        {words.causes[look.cause]} · {words.on(look.channelName)} · {words.due(day(look.dueOn))}
      </p>
      <WhoAndWhere look={look} name={name} />
      <ErrorNotice error={error} />
      {look.isComingDown && <p className="muted">{words.lookComingDown}</p>}
      {look.isMine && <p className="muted">{words.lookMine}</p>}
      <div className="row" role="group" aria-label={words.lookFor(name)}>
        <Button isPending={isPending} onPress={say('here')}>
          {words.here}
        </Button>
        <Button isPending={isPending} isDisabled={look.isMine} onPress={say('not-here')}>
          {words.notHere}
        </Button>
        <Button isPending={isPending} onPress={say('cannot-tell')}>
          {words.cannotTell}
        </Button>
      </div>
    </article>
  );
}

function useAnswer(lookId: string) {
  const { takedowns: words } = useStrings();
  const { mutate, isPending, error } = useAction(takedownEndpoints.answerLook, {
    changes: ['takedowns.', 'release.'],
    onDone: ({ takedownId }) => {
      toasts.show(takedownId === null ? words.lookedStays : words.lookedDown);
    },
  });
  const say = (answer: 'here' | 'not-here' | 'cannot-tell') => (): void => {
    mutate({ params: { lookId }, body: { answer } });
  };
  return { isPending, error, say };
}

/** The pupil's portrait, where there is one, beside the photo that is out. */
function WhoAndWhere({ look, name }: { readonly look: Look; readonly name: string }) {
  const { takedowns: words } = useStrings();
  const params = { pupilId: look.pupil.id };
  const { data: pupil } = useEndpoint(pupilEndpoints.read, { params });
  const portrait = pupil === undefined ? null : pupilPortraitAddress(pupil);
  const picture = addressOf(releaseEndpoints.picture, { params: { releaseId: look.releaseId } });
  return (
    <>
      <div className="published-look">
        {portrait !== null && <img src={portrait} alt={name} />}
        <img src={picture} alt={words.picture} loading="lazy" />
      </div>
      {/* Somebody may be small in it: there the browser's own zoom shows every pixel that left. */}
      <p>
        <a href={picture} target="_blank" rel="noreferrer">
          {words.large}
        </a>
      </p>
    </>
  );
}
