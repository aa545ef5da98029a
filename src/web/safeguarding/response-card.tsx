import { useStrings } from '../strings/use-strings.ts';

/** What to do when a picture may show nudity, or somebody is blackmailed with one. */
export function ResponseCard() {
  const { safeguarding: words } = useStrings();
  const { posh, nspcc, childline, ukcis } = words.helpers;
  return (
    <section className="card safeguarding-card">
      <h2>{words.cardTitle}</h2>
      <ol>
        {Object.values(words.card).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{words.help}</h3>
      <ul>
        {[posh, nspcc, childline, ukcis].map((helper) => (
          <li key={helper}>{helper}</li>
        ))}
      </ul>
    </section>
  );
}
