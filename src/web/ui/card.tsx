import type { ReactNode, RefObject } from 'react';

/** A part of a page with a heading of its own, which also names it to those who hear it. */
export function Card({
  id,
  title,
  help,
  action,
  heading,
  children,
}: {
  /** The heading's, no other's on the page. */
  readonly id: string;
  readonly title: string;
  /** What it is for, below the heading. */
  readonly help?: string;
  /** The button beside the heading. */
  readonly action?: ReactNode;
  /** From `useFocusKept`, where the focus may have to go to the heading. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
}) {
  const head = (
    <h2 id={id} {...(heading === undefined ? {} : { ref: heading, tabIndex: -1 })}>
      {title}
    </h2>
  );
  return (
    <section className="card" aria-labelledby={id}>
      {action === undefined ? (
        head
      ) : (
        <div className="page-head">
          {head}
          {action}
        </div>
      )}
      {help !== undefined && <p className="muted">{help}</p>}
      {children}
    </section>
  );
}
