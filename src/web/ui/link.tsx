import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

/** A link to another page of Photoward; `looks="button"` for the main thing to do next. */
export function Link(props: {
  readonly to: string;
  readonly looks?: 'link' | 'button' | 'primary';
  readonly children: ReactNode;
}) {
  const { looks = 'link' } = props;
  const className = looks === 'link' ? undefined : `button ${looks === 'primary' ? 'primary' : 'plain'}`;
  return (
    <RouterLink to={props.to} className={className}>
      {props.children}
    </RouterLink>
  );
}
