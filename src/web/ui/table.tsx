import type { ReactNode } from 'react';

/** The head of a column. `isUnseen`: only read aloud, over buttons that speak for themselves. */
export type Column = string | { readonly label: string; readonly className?: string; readonly isUnseen?: boolean };

/** A table that scrolls by itself where it is too wide. `children` are its rows. */
export function Table(props: {
  readonly columns: readonly Column[];
  /** What it shows, read aloud. */
  readonly caption?: string;
  readonly className?: string;
  /** A name under which the keyboard reaches it, to scroll it: for a table with nothing else to stop at. */
  readonly frame?: {
    readonly role: 'region' | 'group';
    readonly 'aria-label'?: string;
    readonly 'aria-labelledby'?: string;
  };
  readonly children: ReactNode;
}) {
  return (
    <div className="table-scroll" {...(props.frame === undefined ? {} : { tabIndex: 0, ...props.frame })}>
      <table className={props.className === undefined ? 'table' : `table ${props.className}`}>
        {props.caption !== undefined && <caption className="visually-hidden">{props.caption}</caption>}
        <thead>
          <tr>
            {props.columns.map((column, at) => (
              <ColumnHead key={at} {...(typeof column === 'string' ? { label: column } : column)} />
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

function ColumnHead({ label, className, isUnseen = false }: Exclude<Column, string>) {
  return (
    <th scope="col" className={className}>
      {isUnseen ? <span className="visually-hidden">{label}</span> : label}
    </th>
  );
}
