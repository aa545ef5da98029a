import { useNavigate } from 'react-router';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { importEndpoints } from '../../contract/register-imports.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toasts } from '../ui/toasts.ts';

/** What may be done with an import that was only tried: all of it is applied, if it has no problem, or none. */
export function ApplyOrAbandon({ one }: { readonly one: AnswerOf<typeof importEndpoints.read> }) {
  const { imports: words } = useStrings();
  const params = { importId: one.id };
  const apply = useApply();
  const abandon = useAbandon();
  return (
    <>
      <ErrorNotice error={apply.error ?? abandon.error} />
      <div className="row">
        {one.counts.problem === 0 && (
          <Button
            kind="primary"
            isPending={apply.isPending}
            onPress={() => {
              apply.mutate({ params });
            }}
          >
            {words.apply}
          </Button>
        )}
        <Button
          isPending={abandon.isPending}
          onPress={() => {
            abandon.mutate({ params });
          }}
        >
          {words.abandon}
        </Button>
      </div>
    </>
  );
}

function useApply() {
  const { imports: words } = useStrings();
  return useAction(importEndpoints.apply, {
    changes: ['imports.', 'pupils.', 'register.'],
    onDone: () => {
      toasts.show(words.applied);
    },
  });
}

/** Abandons, and goes back to the list. */
function useAbandon() {
  const { imports: words } = useStrings();
  const navigate = useNavigate();
  return useAction(importEndpoints.abandon, {
    changes: ['imports.'],
    onDone: () => {
      toasts.show(words.abandoned);
      void navigate('/imports');
    },
  });
}
