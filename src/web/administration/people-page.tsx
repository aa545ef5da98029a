import { accountEndpoints } from '../../contract/accounts.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { toasts } from '../ui/toasts.ts';
import { AccountDialog } from './account-dialog.tsx';
import { BackLink } from './back-link.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import './administration.css';

export type Account = AnswerOf<typeof accountEndpoints.list>['accounts'][number];
type Invitation = AnswerOf<typeof accountEndpoints.listInvitations>['invitations'][number];

/** Everybody who works with Photoward. */
export function PeoplePage() {
  const { people: words } = useStrings();
  const accounts = useEndpoint(accountEndpoints.list, {});
  const actions = (
    <>
      <BackLink />
      <DialogButton kind="primary" dialog={(close) => <InviteDialog onClose={close} />}>
        {words.invite}
      </DialogButton>
    </>
  );
  return (
    <Page title={words.title} intro={words.intro} actions={actions}>
      <Loaded from={accounts}>
        {(data) => (
          <>
            {data.accounts.some(isHeld) && (
              <Notice tone="warning" title={words.heldTitle}>
                <p>{words.heldText}</p>
              </Notice>
            )}
            <AccountTable accounts={data.accounts} />
          </>
        )}
      </Loaded>
      <Invitations />
    </Page>
  );
}

function AccountTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const { people: words, common, roles } = useStrings();
  const { moment, list } = useFormats();
  return (
    <Table
      columns={[
        words.name,
        words.email,
        words.roles,
        words.state,
        words.secondFactor,
        words.lastSignIn,
        { label: words.change, isUnseen: true },
      ]}
    >
      {accounts.map((account) => (
        <tr key={account.id}>
          <th scope="row">{account.displayName}</th>
          <td>{account.email}</td>
          <td>{list(account.roles.map((role) => roles[role]))}</td>
          <td>{words[isHeld(account) ? 'held' : account.state]}</td>
          <td>{account.hasSecondFactor ? common.yes : common.no}</td>
          <td>{account.lastSignInAt === null ? words.never : moment(account.lastSignInAt)}</td>
          <td>
            {isHeld(account) && <LetIn account={account} />}
            {account.state === 'active' && (
              <DialogButton
                isSmall
                aria-label={words.changeRoles(account.displayName)}
                dialog={(close) => <AccountDialog account={account} onClose={close} />}
              >
                {words.change}
              </DialogButton>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function isHeld({ state, heldSince }: Account): boolean {
  return state === 'active' && heldSince !== null;
}

function LetIn({ account }: { readonly account: Account }) {
  const { people: words } = useStrings();
  const letIn = useAction(accountEndpoints.letIn, {
    changes: ['accounts.list'],
    onDone: () => {
      toasts.show(words.letInNow);
    },
  });
  return (
    <>
      <Button
        isSmall
        isPending={letIn.isPending}
        aria-label={`${words.letIn}: ${account.displayName}`}
        onPress={() => {
          letIn.mutate({ params: { accountId: account.id } });
        }}
      >
        {words.letIn}
      </Button>
      <ErrorNotice error={letIn.error} />
    </>
  );
}

function Invitations() {
  const { people: words } = useStrings();
  const links = useEndpoint(accountEndpoints.listInvitations, {});
  const revoke = useAction(accountEndpoints.revokeInvitation, {
    changes: ['accounts.listInvitations'],
    onDone: () => {
      toasts.show(words.revoked);
    },
  });
  return (
    <Card id="people-links" title={words.invitations}>
      <ErrorNotice error={revoke.error} />
      <Loaded from={links}>
        {({ invitations }) =>
          invitations.length === 0 ? (
            <p className="muted">{words.noInvitations}</p>
          ) : (
            <ul className="administration-list">
              {invitations.map((invitation) => (
                <InvitationItem
                  key={invitation.id}
                  invitation={invitation}
                  onRevoke={() => {
                    revoke.mutate({ params: { invitationId: invitation.id } });
                  }}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function InvitationItem(props: { readonly invitation: Invitation; readonly onRevoke: () => void }) {
  const { people: words, roles } = useStrings();
  const { moment, list } = useFormats();
  const { kind, displayName, email, expiresAt, roles: held } = props.invitation;
  return (
    <li>
      <span>
        {words.kinds[kind]}: <strong>{displayName}</strong>, {email}{' '}
        <span className="muted">
          ({list(held.map((role) => roles[role]))}; {words.until(moment(expiresAt))})
        </span>
      </span>
      <Button isSmall aria-label={`${words.revoke}: ${displayName}`} onPress={props.onRevoke}>
        {words.revoke}
      </Button>
    </li>
  );
}
