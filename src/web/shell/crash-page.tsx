import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A page that broke, or could not be fetched: say so instead of showing nothing. */
export function CrashPage() {
  const { errors, common } = useStrings();
  return (
    <Notice tone="bad" title={errors.title} isLive>
      <p>{errors.unexpected}</p>
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
