import { disclosureEndpoints } from '../../contract/disclosures.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Loaded } from '../ui/loaded.tsx';

/** Who was told what, the newest first; of one pupil or photo if asked. `isQuiet`: nothing where there is none. */
export function DisclosureList(props: {
  readonly about: { readonly pupilId?: string; readonly photoId?: string };
  readonly isQuiet?: boolean;
}) {
  const { safeguarding: words } = useStrings();
  const { day } = useFormats();
  const disclosures = useEndpoint(disclosureEndpoints.list, { query: { limit: 200, ...props.about } });
  return (
    <Loaded from={disclosures}>
      {({ items }) =>
        items.length === 0 ? (
          props.isQuiet === true ? null : (
            <p>{words.noDisclosures}</p>
          )
        ) : (
          <ul className="safeguarding-list">
            {items.map(({ id, toKind, recipient, told, disclosedOn, recordedBy }) => (
              <li key={id}>
                <strong>
                  {words.toKinds[toKind]}: {recipient}
                </strong>{' '}
                <span className="muted">
                  {day(disclosedOn)} · {words.recordedBy(recordedBy.displayName)}
                </span>
                <p>{told}</p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
