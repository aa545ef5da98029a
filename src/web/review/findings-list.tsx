import { Button as AriaButton } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';
import { FindingWords } from '../ui/finding-words.tsx';
import { Mark } from '../ui/mark.tsx';
import type { Marked } from './marks-of.ts';
import type { Finding } from './review-types.ts';

interface Placing {
  readonly onPoint: (subject: string | null) => void;
  readonly onShow: (mark: Marked) => void;
}

/** What was found, in words with its mark. What has a place in the picture shows it when pointed at, or focused. */
export function FindingsList(
  props: Placing & {
    readonly findings: readonly Finding[];
    readonly marks: readonly Marked[];
    readonly active: string | null;
  },
) {
  const { reviewPhoto: words } = useStrings();
  if (props.findings.length === 0) return <p>{words.noFindings}</p>;
  return (
    <ul className="findings">
      {props.findings.map((finding, index) => {
        const { code, subject } = finding;
        const mark = props.marks.find((one) => one.subject === subject);
        return (
          <li key={`${code} ${subject} ${index}`} className={subject === props.active ? 'active' : ''}>
            {mark === undefined ? (
              <div className="finding">
                <Said finding={finding} />
              </div>
            ) : (
              <PlacedFinding finding={finding} mark={mark} onPoint={props.onPoint} onShow={props.onShow} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function PlacedFinding(props: Placing & { readonly finding: Finding; readonly mark: Marked }) {
  const { finding, mark, onPoint, onShow } = props;
  const { subject } = finding;
  return (
    <AriaButton
      className="finding placed"
      data-subject={subject}
      onHoverChange={(isOver) => {
        onPoint(isOver ? subject : null);
      }}
      onFocusChange={(isFocused) => {
        onPoint(isFocused ? subject : null);
      }}
      onPress={() => {
        onShow(mark);
      }}
    >
      <Said finding={finding} />
    </AriaButton>
  );
}

function Said({ finding }: { readonly finding: Finding }) {
  const { severities } = useStrings();
  const { severity } = finding;
  return (
    <>
      <span className={`finding-mark ${severity}`}>
        <Mark kind={severity} />
        <span className="visually-hidden">{severities[severity]}: </span>
      </span>
      <FindingWords finding={finding} />
    </>
  );
}
