import type { AnswerOf } from '../../contract/endpoint.ts';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Button } from '../ui/button.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toasts } from '../ui/toasts.ts';
import { DisclosureDialog } from './disclosure-dialog.tsx';
import { RestrictDialog } from './restrict-dialog.tsx';

type Restriction = AnswerOf<typeof restrictionEndpoints.list>['restrictions'][number];

/** A pupil's restrictions. A reason is sealed until it is asked for, and every reading is recorded. */
export function RestrictionsSection({ pupilId }: { readonly pupilId: string }) {
  const { safeguarding: words } = useStrings();
  const list = useEndpoint(restrictionEndpoints.list, { params: { pupilId } });
  return (
    <section className="card">
      <h2>{words.restrictions}</h2>
      <Loaded from={list}>
        {({ restrictions }) =>
          restrictions.length === 0 ? (
            <p>{words.noRestrictions}</p>
          ) : (
            <ul className="safeguarding-list">
              {restrictions.map((restriction) => (
                <RestrictionItem key={restriction.id} restriction={restriction} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div>
        <DialogButton dialog={(close) => <RestrictDialog pupilId={pupilId} onClose={close} />}>
          {words.restrict}
        </DialogButton>
      </div>
    </section>
  );
}

function RestrictionItem({ restriction }: { readonly restriction: Restriction }) {
  const { safeguarding: words } = useStrings();
  const { day, moment } = useFormats();
  const { id, startsOn, endsOn, liftedAt, isInForce } = restriction;
  return (
    <li>
      <div className="row">
        <span className={`badge ${isInForce ? 'block' : ''}`}>{isInForce ? words.inForce : words.notInForce}</span>
        <span>{words.period(day(startsOn), endsOn === null ? null : day(endsOn))}</span>
        {liftedAt !== null && <span className="muted">{words.liftedOn(moment(liftedAt))}</span>}
      </div>
      <Reason restrictionId={id} />
      <div className="row">
        <DialogButton
          isSmall
          dialog={(close) => <DisclosureDialog about={{ kind: 'restriction', restrictionId: id }} onClose={close} />}
        >
          {words.disclose}
        </DialogButton>
        {liftedAt === null && <LiftButton restrictionId={id} />}
      </div>
    </li>
  );
}

function LiftButton({ restrictionId }: { readonly restrictionId: string }) {
  const { safeguarding: words } = useStrings();
  return (
    <AskButton
      isSmall
      kind="danger"
      action={words.lift}
      title={words.liftTitle}
      endpoint={restrictionEndpoints.lift}
      input={{ params: { restrictionId } }}
      changes={['restrictions.', 'pupils.', 'register.']}
      onDone={() => {
        toasts.show(words.lifted);
      }}
    >
      <p>{words.liftHelp}</p>
    </AskButton>
  );
}

/** The reason, read only on request, and forgotten when it is hidden. */
function Reason({ restrictionId }: { readonly restrictionId: string }) {
  const { safeguarding: words } = useStrings();
  const read = useAction(restrictionEndpoints.readReason);
  return (
    <div className="stack">
      {read.data !== undefined && <p className="safeguarding-reason">{read.data.reason}</p>}
      <div className="row">
        <Button
          isSmall
          isPending={read.isPending}
          onPress={() => {
            if (read.data === undefined) read.mutate({ params: { restrictionId } });
            else read.reset();
          }}
        >
          {read.data === undefined ? words.readReason : words.hideReason}
        </Button>
        <span className="muted">{words.readReasonHelp}</span>
      </div>
      <ErrorNotice error={read.error} />
    </div>
  );
}
