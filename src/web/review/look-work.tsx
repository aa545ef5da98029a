import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { Denials } from './denials.tsx';
import { DrawnFaces } from './drawn-faces.tsx';
import { FindingsList } from './findings-list.tsx';
import { FillsOverlay } from './fills-overlay.tsx';
import { fillsOf } from './fills-of.ts';
import { MarkBoxes } from './mark-boxes.tsx';
import { marksOf, type Marked } from './marks-of.ts';
import { PhotoFacts } from './photo-facts.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { changedPicture, originalPicture, type ShownPicture } from './picture-of.ts';
import type { PhotoDetail } from './review-types.ts';
import { StandingNotice } from './standing-notice.tsx';
import type { ReviewActions } from './use-review-keys.ts';
import { useLookKeys } from './use-look-keys.ts';
import type { Place } from './use-place.ts';
import { useZoom, type Zoom } from './use-zoom.ts';

/** Looking at the photo: what was found beside it, each linked to its place. */
export function LookWork(props: {
  readonly photo: PhotoDetail;
  readonly place: Place;
  readonly actions: ReviewActions;
}) {
  const { photo } = props;
  const [wantsOriginal, setWantsOriginal] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const changed = changedPicture(photo);
  const picture = changed === null || wantsOriginal ? originalPicture(photo) : changed;
  const zoom = useZoom(picture.widthPx, picture.heightPx);
  const marks = marksOf(photo, picture);
  const turn = (): void => {
    setWantsOriginal(!wantsOriginal);
  };
  useLookKeys(zoom, props.place, changed === null ? null : turn);
  const show = ({ subject, box }: Marked): void => {
    setActive(subject);
    zoom.showBox(box);
  };
  const pointing = { marks, active, onPoint: setActive };
  return (
    <>
      <div className="work-stage">
        <LookStage photo={photo} picture={picture} zoom={zoom} {...pointing} />
        {changed !== null && (
          <WhichPicture
            shown={picture.kind}
            onShow={(kind) => {
              setWantsOriginal(kind === 'original');
            }}
          />
        )}
      </div>
      <LookSide photo={photo} actions={props.actions} {...pointing} onShow={show} />
    </>
  );
}

interface Pointing {
  readonly marks: readonly Marked[];
  /** What is pointed at, on the photo or in the list beside it. */
  readonly active: string | null;
  readonly onPoint: (subject: string | null) => void;
}

/** The photo with a box around all that was found; and what will be covered, until there is a picture with the covers. */
function LookStage(
  props: Pointing & { readonly photo: PhotoDetail; readonly picture: ShownPicture; readonly zoom: Zoom },
) {
  const { reviewPhoto: words } = useStrings();
  const { photo, picture, zoom } = props;
  const { output } = photo;
  return (
    <PhotoStage photoId={photo.id} picture={picture} alt={words.alt(photo.batch.title)} zoom={zoom}>
      {output !== null && changedPicture(photo) === null && (
        <FillsOverlay picture={picture} fills={fillsOf(photo, output.change)} crop={output.change.crop} />
      )}
      <MarkBoxes
        marks={props.marks}
        widthPx={picture.widthPx}
        heightPx={picture.heightPx}
        unit={zoom.unit}
        active={props.active}
        onPoint={props.onPoint}
        onPress={(subject) => {
          document.querySelector<HTMLElement>(`[data-subject="${subject}"]`)?.focus();
        }}
      />
    </PhotoStage>
  );
}

/** The photo as uploaded, or covered and cropped. */
function WhichPicture(props: {
  readonly shown: ShownPicture['kind'];
  readonly onShow: (kind: ShownPicture['kind']) => void;
}) {
  const { reviewPhoto: words } = useStrings();
  return (
    <div className="row" role="group" aria-label={words.which}>
      <ChoiceButtons values={['original', 'changed']} chosen={props.shown} onChoose={props.onShow}>
        {(kind) => words[kind]}
      </ChoiceButtons>
      <kbd className="key">O</kbd>
    </div>
  );
}

interface SideProps extends Pointing {
  readonly photo: PhotoDetail;
  readonly onShow: (mark: Marked) => void;
}

/** Beside the photo: how it stands, what was found, drawn and denied, and what is known of it. */
function LookSide({ actions, ...props }: SideProps & { readonly actions: ReviewActions }) {
  const { photo, marks, onPoint, onShow } = props;
  return (
    <div className="work-side" tabIndex={-1}>
      <StandingNotice photo={photo} onLineUp={actions.lineUp} onCrop={actions.crop} />
      <Findings {...props} />
      <DrawnFaces photo={photo} marks={marks} onPoint={onPoint} onShow={onShow} />
      <Denials photo={photo} />
      <PhotoFacts photo={photo} />
    </div>
  );
}

function Findings({ photo, ...list }: SideProps) {
  const { reviewPhoto: words } = useStrings();
  return (
    <section className="stack">
      <h2>{words.findings}</h2>
      <FindingsList findings={photo.findings} {...list} />
      {photo.coverageLine !== null && (
        <p className="muted">
          <strong>{words.coverage}:</strong> <SaidByService text={photo.coverageLine} about="whoWasLookedFor" />
        </p>
      )}
    </section>
  );
}
