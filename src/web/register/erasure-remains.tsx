import { useHasRole } from '../api/use-has-role.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import type { Erasure } from './erasures-page.tsx';

/** Photos that were about the pupil. Who may open them can look; the others know that somebody must. */
export function ErasurePhotos({ photos }: { readonly photos: Erasure['proof']['photos'] }) {
  const { erasures: words } = useStrings();
  const mayOpen = useHasRole('moderator', 'dsl');
  if (photos.length === 0) return null;
  return (
    <div>
      <h3>{words.photosTitle}</h3>
      <p>{mayOpen ? words.photosHelp : words.photosOthers(photos.length)}</p>
      {mayOpen && <Links ids={photos} to="/review" name={words.photo} />}
    </div>
  );
}

/** Where the full name still stands in words. */
export function ErasureMentions({ mentions }: { readonly mentions: Erasure['proof']['mentions'] }) {
  const { erasures: words } = useStrings();
  const mayOpenPhotos = useHasRole('moderator', 'dsl');
  if (mentions.length === 0) return null;
  return (
    <div>
      <h3>{words.mentionsTitle}</h3>
      <p>{words.mentionsHelp}</p>
      <ul>
        {mentions.map(({ place, count, rows }) => {
          const leads = leadsOf(place, mayOpenPhotos);
          return (
            <li key={place}>
              {words.mention(nameOf(place, words.places), count)}
              {leads !== null && <Links ids={rows} to={leads.to} name={words[leads.name]} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function nameOf(place: string, places: Readonly<Record<string, string>>): string {
  return places[place] ?? place;
}

/** What the rows of a place are, and where they are opened. */
function leadsOf(place: string, mayOpenPhotos: boolean) {
  const [table] = place.split('.');
  if (table === 'batches') return { to: '/batches', name: 'batch' } as const;
  if (table === 'releases') return { to: '/published', name: 'release' } as const;
  return mayOpenPhotos ? ({ to: '/review', name: 'photo' } as const) : null;
}

function Links(props: {
  readonly ids: readonly string[];
  readonly to: string;
  readonly name: (number: number) => string;
}) {
  if (props.ids.length === 0) return null;
  return (
    <ul className="row register-links">
      {props.ids.map((id, at) => (
        <li key={id}>
          <Link to={`${props.to}/${id}`}>{props.name(at + 1)}</Link>
        </li>
      ))}
    </ul>
  );
}
