import { useEffect, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';

/**
 * A page: its heading, what it is for, the things to do at its top, its content. Also names the browser’s tab: browsers keep
 * that in their history and many copy it to another company, so where the heading may name somebody `tab` says what does not.
 */
export function Page(props: {
  readonly title: string;
  readonly tab?: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { common } = useStrings();
  const tab = props.tab ?? props.title;
  useEffect(() => {
    document.title = `${tab} – ${common.product}`;
  }, [tab, common.product]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 tabIndex={-1} id="page-title">
            {props.title}
          </h1>
          {props.intro !== undefined && <p>{props.intro}</p>}
        </div>
        {props.actions !== undefined && <div className="row no-print">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
