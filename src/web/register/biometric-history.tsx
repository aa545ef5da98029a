import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import type { Biometric } from './biometric-panel.tsx';
import { DocumentLink } from './document-link.tsx';

/** Every event of a biometric permission, the newest first. */
export function BiometricHistory({ data }: { readonly data: Biometric }) {
  const { biometric: words, consents } = useStrings();
  const { day, moment } = useFormats();
  if (data.events.length === 0) return null;
  const nameOf = (guardianId: string | null): string =>
    data.parents.find((parent) => parent.guardianId === guardianId)?.name ?? consents.guardian;
  return (
    <Card id="biometric-history" title={words.history}>
      <ol className="register-people">
        {data.events.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{day(one.happenedOn)}</strong>: {one.guardianId === null ? '' : `${nameOf(one.guardianId)} `}
              {words.events[one.event]}
              {one.evidenceReference === null ? '' : ` (${one.evidenceReference})`}{' '}
              <DocumentLink documentId={one.documentId} />
            </span>
            <span className="muted">{consents.recordedBy(one.recordedBy.displayName, moment(one.recordedAt))}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
