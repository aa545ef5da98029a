import { Button as AriaButton } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';
import { FindingWords } from '../ui/finding-words.tsx';
import { Mark } from '../ui/mark.tsx';
import type { Marked } from './marks-of.ts';
import type { Finding } from './review-types.ts';

/** What was found, in words with its mark. What has a place in the picture shows it when pointed at, or focused. */
export function FindingsList(props: {
  readonly findings: readonly Finding[];
  readonly marks: readonly Marked[];
  readonly active: string | null;
  readonly onPoint: (subject: string | null) => void;
  readonly onShow: (mark: Marked) => void;
}) {
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
              <AriaButton
                className="finding placed"
                data-subject={subject}
                onHoverChange={(isOver) => {
                  props.onPoint(isOver ? subject : null);
                }}
                onFocusChange={(isFocused) => {
                  props.onPoint(isFocused ? subject : null);
                }}
                onPress={() => {
                  props.onShow(mark);
                }}
              >
                <Said finding={finding} />
              </AriaButton>
            )}
          </li>
        );
      })}
    </ul>
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
