import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import './published.css';

/** What to do about blackmail or misuse, to print and keep at hand. */
export function MisusePage() {
  const { misuse: words } = useStrings();
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        <Button
          onPress={() => {
            window.print();
          }}
        >
          {words.print}
        </Button>
      }
    >
      <section className="card published-card">
        <h2>{words.first}</h2>
        <ol>
          <li>{words.doNotPay}</li>
          <li>{words.police}</li>
          <li>{words.evidence}</li>
          <li>{words.neverCopy}</li>
          <li>{words.lead}</li>
        </ol>
      </section>
      <section className="card published-card">
        <h2>{words.then}</h2>
        <ul>
          <li>{words.remove}</li>
          <li>{words.nca}</li>
          <li>{words.iwf}</li>
          <li>{words.reportRemove}</li>
          <li>{words.ico}</li>
          <li>{words.record}</li>
        </ul>
      </section>
      <section className="card published-card">
        <h2>{words.never}</h2>
        <ul>
          <li>{words.blame}</li>
          <li>{words.alone}</li>
        </ul>
      </section>
      <section className="card published-card published-contacts">
        <h2>{words.contacts}</h2>
        <p>{words.contactsHelp}</p>
      </section>
    </Page>
  );
}
