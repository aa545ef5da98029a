import { useStrings } from '../strings/use-strings.ts';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import './published.css';

/** What to do about blackmail or misuse, to print and keep at hand. */
export function MisusePage() {
  const { misuse: words } = useStrings();
  return (
    <Page title={words.title} intro={words.intro} actions={<PrintButton>{words.print}</PrintButton>}>
      <section className="card published-card">
        <h2>{words.first}</h2>
        <ol>
          <Items of={[words.doNotPay, words.police, words.evidence, words.neverCopy, words.lead]} />
        </ol>
      </section>
      <section className="card published-card">
        <h2>{words.then}</h2>
        <ul>
          <Items of={[words.remove, words.nca, words.iwf, words.reportRemove, words.ico, words.record]} />
        </ul>
      </section>
      <section className="card published-card">
        <h2>{words.never}</h2>
        <ul>
          <Items of={[words.blame, words.alone]} />
        </ul>
      </section>
      <section className="card published-card published-contacts">
        <h2>{words.contacts}</h2>
        <p>{words.contactsHelp}</p>
      </section>
    </Page>
  );
}

function Items({ of }: { readonly of: readonly string[] }) {
  return of.map((item) => <li key={item}>{item}</li>);
}
