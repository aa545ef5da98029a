import { useState } from 'react';
import { consentEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { choicesOfNamed } from '../ui/choices-of-named.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { AttachDocument } from './attach-document.tsx';
import type { Consents } from './consent-panel.tsx';
import { DocumentLink } from './document-link.tsx';
import { todayIso } from '../strings/today-iso.ts';
import { useChannelNames } from '../api/use-channel-names.ts';

const changes = ['consents.', 'pupils.', 'register.', 'takedowns.'];
const everyChannel = '*';

/** The pupil's own wish, which outweighs every guardian. */
export function ObjectionCard(props: { readonly pupilId: string; readonly objections: Consents['objections'] }) {
  const { consents: words } = useStrings();
  const { day } = useFormats();
  const { nameOf } = useChannelNames();
  const lift = useAction(consentEndpoints.liftObjection, { changes });
  const inForce = props.objections.filter(({ liftedAt }) => liftedAt === null);
  return (
    <Card id="objections" title={words.objectionTitle} help={words.objectionHelp}>
      {inForce.length === 0 && <p>{words.noObjection}</p>}
      <ul className="register-people">
        {inForce.map(({ id, channelId, objectedOn, documentId }) => (
          <li key={id}>
            <span>
              {words.objected(channelId === null ? words.allChannels : nameOf(channelId), day(objectedOn))}{' '}
              <DocumentLink documentId={documentId} />
            </span>
            <Button
              isSmall
              onPress={() => {
                lift.mutate({ params: { objectionId: id } });
              }}
            >
              {words.lift}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNotice error={lift.error} />
      <div>
        <DialogButton dialog={(close) => <ObjectDialog pupilId={props.pupilId} onClose={close} />}>
          {words.object}
        </DialogButton>
      </div>
    </Card>
  );
}

function ObjectDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { consents: words } = useStrings();
  const { open } = useChannelNames();
  const [channel, setChannel] = useState(everyChannel);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const channelId = channel === everyChannel ? null : channel;
  return (
    <AskDialog
      title={words.object}
      action={words.object}
      endpoint={consentEndpoints.object}
      input={{ params: { pupilId }, body: { channelId, objectedOn: todayIso(), documentId } }}
      changes={changes}
      onDone={() => {
        toasts.show(words.objectionRecorded);
      }}
      onClose={onClose}
    >
      <SelectField
        label={words.channel}
        value={channel}
        choices={[{ value: everyChannel, label: words.allChannels }, ...choicesOfNamed(open)]}
        onChange={setChannel}
      />
      <AttachDocument pupilId={pupilId} onAttached={setDocumentId} />
      <p>{words.objectConfirm}</p>
    </AskDialog>
  );
}
