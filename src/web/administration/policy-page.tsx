import { useState } from 'react';
import { setupEndpoints } from '../../contract/setup.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { BackLink } from './back-link.tsx';
import { PolicyPreview } from './policy-preview.tsx';
import { PolicyQuestions } from './policy-questions.tsx';
import './administration.css';

export type PolicyVersion = AnswerOf<typeof setupEndpoints.readPolicy>;
export type PolicyRules = PolicyVersion['rules'];
export type PolicyHandling = PolicyVersion['handling'];
type RuleGroup = Exclude<keyof PolicyRules, 'copyrightHolders'>;

const sections = [
  { name: 'match', groups: ['match', 'faces'] },
  { name: 'attire', groups: ['attire'] },
  { name: 'prominence', groups: ['prominence'] },
  { name: 'text', groups: ['text'] },
] as const satisfies readonly { name: string; groups: readonly RuleGroup[] }[];

/** The school's own limits, tried on stored photos before they are put in force. */
export function PolicyPage() {
  const { policy: words } = useStrings();
  const policy = useEndpoint(setupEndpoints.readPolicy, {});
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <Loaded from={policy}>{(data) => <PolicyForm key={data.id} policy={data} />}</Loaded>
      <PolicyHistory />
    </Page>
  );
}

function PolicyForm({ policy }: { readonly policy: PolicyVersion }) {
  const { policy: words } = useStrings();
  const [rules, setRules] = useState(policy.rules);
  const [handling, setHandling] = useState(policy.handling);
  const [reason, setReason] = useState('');
  const save = useAction(setupEndpoints.addPolicyVersion, {
    changes: ['setup.', 'moderation.', 'takedowns.'],
    onDone: ({ number }) => {
      toasts.show(words.saved(number));
    },
  });
  const reset = (): void => {
    setRules(policy.rules);
    setHandling(policy.handling);
  };
  return (
    <Form
      sending={save}
      onSubmit={() => {
        save.mutate({ body: { basedOn: policy.number, rules, handling, reason } });
      }}
    >
      <VersionLine policy={policy} />
      <RuleSections rules={rules} onChange={setRules} />
      <HandlingSection handling={handling} onChange={setHandling} />
      <PolicyQuestions handling={handling} onChange={setHandling} />
      {rules === policy.rules && handling === policy.handling ? (
        <p className="muted">{words.unchanged}</p>
      ) : (
        <>
          <PolicyPreview rules={rules} />
          <TextField label={words.reason} name="reason" isRequired value={reason} onChange={setReason} />
          <SaveButtons isPending={save.isPending} onReset={reset} />
        </>
      )}
    </Form>
  );
}

function RuleSections(props: { readonly rules: PolicyRules; readonly onChange: (rules: PolicyRules) => void }) {
  const { policy: words } = useStrings();
  return (
    <>
      {sections.map(({ name, groups }) => (
        <RuleSection key={name} title={words.sections[name]} groups={groups} {...props} />
      ))}
      <HoldersField {...props} />
    </>
  );
}

/** Whose copyright notices are the school's own, one a line: another's in a photo is flagged. */
function HoldersField(props: { readonly rules: PolicyRules; readonly onChange: (rules: PolicyRules) => void }) {
  const { policy: words } = useStrings();
  return (
    <TextField
      label={words.holders}
      help={words.holdersHelp}
      name="rules.copyrightHolders"
      lines="many"
      value={props.rules.copyrightHolders.join('\n')}
      onChange={(value) => {
        props.onChange({ ...props.rules, copyrightHolders: value === '' ? [] : value.split('\n') });
      }}
    />
  );
}

function SaveButtons(props: { readonly isPending: boolean; readonly onReset: () => void }) {
  const { policy: words } = useStrings();
  return (
    <div className="row">
      <Button kind="primary" type="submit" isPending={props.isPending}>
        {words.save}
      </Button>
      <Button onPress={props.onReset}>{words.reset}</Button>
    </div>
  );
}

function VersionLine({ policy }: { readonly policy: PolicyVersion }) {
  const { policy: words } = useStrings();
  const { day } = useFormats();
  const who = policy.createdBy?.displayName ?? words.system;
  return <p className="muted">{words.version(policy.number, day(dayOf(policy.createdAt)), who)}</p>;
}

function RuleSection(props: {
  readonly title: string;
  readonly groups: readonly RuleGroup[];
  readonly rules: PolicyRules;
  readonly onChange: (rules: PolicyRules) => void;
}) {
  const { policy: words } = useStrings();
  const { rules, onChange } = props;
  return (
    <fieldset className="card">
      <legend className="visually-hidden">{props.title}</legend>
      <h2 aria-hidden="true">{props.title}</h2>
      <div className="administration-grid">
        {props.groups.flatMap((group) =>
          Object.entries(rules[group]).map(([name, value]) => {
            const key = `${group}.${name}` as keyof typeof words.rules;
            return (
              <NumberField
                key={key}
                {...words.rules[key]}
                name={`rules.${key}`}
                step={key === 'match.recognisablePx' ? 1 : 0.01}
                value={value}
                onChange={(next) => {
                  onChange({ ...rules, [group]: { ...rules[group], [name]: next } });
                }}
              />
            );
          }),
        )}
      </div>
    </fieldset>
  );
}

/** A number as it is typed: an unfinished one is kept as text, and the service says what is wrong with it. */
function NumberField(props: {
  readonly label: string;
  readonly help?: string;
  readonly name: string;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const [text, setText] = useState(String(props.value));
  return (
    <TextField
      label={props.label}
      help={props.help}
      name={props.name}
      inputMode={props.step === 1 ? 'numeric' : 'decimal'}
      isRequired
      value={Number(text) === props.value ? text : String(props.value)}
      onChange={(value) => {
        setText(value);
        if (value.trim() !== '' && Number.isFinite(Number(value))) props.onChange(Number(value));
      }}
    />
  );
}

function HandlingSection(props: {
  readonly handling: PolicyHandling;
  readonly onChange: (handling: PolicyHandling) => void;
}) {
  const { policy: words } = useStrings();
  const { handling, onChange } = props;
  const names = Object.keys(words.handling) as (keyof typeof words.handling)[];
  return (
    <fieldset className="card">
      <legend className="visually-hidden">{words.sections.handling}</legend>
      <h2 aria-hidden="true">{words.sections.handling}</h2>
      <div className="administration-grid">
        {names.map((name) => (
          <NumberField
            key={name}
            label={words.handling[name]}
            help={words.days}
            name={`handling.${name}`}
            step={1}
            value={handling[name]}
            onChange={(value) => {
              onChange({ ...handling, [name]: value });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function PolicyHistory() {
  const { policy: words } = useStrings();
  const versions = useEndpoint(setupEndpoints.listPolicyVersions, {});
  return (
    <Card id="policy-history" title={words.history}>
      <Loaded from={versions}>
        {(data) => (
          <ul className="administration-list">
            {data.versions.map((version) => (
              <li key={version.id}>
                <span>{version.reason}</span>
                <VersionLine policy={version} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}
