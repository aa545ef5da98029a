import { webhookEndpoints } from '../../contract/webhooks.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { BackLink } from './back-link.tsx';
import './administration.css';

type Webhook = AnswerOf<typeof webhookEndpoints.list>['webhooks'][number];
type Delivery = AnswerOf<typeof webhookEndpoints.listDeliveries>['items'][number];
type EventName = Webhook['events'][number];

const allEvents: readonly EventName[] = [
  'batch.decided',
  'photo.released',
  'takedown.opened',
  'takedown.called-off',
  'takedown.done',
];
const changes = ['webhooks.'];

interface NewWebhook {
  readonly url: string;
  readonly events: EventName[];
}

/** Announcements to a website of the school. */
export function WebhooksPage() {
  const { webhooks: words } = useStrings();
  const webhooks = useEndpoint(webhookEndpoints.list, {});
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <Loaded from={webhooks}>
        {(data) =>
          data.webhooks.length === 0 ? (
            <EmptyState title={words.empty} help={words.emptyText} />
          ) : (
            data.webhooks.map((webhook) => <WebhookCard key={webhook.id} webhook={webhook} />)
          )
        }
      </Loaded>
      <AddWebhook />
    </Page>
  );
}

function WebhookCard({ webhook }: { readonly webhook: Webhook }) {
  const { webhooks: words } = useStrings();
  const { list } = useFormats();
  const remove = useAction(webhookEndpoints.remove, {
    changes,
    onDone: () => {
      toasts.show(words.removed);
    },
  });
  return (
    <section className="card" aria-label={webhook.url}>
      <h2>{webhook.url}</h2>
      <p>{list(webhook.events.map((event) => words.eventNames[event]))}</p>
      <Deliveries webhookId={webhook.id} />
      <ErrorNotice error={remove.error} />
      <div>
        <Button
          kind="danger"
          isSmall
          isPending={remove.isPending}
          onPress={() => {
            remove.mutate({ params: { webhookId: webhook.id } });
          }}
        >
          {words.remove}
        </Button>
      </div>
    </section>
  );
}

function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const { webhooks: words } = useStrings();
  const deliveries = useEndpoint(webhookEndpoints.listDeliveries, { params: { webhookId }, query: { limit: 20 } });
  const resend = useAction(webhookEndpoints.resend, {
    changes,
    onDone: () => {
      toasts.show(words.resent);
    },
  });
  return (
    <details>
      <summary>{words.deliveries}</summary>
      <ErrorNotice error={resend.error} />
      <Loaded from={deliveries}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{words.noDeliveries}</p>
          ) : (
            <ul className="administration-list">
              {items.map((delivery) => (
                <DeliveryItem
                  key={delivery.id}
                  delivery={delivery}
                  onResend={() => {
                    resend.mutate({ params: { deliveryId: delivery.id } });
                  }}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </details>
  );
}

function DeliveryItem(props: { readonly delivery: Delivery; readonly onResend: () => void }) {
  const { webhooks: words } = useStrings();
  const { moment } = useFormats();
  const { event, createdAt, state, attempts, lastStatus } = props.delivery;
  return (
    <li>
      <span>
        {words.eventNames[event as EventName]}, {moment(createdAt)}: {words.states[state]}, {words.attempts(attempts)}
        {lastStatus !== null && ` (${lastStatus})`}
      </span>
      {state !== 'waiting' && (
        <Button isSmall onPress={props.onResend}>
          {words.resend}
        </Button>
      )}
    </li>
  );
}

function AddWebhook() {
  const { webhooks: words } = useStrings();
  const { draft, field } = useDraft<NewWebhook>({ url: '', events: [...allEvents] });
  const add = useAction(webhookEndpoints.add, { changes });
  return (
    <Card id="webhooks-add" title={words.add}>
      {add.data !== undefined && <NewSecret secret={add.data.secret} />}
      <SendForm
        action={words.add}
        sending={add}
        onSend={() => {
          add.mutate({ body: draft });
        }}
      >
        <TextField {...field('url')} label={words.url} type="url" placeholder="https://" isRequired />
        <CheckboxGroupField
          {...field('events')}
          label={words.events}
          isRequired
          choices={choicesOf(words.eventNames, allEvents)}
        />
      </SendForm>
    </Card>
  );
}

/** The key that announcements are signed with, shown this once. */
function NewSecret({ secret }: { readonly secret: string }) {
  const { webhooks: words } = useStrings();
  return (
    <>
      <Notice tone="good" title={words.secretTitle} isLive>
        <p>{words.secretText}</p>
      </Notice>
      <p className="administration-secret">{secret}</p>
      <div>
        <CopyButton text={secret} />
      </div>
    </>
  );
}
