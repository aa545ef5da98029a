import { useState } from 'react';
import { biometricEndpoints } from '../../contract/register-answers.ts';
import { setupEndpoints } from '../../contract/setup.ts';
import type { AnswerOf, BodySent } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { BiometricHistory } from './biometric-history.tsx';
import type { PanelProps } from './pupil-page.tsx';
import { RecordBiometricDialog } from './record-biometric-dialog.tsx';
import { ReferencePhotos } from './reference-photos.tsx';

export type Biometric = AnswerOf<typeof biometricEndpoints.read>;
export type BiometricEventName = BodySent<typeof biometricEndpoints.record>['event'];

/** What is about to be recorded, and about whom. */
export interface Recording {
  readonly event: BiometricEventName;
  readonly parent: Biometric['parents'][number] | null;
}

/** Permission to match a face, as a guided form in the order the law asks for it. */
export function BiometricPanel({ pupil, onShow }: PanelProps) {
  const biometric = useEndpoint(biometricEndpoints.read, { params: { pupilId: pupil.id } });
  const matching = useEndpoint(setupEndpoints.readMatching, {});
  const [recording, setRecording] = useState<Recording | null>(null);
  return (
    <Loaded from={biometric}>
      {(data) => (
        <div className="stack">
          <PermissionCard
            data={data}
            isMatchingOff={matching.data?.isMatchingOn === false}
            onRecord={setRecording}
            onGuardians={() => {
              onShow('guardians');
            }}
          />
          {data.canHoldTemplate && matching.data?.isMatchingOn === true && <ReferencePhotos pupil={pupil} />}
          <BiometricHistory data={data} />
          {recording !== null && (
            <RecordBiometricDialog
              pupilId={pupil.id}
              recording={recording}
              onClose={() => {
                setRecording(null);
              }}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

interface StepProps {
  readonly data: Biometric;
  readonly onRecord: (recording: Recording) => void;
}

interface StepsProps extends StepProps {
  readonly onGuardians: () => void;
}

/** How the permission stands, what it lacks, and the steps towards it. */
function PermissionCard(props: StepsProps & { readonly isMatchingOff: boolean }) {
  const { biometric: words, register } = useStrings();
  const { list } = useFormats();
  const { data } = props;
  return (
    <Card id="biometric-title" title={words.title} help={words.law}>
      {props.isMatchingOff && <Notice tone="warning">{words.matchingOff}</Notice>}
      <Notice tone={data.canHoldTemplate ? 'good' : 'warning'} title={register.permissions[data.permission]} isLive>
        <p>{data.canHoldTemplate ? words.complete : words.incomplete}</p>
        {data.missing.length > 0 && <p>{words.missing(list(data.missing.map((gap) => words.gaps[gap])))}</p>}
      </Notice>
      <Steps data={data} onRecord={props.onRecord} onGuardians={props.onGuardians} />
    </Card>
  );
}

function Steps(props: StepsProps) {
  const { biometric: words } = useStrings();
  const { data } = props;
  const hasGap = (...gaps: Biometric['missing']): boolean => data.missing.some((gap) => gaps.includes(gap));
  const isStopped = hasGap('parent-objected', 'pupil-objected', 'withdrawn');
  return (
    <>
      <div className={`register-step ${data.parents.length > 0 ? 'done' : ''}`}>
        <h3>{words.steps.parents}</h3>
        {data.parents.length === 0 && <p>{words.noParents}</p>}
        <ul className="register-people">
          {data.parents.map(({ guardianId, name }) => (
            <li key={guardianId}>{name}</li>
          ))}
        </ul>
        <div>
          <Button isSmall onPress={props.onGuardians}>
            {words.toGuardians}
          </Button>
        </div>
      </div>
      <div className={`register-step ${hasGap('no-parent', 'parent-not-notified') ? '' : 'done'}`}>
        <h3>{words.steps.notify}</h3>
        <NotifyStep {...props} />
      </div>
      <div className={`register-step ${hasGap('no-written-consent') ? '' : 'done'}`}>
        <h3>{words.steps.consent}</h3>
        <ConsentStep {...props} />
      </div>
      <div className={`register-step ${isStopped ? 'stopped' : 'done'}`}>
        <h3>{words.steps.objection}</h3>
        <ObjectionStep {...props} isStopped={isStopped} />
      </div>
    </>
  );
}

function NotifyStep({ data, onRecord }: StepProps) {
  const { biometric: words } = useStrings();
  return (
    <ul className="register-people">
      {data.parents.map((parent) => (
        <li key={parent.guardianId}>
          <span>
            {parent.name}: <strong>{parent.isTold ? words.told : words.notTold}</strong>
          </span>
          {!parent.isTold && (
            <span className="row">
              <RecordButton
                label={words.recordTold}
                about={parent.name}
                event="parent-notified"
                {...{ parent, onRecord }}
              />
              <RecordButton label={words.exempt} about={parent.name} event="parent-exempt" {...{ parent, onRecord }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ConsentStep({ data, onRecord }: StepProps) {
  const { biometric: words } = useStrings();
  const reset = data.events.findIndex(({ event }) => event === 'reset');
  const counted = reset < 0 ? data.events : data.events.slice(0, reset);
  return (
    <ul className="register-people">
      {data.parents.map((parent) => (
        <li key={parent.guardianId}>
          <span>
            {parent.name}
            {counted.some((one) => one.event === 'parent-consented' && one.guardianId === parent.guardianId) && (
              <strong>: {words.consented}</strong>
            )}
          </span>
          <RecordButton
            label={words.recordConsent}
            about={parent.name}
            event="parent-consented"
            {...{ parent, onRecord }}
          />
        </li>
      ))}
    </ul>
  );
}

function ObjectionStep({ data, onRecord, isStopped }: StepProps & { readonly isStopped: boolean }) {
  const { biometric: words } = useStrings();
  return (
    <>
      <p className="muted">{words.destroyed}</p>
      <ul className="register-people">
        {data.parents.map((parent) => (
          <li key={parent.guardianId}>
            <span>{parent.name}</span>
            <RecordButton
              label={words.recordParentObjection}
              about={parent.name}
              event="parent-objected"
              {...{ parent, onRecord }}
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <RecordButton label={words.recordPupilObjection} event="pupil-objected" parent={null} onRecord={onRecord} />
        <RecordButton label={words.withdraw} event="withdrawn" parent={null} onRecord={onRecord} />
        {isStopped && <RecordButton label={words.reset} event="reset" parent={null} onRecord={onRecord} />}
      </div>
      {isStopped && <p className="muted">{words.resetHelp}</p>}
    </>
  );
}

function RecordButton(
  props: Recording & {
    readonly label: string;
    readonly about?: string;
    readonly onRecord: (recording: Recording) => void;
  },
) {
  const { label, about, event, parent } = props;
  return (
    <Button
      isSmall
      {...(about === undefined ? {} : { 'aria-label': `${label}: ${about}` })}
      onPress={() => {
        props.onRecord({ event, parent });
      }}
    >
      {label}
    </Button>
  );
}
