/** A shape that goes with a verdict, so that colour never stands alone. */
export type MarkKind = 'clear' | 'review' | 'block' | 'unknown' | 'note';

const shapes: Record<MarkKind, string> = {
  clear: 'M2 8.5 6.5 13 14 3.5',
  review: 'M8 1.5 15 14H1Zm0 4.5v4m0 1.6v.4',
  block: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Zm0 4 6 6m0-6-6 6',
  unknown: 'M5.5 5.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M8 12.4v.4',
  note: 'M8 7v5M8 4v.4',
};

export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={shapes[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
