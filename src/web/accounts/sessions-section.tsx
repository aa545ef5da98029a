import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { sessionEndpoints } from '../../contract/sign-in.ts';
import { call } from '../api/call.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toasts } from '../ui/toasts.ts';

type Session = AnswerOf<typeof sessionEndpoints.list>['sessions'][number];

/** Where I am signed in, and signing out elsewhere. */
export function SessionsSection() {
  const { account: words } = useStrings();
  const from = useEndpoint(sessionEndpoints.list, {});
  const revoke = useRevoke();
  return (
    <Card id="account-sessions" title={words.sessions}>
      <Loaded from={from}>
        {({ sessions }) => (
          <>
            <ul className="account-sessions">
              {sessions.map((session) => (
                <SessionItem
                  key={session.id}
                  session={session}
                  onRevoke={() => {
                    revoke.mutate([session.id]);
                  }}
                />
              ))}
            </ul>
            {sessions.length > 2 && (
              <div>
                <Button
                  isPending={revoke.isPending}
                  onPress={() => {
                    revoke.mutate(sessions.filter(({ isCurrent }) => !isCurrent).map(({ id }) => id));
                  }}
                >
                  {words.revokeOthers}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <ErrorNotice error={revoke.error} />
    </Card>
  );
}

function SessionItem({ session, onRevoke }: { readonly session: Session; readonly onRevoke: () => void }) {
  const { account: words } = useStrings();
  const { day, ago } = useFormats();
  const { device, isCurrent, method, createdAt, lastSeenAt } = session;
  return (
    <li>
      <div>
        <strong>{device}</strong> {isCurrent && <span className="badge clear">{words.here}</span>}
        <p className="muted">{words.since(day(dayOf(createdAt)), words.methods[method])}</p>
        <p className="muted">{words.seen(ago(lastSeenAt))}</p>
      </div>
      {!isCurrent && (
        <Button isSmall aria-label={words.revokeNamed(device)} onPress={onRevoke}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}

function useRevoke() {
  const { account: words } = useStrings();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (sessionIds: readonly string[]) => {
      for (const sessionId of sessionIds) await call(sessionEndpoints.revoke, { params: { sessionId } });
    },
    onSuccess: () => {
      toasts.show(words.revoked);
    },
    onSettled: () => client.invalidateQueries({ queryKey: [sessionEndpoints.list.name] }),
  });
}
