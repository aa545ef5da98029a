import type { ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from './error-notice.tsx';

/** What a read came to: waiting, refused, or its content. What was read before stays on show while it is read again. */
export function Loaded<Data>(props: {
  readonly from: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
}) {
  const { common } = useStrings();
  const { data, error, refetch } = props.from;
  if (data !== undefined) return props.children(data);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <p className="muted" role="status">
      {common.loading}
    </p>
  );
}
