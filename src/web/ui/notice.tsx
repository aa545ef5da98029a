import type { ReactNode } from 'react';

/** Something to know. `bad` and `warning` are announced at once where `isLive`. */
export function Notice(props: {
  readonly tone?: 'info' | 'good' | 'warning' | 'bad';
  readonly title?: string;
  readonly isLive?: boolean;
  readonly children?: ReactNode;
}) {
  const { tone = 'info', isLive = false } = props;
  return (
    <div className={`notice ${tone}`} {...(isLive ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}>
      {props.title !== undefined && <strong>{props.title}</strong>}
      {props.children}
    </div>
  );
}
