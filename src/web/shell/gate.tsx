import { useEffect, type ReactNode } from 'react';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import './shell.css';

/** The frame of the pages before the sign-in. */
export function Gate(props: { readonly title: string; readonly intro?: string; readonly children: ReactNode }) {
  const { common } = useStrings();
  const { language, setLanguage } = useLanguage();
  useEffect(() => {
    document.title = `${props.title} – ${common.product}`;
  }, [props.title, common.product]);
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="row">
          <span className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            {common.product}
          </span>
          <Button
            kind="quiet"
            isSmall
            onPress={() => {
              setLanguage(language === 'en' ? 'cy' : 'en');
            }}
          >
            {language === 'en' ? 'Cymraeg' : 'English'}
          </Button>
        </div>
        <div>
          <h1>{props.title}</h1>
          {props.intro !== undefined && <p className="muted">{props.intro}</p>}
        </div>
        {props.children}
      </div>
    </main>
  );
}
