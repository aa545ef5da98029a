import { useRouteError } from 'react-router';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A page that broke, or could not be fetched: say so instead of showing nothing. */
export function CrashPage() {
  const { errors, common } = useStrings();
  const error = useRouteError();
  // Fetching a page's script fails so where there is no connection; Firefox and Safari put it in other words.
  const isUnreached = !navigator.onLine || (error instanceof TypeError && /import|module script/u.test(error.message));
  return (
    <Notice tone="bad" title={errors.title} isLive>
      <p>{isUnreached ? errors.offline : errors.unexpected}</p>
      <div>
        <Button
          onPress={() => {
            window.location.reload();
          }}
        >
          {common.retry}
        </Button>
      </div>
    </Notice>
  );
}
