import { useStrings } from '../strings/use-strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';

export function NotFoundPage() {
  const { errors } = useStrings();
  return (
    <Page title={errors.notFoundTitle}>
      <EmptyState title={errors.notFound}>
        <Link to="/" looks="button">
          {errors.home}
        </Link>
      </EmptyState>
    </Page>
  );
}
