import { useFindingName } from '../strings/use-finding-name.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';

interface Found {
  readonly code: string;
  /** 'face 3', 'text 2', 'person 1'; 'photo' and 'file' are about all of it. */
  readonly subject: string;
  /** In English. */
  readonly reason: string;
}

/** Findings whose reason says no more than their name does: it names nobody and nothing that was read. */
const saidByName = [
  'photo/cannot-be-used',
  'photo/words',
  'photo/moderator-first',
  'photo/rejected-before',
  'photo/covers-unseen',
  'faces/none',
];

/** A finding in words: its reason, and on pages in another language first where and what it is in that language. */
export function FindingWords({ finding }: { readonly finding: Found }) {
  const { language } = useLanguage();
  const nameOf = useFindingName();
  const placeOf = usePlaceName();
  const { code, subject, reason } = finding;
  if (language === 'en') return <span>{reason}</span>;
  return (
    <span>
      {[placeOf(subject), nameOf(code)].filter((part) => part !== null).join(': ')}.
      {!saidByName.includes(code) && (
        <>
          {' '}
          <span lang="en" className="english-words">
            {reason}
          </span>
        </>
      )}
    </span>
  );
}

/** The name of a place in the picture; null for what is about all of it. */
function usePlaceName(): (subject: string) => string | null {
  const { reviewPhoto: words } = useStrings();
  const places: Readonly<Record<string, (number: number) => string>> = {
    face: words.face,
    text: words.text,
    person: words.person,
  };
  return (subject) => {
    const [kind = '', number] = subject.split(' ');
    return places[kind]?.(Number(number)) ?? null;
  };
}
