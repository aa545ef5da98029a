import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { Marked } from './marks-of.ts';
import type { PhotoDetail } from './review-types.ts';
import { mayAnswer } from './why-not-approve.ts';

/** Faces drawn by hand, to show and to take back. */
export function DrawnFaces(props: {
  readonly photo: PhotoDetail;
  readonly marks: readonly Marked[];
  readonly onPoint: (subject: string | null) => void;
  readonly onShow: (mark: Marked) => void;
}) {
  const { reviewPhoto: words } = useStrings();
  const { photo } = props;
  const remove = useAction(answerEndpoints.removeFace, { changes: ['moderation.'] });
  if (photo.drawnFaces.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.drawnFaces}</h2>
      <ul className="findings">
        {photo.drawnFaces.map((face, index) => (
          <li key={face.id} className="row">
            <ShowFace number={index + 1} {...props} />
            <Comparison face={face} />
            {mayAnswer(photo) && (
              <Button
                isSmall
                kind="danger"
                aria-label={words.removeDrawn(index + 1)}
                isPending={remove.isPending}
                onPress={() => {
                  remove.mutate({ params: { photoId: photo.id, faceId: face.id }, body: { version: photo.version } });
                }}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorNotice error={remove.error} />
    </section>
  );
}

/** The name of a drawn face, which shows it large. */
function ShowFace(props: {
  readonly number: number;
  readonly marks: readonly Marked[];
  readonly onPoint: (subject: string | null) => void;
  readonly onShow: (mark: Marked) => void;
}) {
  const { reviewPhoto: words } = useStrings();
  const subject = `drawn ${props.number}`;
  const mark = props.marks.find((one) => one.subject === subject);
  return (
    <Button
      isSmall
      kind="quiet"
      isDisabled={mark === undefined}
      onFocusChange={(isFocused) => {
        props.onPoint(isFocused ? subject : null);
      }}
      onPress={() => {
        if (mark !== undefined) props.onShow(mark);
      }}
    >
      {words.drawnFace(props.number)}
    </Button>
  );
}

/** Whether a drawn face was compared with the register, and what came of it. */
function Comparison({ face }: { readonly face: PhotoDetail['drawnFaces'][number] }) {
  const { reviewPhoto: words } = useStrings();
  const { list } = useFormats();
  if (face.comparison === 'waiting') return <span role="status">{words.comparing}</span>;
  if (face.comparison === 'not-compared') {
    return (
      <span>
        <SaidByService text={face.reason ?? ''} about="whoWasLookedFor" />
      </span>
    );
  }
  const names = face.candidates.map(({ name }) => name);
  return <span>{names.length > 0 ? words.mayBe(list(names)) : words.likeNobody}</span>;
}
