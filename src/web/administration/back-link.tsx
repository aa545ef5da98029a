import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';

/** The way back to everything the administrator keeps. */
export function BackLink() {
  const { administration } = useStrings();
  return <Link to="/administration">{administration.title}</Link>;
}
