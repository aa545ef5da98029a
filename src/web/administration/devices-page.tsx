import type { AnswerOf } from '../../contract/endpoint.ts';
import { setupEndpoints } from '../../contract/setup.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { BackLink } from './back-link.tsx';
import './administration.css';

const changes = ['setup.'];
const empty = { make: '', model: '', serial: '', label: '' };

/** The school's cameras, tablets and phones. */
export function DevicesPage() {
  const { devices: words } = useStrings();
  const devices = useEndpoint(setupEndpoints.listDevices, {});
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <Loaded from={devices}>
        {(data) =>
          data.devices.length === 0 ? (
            <EmptyState title={words.empty} help={words.emptyText} />
          ) : (
            <ul className="administration-list card">
              {data.devices.map((device) => (
                <DeviceItem key={device.id} device={device} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <AddDevice />
    </Page>
  );
}

type Device = AnswerOf<typeof setupEndpoints.listDevices>['devices'][number];

function DeviceItem({ device }: { readonly device: Device }) {
  const { devices: words } = useStrings();
  const { day } = useFormats();
  const retire = useAction(setupEndpoints.retireDevice, {
    changes,
    onDone: () => {
      toasts.show(words.retired);
    },
  });
  return (
    <li>
      <span>
        <strong>{device.label}</strong>: {device.make} {device.model}
        {device.serial !== null && `, ${device.serial}`}
        <br />
        <span className="muted">{words.added(day(dayOf(device.addedAt)))}</span>
      </span>
      <Button
        isSmall
        aria-label={`${words.retire}: ${device.label}`}
        isPending={retire.isPending}
        onPress={() => {
          retire.mutate({ params: { deviceId: device.id } });
        }}
      >
        {words.retire}
      </Button>
      <ErrorNotice error={retire.error} />
    </li>
  );
}

function AddDevice() {
  const { devices: words } = useStrings();
  const { draft, change, field } = useDraft(empty);
  const add = useAction(setupEndpoints.addDevice, {
    changes,
    onDone: () => {
      toasts.show(words.addedNow);
      change(empty);
    },
  });
  const text = (name: keyof typeof empty) => ({ ...field(name), label: words[name], isRequired: name !== 'serial' });
  return (
    <Card id="devices-add" title={words.add}>
      <SendForm
        action={words.add}
        sending={add}
        onSend={() => {
          add.mutate({ body: { ...draft, serial: draft.serial === '' ? null : draft.serial } });
        }}
      >
        <TextField {...text('label')} />
        <TextField {...text('make')} />
        <TextField {...text('model')} />
        <TextField {...text('serial')} />
      </SendForm>
    </Card>
  );
}
