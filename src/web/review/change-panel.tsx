import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { middleBox } from './change-box.ts';
import { lastFaceKey } from './cover-keys.ts';
import { firstCrop } from './first-crop.ts';
import { quadOf } from './marks-of.ts';
import type { ShownPicture } from './picture-of.ts';
import type { PhotoDetail, PictureChange } from './review-types.ts';
import { useSingleKeys } from './single-keys.ts';
import { coverEveryFace, turnDrawnFace, turnFace } from './turn-cover.ts';
import { WorkButtons } from './work-buttons.tsx';

interface PanelProps {
  readonly photo: PhotoDetail;
  readonly picture: ShownPicture;
  readonly tool: 'cover' | 'crop';
  readonly change: PictureChange;
  readonly isNothing: boolean;
  readonly saving: { readonly isPending: boolean; readonly error: unknown };
  readonly onTool: (tool: 'cover' | 'crop') => void;
  readonly onChange: (change: PictureChange) => void;
  readonly onSave: () => void;
  readonly restoring: { readonly isPending: boolean; readonly error: unknown };
  readonly onRestore: () => void;
  readonly onCancel: () => void;
}

/** Beside the stage: faces to tick, areas, the crop, and making the picture. */
export function ChangePanel(props: PanelProps) {
  const { reviewChange: words } = useStrings();
  const { tool } = props;
  return (
    <div className="work-side" tabIndex={-1}>
      <h2>{words.coverTitle}</h2>
      <Tools tool={tool} onTool={props.onTool} />
      {tool === 'cover' ? <Covers {...props} /> : <Crop {...props} />}
      <ErrorNotice error={props.saving.error ?? props.restoring.error} />
      {props.isNothing && <p className="muted">{words.nothing}</p>}
      <WorkButtons
        action={words.save}
        isDisabled={props.isNothing}
        isPending={props.saving.isPending}
        onSave={props.onSave}
        onCancel={props.onCancel}
      />
      {props.photo.output !== null && (
        <div>
          <Button isSmall isPending={props.restoring.isPending} onPress={props.onRestore}>
            {words.restore}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Covering or cropping. */
function Tools({ tool, onTool }: Pick<PanelProps, 'tool' | 'onTool'>) {
  const { reviewChange: words } = useStrings();
  return (
    <div className="row" role="group" aria-label={words.tool}>
      <ChoiceButtons values={['cover', 'crop']} chosen={tool} onChoose={onTool}>
        {(one) => (
          <>
            {words.tools[one]} <kbd className="key">{one === 'cover' ? 'C' : 'X'}</kbd>
          </>
        )}
      </ChoiceButtons>
    </div>
  );
}

/** The key of a face, beside its words. */
function FaceKey({ number }: { readonly number: number }) {
  return (
    <>
      {' '}
      <kbd className="key" aria-hidden="true">
        {number}
      </kbd>
    </>
  );
}

function Covers(props: PanelProps) {
  const { reviewChange: words } = useStrings();
  return (
    <>
      <p className="muted">{words.help}</p>
      <Faces {...props} />
      <Areas {...props} />
    </>
  );
}

function Faces({ photo, change, onChange }: PanelProps) {
  const { reviewChange: words } = useStrings();
  const { isOn } = useSingleKeys();
  return (
    <section className="stack">
      <h3>{words.faces}</h3>
      {photo.faces.length + photo.drawnFaces.length === 0 && <p>{words.noFaces}</p>}
      {photo.faces.length > 1 && (
        <div>
          <Button
            isSmall
            onPress={() => {
              onChange(coverEveryFace(change, photo));
            }}
          >
            {words.everyFace} {isOn && <kbd className="key">E</kbd>}
          </Button>
        </div>
      )}
      <FaceTicks photo={photo} change={change} onChange={onChange} />
    </section>
  );
}

function FaceTicks({ photo, change, onChange }: Pick<PanelProps, 'photo' | 'change' | 'onChange'>) {
  const { reviewPhoto: words } = useStrings();
  const { isOn } = useSingleKeys();
  const { list } = useFormats();
  return (
    <div className="cover-ticks">
      {photo.faces.map(({ number, candidates }) => (
        <Checkbox
          key={number}
          isSelected={change.faces.includes(number)}
          onChange={() => {
            onChange(turnFace(change, number));
          }}
        >
          {words.face(number)}
          {candidates.length > 0 && `, ${words.mayBe(list(candidates.map(({ name }) => name)))}`}
          {isOn && number <= lastFaceKey && <FaceKey number={number} />}
        </Checkbox>
      ))}
      {photo.drawnFaces.map(({ id }, index) => (
        <Checkbox
          key={id}
          isSelected={change.drawnFaces.includes(id)}
          onChange={() => {
            onChange(turnDrawnFace(change, id));
          }}
        >
          {words.drawnFace(index + 1)}
        </Checkbox>
      ))}
    </div>
  );
}

function Areas({ picture, change, onChange }: PanelProps) {
  const { reviewChange: words } = useStrings();
  const whole = { width: picture.widthPx, height: picture.heightPx };
  return (
    <section className="stack">
      <h3>{words.areas}</h3>
      {change.areas.length === 0 && <p className="muted">{words.noAreas}</p>}
      <div className="row">
        <Button
          isSmall
          onPress={() => {
            onChange({ ...change, areas: [...change.areas, quadOf(middleBox(whole, 0.2))] });
          }}
        >
          {words.addArea}
        </Button>
        {change.areas.map((_area, index) => (
          <Button
            key={index}
            isSmall
            kind="danger"
            onPress={() => {
              onChange({ ...change, areas: change.areas.filter((_one, place) => place !== index) });
            }}
          >
            {words.removeArea(index + 1)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Crop({ photo, change, onChange }: PanelProps) {
  const { reviewChange: words } = useStrings();
  const isCropped = change.crop !== null;
  return (
    <>
      <p className="muted">{words.cropHelp}</p>
      <p>{isCropped ? '' : words.noCrop}</p>
      <div>
        <Button
          isSmall
          onPress={() => {
            onChange({ ...change, crop: isCropped ? null : firstCrop(photo) });
          }}
        >
          {isCropped ? words.removeCrop : words.startCrop}
        </Button>
      </div>
    </>
  );
}
