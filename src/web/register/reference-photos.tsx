import { useState } from 'react';
import { registerPhotoEndpoints } from '../../contract/register-photos.ts';
import { pupilEndpoints } from '../../contract/register.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { addressOf } from '../api/address-of.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import { fullName } from './full-name.ts';
import type { Pupil } from './pupil-page.tsx';

type ReferencePhoto = AnswerOf<typeof registerPhotoEndpoints.list>['photos'][number];

const most = 5;
const changes = ['pupilPhotos.', 'register.'];
const lookAlike = /pupil ([0-7][0-9A-HJKMNP-TV-Z]{25})/;
const unlikeOwn = /^is not like the reference photos/;

/** A pupil's reference photos, how good they are, and adding another. */
export function ReferencePhotos({ pupil }: { readonly pupil: Pupil }) {
  const { biometric, reference: words } = useStrings();
  const photos = useEndpoint(registerPhotoEndpoints.list, { params: { pupilId: pupil.id } });
  return (
    <Card id="reference-photos" title={biometric.steps.photos} help={words.help}>
      <Loaded from={photos}>
        {(data) => (
          <>
            {(data.age === 'ageing' || data.age === 'aged') && <Notice tone="warning">{words.ages[data.age]}</Notice>}
            {data.photos.length > 0 && data.age === null && <Notice tone="warning">{words.noneCompared}</Notice>}
            <ul className="register-photos">
              {data.photos.map((photo, at) => (
                <PhotoItem key={photo.id} photo={photo} position={at + 1} />
              ))}
            </ul>
            {data.photos.length < most && <AddReference pupilId={pupil.id} />}
          </>
        )}
      </Loaded>
    </Card>
  );
}

/**
 * Adding is refused when the face looks like somebody who is enrolled already, or not like the pupil's own photos; then one
 * may say that these are two people, or that it is the same.
 */
function AddReference({ pupilId }: { readonly pupilId: string }) {
  const { reference: words } = useStrings();
  const [chosen, setChosen] = useState<File | null>(null);
  const add = useAction(registerPhotoEndpoints.add, {
    changes,
    onDone: () => {
      setChosen(null);
      toasts.show(words.added);
    },
  });
  const doubts = doubtsOf(add.error);
  return (
    <div className="stack">
      <FileButton
        label={words.add}
        kind="primary"
        accept={['image/*']}
        isPending={add.isPending}
        onChoose={(file) => {
          setChosen(file);
          add.mutate({ params: { pupilId }, body: {}, files: [file] });
        }}
      />
      {add.isPending && <p role="status">{words.checking}</p>}
      {doubts === null && <ErrorNotice error={add.error} />}
      {doubts !== null && chosen !== null && (
        <DoubtedFace
          doubts={doubts}
          isPending={add.isPending}
          onSure={() => {
            const body = { differsFrom: doubts.lookAlikes, isSamePupil: doubts.isUnlike };
            add.mutate({ params: { pupilId }, body, files: [chosen] });
          }}
        />
      )}
    </div>
  );
}

interface Doubts {
  /** The pupils whom the face looks like. */
  readonly lookAlikes: string[];
  /** It does not look like the pupil's own photos. */
  readonly isUnlike: boolean;
}

/** Why a photo was refused that may be right all the same; null for any other refusal, or none. */
function doubtsOf(error: unknown): Doubts | null {
  const problems = error instanceof ApiError && error.code === 'conflict' ? error.fields : [];
  const lookAlikes = problems.flatMap(({ message }) => lookAlike.exec(message)?.[1] ?? []);
  const isUnlike = problems.some(({ message }) => unlikeOwn.test(message));
  return lookAlikes.length > 0 || isUnlike ? { lookAlikes, isUnlike } : null;
}

/** What is doubted, and the button of whoever knows better. */
function DoubtedFace(props: { readonly doubts: Doubts; readonly isPending: boolean; readonly onSure: () => void }) {
  const { reference: words } = useStrings();
  const { lookAlikes, isUnlike } = props.doubts;
  return (
    <div className="stack">
      {lookAlikes.length > 0 && <LookAlikes pupilIds={lookAlikes} />}
      {isUnlike && (
        <Notice tone="bad" title={words.isUnlike} isLive>
          <p>{words.isUnlikeHelp}</p>
        </Notice>
      )}
      <div className="row">
        <Button isPending={props.isPending} onPress={props.onSure}>
          {lookAlikes.length > 0 ? words.twins : words.samePupil}
        </Button>
        <span className="muted">{lookAlikes.length > 0 ? words.twinsHelp : words.samePupilHelp}</span>
      </div>
    </div>
  );
}

function LookAlikes({ pupilIds }: { readonly pupilIds: readonly string[] }) {
  const { reference: words } = useStrings();
  return (
    <Notice tone="bad" title={words.looksLike} isLive>
      <ul>
        {pupilIds.map((id) => (
          <LookAlike key={id} pupilId={id} />
        ))}
      </ul>
      <p>{words.looksLikeHelp}</p>
    </Notice>
  );
}

/** Whom the face looks like; the name comes a moment later. */
function LookAlike({ pupilId }: { readonly pupilId: string }) {
  const { reference: words } = useStrings();
  const { data } = useEndpoint(pupilEndpoints.read, { params: { pupilId } });
  return (
    <li>
      <Link to={`/pupils/${pupilId}`}>{data === undefined ? words.anotherPupil : fullName(data)}</Link>
    </li>
  );
}

function PhotoItem({ photo, position }: { readonly photo: ReferencePhoto; readonly position: number }) {
  const { reference: words } = useStrings();
  const { day } = useFormats();
  const params = { referencePhotoId: photo.id };
  const mark = (value: number): string =>
    value >= 0.6 ? words.marks.good : value >= 0.35 ? words.marks.fair : words.marks.poor;
  return (
    <li>
      <img src={addressOf(registerPhotoEndpoints.read, { params })} alt={words.alt(position)} loading="lazy" />
      <dl>
        <Fact term={words.size}>{words.px(photo.sizePx)}</Fact>
        <Fact term={words.sharpness}>{mark(photo.sharpness)}</Fact>
        <Fact term={words.frontality}>{mark(photo.frontality)}</Fact>
      </dl>
      <p className="muted">{words.addedOn(day(dayOf(photo.addedAt)))}</p>
      {photo.template !== 'current' && <p className="register-uncompared">{words.templates[photo.template]}</p>}
      <AskButton
        isSmall
        kind="danger"
        action={words.remove}
        title={words.remove}
        endpoint={registerPhotoEndpoints.remove}
        input={{ params }}
        changes={changes}
        onDone={() => {
          toasts.show(words.removed);
        }}
      >
        <p>{words.removeText}</p>
      </AskButton>
      <Disown photo={photo} />
    </li>
  );
}

/** Whoever was looked for with it was not: that is more than removing a photo that is old. */
function Disown({ photo }: { readonly photo: ReferencePhoto }) {
  const { reference: words } = useStrings();
  return (
    <AskButton
      isSmall
      kind="danger"
      action={words.disown}
      title={words.disownTitle}
      endpoint={registerPhotoEndpoints.disown}
      input={{ params: { referencePhotoId: photo.id } }}
      changes={[...changes, 'takedowns.']}
      onDone={() => {
        toasts.show(words.disowned);
      }}
    >
      <p>{words.disownText}</p>
    </AskButton>
  );
}

function Fact(props: { readonly term: string; readonly children: string }) {
  return (
    <div className="row">
      <dt className="muted">{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
