import type { ReactNode } from 'react';
import { Link } from '../ui/link.tsx';
import { Mark, type MarkKind } from '../ui/mark.tsx';

export interface HomeLine {
  readonly look: MarkKind;
  readonly text: string;
}

/** One thing to look after: what there is to do, and where. With no lines it says that nothing waits. */
export function HomeCard(props: {
  readonly title: string;
  readonly lines: readonly HomeLine[];
  readonly none: string;
  readonly to: string;
  readonly link: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className="card home-card" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.lines.length === 0 ? (
        <p className="muted">{props.none}</p>
      ) : (
        <ul>
          {props.lines.map(({ look, text }) => (
            <li key={text} className={`home-line ${look}`}>
              <Mark kind={look} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {props.children}
      <p>
        <Link to={props.to}>{props.link}</Link>
      </p>
    </section>
  );
}
