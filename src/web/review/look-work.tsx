import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import type { KeyActions } from '../ui/use-keys.ts';
import { DrawnFaces } from './drawn-faces.tsx';
import { FindingsList } from './findings-list.tsx';
import { FillsOverlay } from './fills-overlay.tsx';
import { fillsOf } from './fills-of.ts';
import { MarkBoxes } from './mark-boxes.tsx';
import { marksOf, type Marked } from './marks-of.ts';
import { PhotoFacts } from './photo-facts.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { changedPicture, originalPicture } from './picture-of.ts';
import type { PhotoDetail } from './review-types.ts';
import { StandingNotice } from './standing-notice.tsx';
import type { ReviewActions } from './use-review-keys.ts';
import type { Place } from './use-place.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { useZoom, type Zoom } from './use-zoom.ts';

const stepPx = 80;

/** Looking at the photo: what was found beside it, each linked to its place. */
export function LookWork(props: {
  readonly photo: PhotoDetail;
  readonly place: Place;
  readonly actions: ReviewActions;
}) {
  const { photo, actions } = props;
  const { reviewPhoto: words } = useStrings();
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
  return (
    <>
      <div className="work-stage">
        <PhotoStage photoId={photo.id} picture={picture} alt={words.alt(photo.batch.title)} zoom={zoom}>
          {photo.output !== null && picture.kind === 'original' && (
            <FillsOverlay
              picture={picture}
              fills={fillsOf(photo, photo.output.change)}
              crop={photo.output.change.crop}
            />
          )}
          <MarkBoxes
            marks={marks}
            widthPx={picture.widthPx}
            heightPx={picture.heightPx}
            unit={zoom.unit}
            active={active}
            onPoint={setActive}
            onPress={(subject) => {
              document.querySelector<HTMLElement>(`[data-subject="${subject}"]`)?.focus();
            }}
          />
        </PhotoStage>
        {changed !== null && (
          <div className="row" role="group" aria-label={words.which}>
            {(['original', 'changed'] as const).map((kind) => (
              <Button
                key={kind}
                isSmall
                kind={picture.kind === kind ? 'primary' : 'plain'}
                aria-pressed={picture.kind === kind}
                onPress={() => {
                  setWantsOriginal(kind === 'original');
                }}
              >
                {words[kind]}
              </Button>
            ))}
            <kbd className="key">O</kbd>
          </div>
        )}
      </div>
      <div className="work-side" tabIndex={-1}>
        <StandingNotice photo={photo} onLineUp={actions.lineUp} />
        <section className="stack">
          <h2>{words.findings}</h2>
          <FindingsList findings={photo.findings} marks={marks} active={active} onPoint={setActive} onShow={show} />
          {photo.coverageLine !== null && (
            <p className="muted">
              <strong>{words.coverage}:</strong> {photo.coverageLine}
            </p>
          )}
        </section>
        <DrawnFaces photo={photo} marks={marks} onPoint={setActive} onShow={show} />
        <PhotoFacts photo={photo} />
      </div>
    </>
  );
}

/** Zooming and panning by key. Where the picture is not zoomed the arrows go to the neighbours. */
function useLookKeys(zoom: Zoom, place: Place, turn: (() => void) | null): void {
  useWorkKeys({
    ...panKeys(zoom, place),
    '+': () => {
      zoom.zoomBy(1.5);
    },
    '=': () => {
      zoom.zoomBy(1.5);
    },
    '-': () => {
      zoom.zoomBy(1 / 1.5);
    },
    '0': zoom.fit,
    o: () => {
      turn?.();
    },
  });
}

function panKeys(zoom: Zoom, place: Place): KeyActions {
  const pan = (x: number, y: number, otherwise: () => boolean) => (): boolean => {
    if (!zoom.isZoomed) return otherwise();
    zoom.panBy(x, y);
    return true;
  };
  const go = (photoId: string | null) => (): boolean => {
    place.goTo(photoId);
    return true;
  };
  // Up and down then scroll the page, as anywhere.
  const leave = (): boolean => false;
  return {
    arrowleft: pan(stepPx, 0, go(place.previousId)),
    arrowright: pan(-stepPx, 0, go(place.nextId)),
    arrowup: pan(0, stepPx, leave),
    arrowdown: pan(0, -stepPx, leave),
  };
}
