import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { usePicture } from './pictures.ts';
import type { ShownPicture } from './picture-of.ts';
import type { Box } from './review-types.ts';
import { markShown } from './measure-next.ts';
import { useStagePointers } from './use-stage-pointers.ts';
import type { Zoom } from './use-zoom.ts';

/** Above this the small picture is too coarse. */
const coarseAbove = 1.3;

/**
 * A photo on its stage, as large as fits, to zoom and to pan. `children` lie over it: SVG and rectangles in its own
 * pixels. With `onDraw` dragging draws a rectangle instead.
 */
export function PhotoStage(props: {
  readonly photoId: string;
  readonly picture: ShownPicture;
  readonly alt: string;
  readonly zoom: Zoom;
  readonly onDraw?: ((box: Box) => void) | undefined;
  readonly children?: ReactNode;
}) {
  const { picture, zoom } = props;
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const { url, isMissing } = useSharpEnough(picture, zoom);
  const { drawing, handlers } = useStagePointers(zoom, element, props.onDraw);
  return (
    <div className="stage-frame">
      <div
        className={`stage${props.onDraw === undefined ? (zoom.isZoomed ? ' movable' : '') : ' drawable'}`}
        ref={(found) => {
          setElement(found);
          zoom.stage(found);
        }}
        {...handlers}
      >
        <div
          className="stage-picture"
          style={{ left: zoom.left, top: zoom.top, width: zoom.width, height: zoom.height }}
        >
          {url !== undefined && <Picture photoId={props.photoId} url={url} alt={props.alt} />}
          {props.children}
          {drawing !== null && <Drawing picture={picture} box={drawing} />}
        </div>
        {url === undefined && <NoPicture isMissing={isMissing} />}
      </div>
      <ZoomButtons zoom={zoom} />
    </div>
  );
}

/** The small picture, and the large one once it is there where that would be too coarse. */
function useSharpEnough(picture: ShownPicture, { zoom }: Zoom) {
  const small = usePicture(picture.small);
  const large = usePicture(zoom > coarseAbove ? picture.large : null);
  return { url: large.url ?? small.url, isMissing: small.isMissing };
}

function NoPicture({ isMissing }: { readonly isMissing: boolean }) {
  const { reviewPhoto: words } = useStrings();
  return (
    <p className="stage-message" role="status">
      {isMissing ? words.noPicture : words.loadingPicture}
    </p>
  );
}

function Picture({ photoId, url, alt }: { readonly photoId: string; readonly url: string; readonly alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (image.current !== null) markShown(photoId, image.current);
  }, [photoId, url]);
  return <img ref={image} src={url} alt={alt} draggable={false} />;
}

/** The rectangle that is being drawn. */
function Drawing({ picture, box }: { readonly picture: ShownPicture; readonly box: Box }) {
  return (
    <svg className="overlay" viewBox={`0 0 ${picture.widthPx} ${picture.heightPx}`} aria-hidden="true">
      <rect className="overlay-drawing" {...box} />
    </svg>
  );
}

function ZoomButtons({ zoom }: { readonly zoom: Zoom }) {
  const { reviewPhoto: words, reviewKeys } = useStrings();
  return (
    <div className="stage-tools" role="group" aria-label={reviewKeys.zoom}>
      <Button
        isSmall
        aria-label={words.zoomOut}
        onPress={() => {
          zoom.zoomBy(1 / 1.5);
        }}
      >
        −
      </Button>
      <Button isSmall onPress={zoom.fit}>
        {words.fit}
      </Button>
      <Button
        isSmall
        aria-label={words.zoomIn}
        onPress={() => {
          zoom.zoomBy(1.5);
        }}
      >
        +
      </Button>
    </div>
  );
}
