import type { ReactNode } from 'react';

/** Nothing here yet: why, and what to do next. */
export function EmptyState(props: { readonly title: string; readonly help?: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.help !== undefined && <p>{props.help}</p>}
      {props.children}
    </div>
  );
}
