import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { PhotoDetail } from './review-types.ts';
import { mayAnswer } from './why-not-approve.ts';

/** Faces that somebody said are not the pupil they were taken for, with how they know; it can be taken back. */
export function Denials({ photo }: { readonly photo: PhotoDetail }) {
  const { reviewNotThisPupil: words } = useStrings();
  const takeBack = useAction(answerEndpoints.takeBackDenial, { changes: ['moderation.'] });
  if (photo.denials.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.said}</h2>
      <ul className="findings">
        {photo.denials.map(({ id, face, name, reason, saidBy }) => (
          <li key={id} className="stack">
            <p>
              <strong>{words.pair(face, name)}</strong>
            </p>
            <p className="muted">{words.how(saidBy, reason)}</p>
            {mayAnswer(photo) && (
              <div>
                <Button
                  isSmall
                  aria-label={`${words.takeBack}: ${words.pair(face, name)}`}
                  isPending={takeBack.isPending}
                  onPress={() => {
                    takeBack.mutate({ params: { photoId: photo.id, saidId: id }, body: { version: photo.version } });
                  }}
                >
                  {words.takeBack}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ErrorNotice error={takeBack.error} />
    </section>
  );
}
