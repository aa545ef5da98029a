import { useState } from 'react';
import { setupEndpoints } from '../../contract/setup.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { BackLink } from './back-link.tsx';

type School = AnswerOf<typeof setupEndpoints.readSchool>;
type TextName = Exclude<keyof School, 'language' | 'name'>;

/** The school's own details, which notices show. */
export function SchoolPage() {
  const { school: words } = useStrings();
  const school = useEndpoint(setupEndpoints.readSchool, {});
  return (
    <Page title={words.title} actions={<BackLink />}>
      <Loaded from={school}>{(data) => <SchoolForm school={data} />}</Loaded>
    </Page>
  );
}

function SchoolForm({ school }: { readonly school: School }) {
  const { school: words, common } = useStrings();
  const [draft, setDraft] = useState(school);
  const save = useAction(setupEndpoints.changeSchool, {
    changes: ['setup.'],
    onDone: () => {
      toasts.show(words.saved);
    },
  });
  const text = (name: TextName) => ({
    name,
    label: words[name],
    value: draft[name] ?? '',
    onChange: (value: string) => {
      setDraft({ ...draft, [name]: value === '' ? null : value });
    },
  });
  return (
    <Form
      error={save.error}
      onSubmit={() => {
        save.mutate({ body: draft });
      }}
    >
      <TextField
        label={words.name}
        name="name"
        isRequired
        value={draft.name}
        onChange={(name) => {
          setDraft({ ...draft, name });
        }}
      />
      <TextField {...text('urn')} help={words.urnHelp} inputMode="numeric" />
      <TextField {...text('address')} lines="many" />
      <TextField {...text('websiteUrl')} type="url" placeholder="https://" />
      <TextField {...text('policyUrl')} type="url" placeholder="https://" />
      <TextField {...text('dataProtectionContact')} help={words.contactHelp} />
      <TextField {...text('safeguardingContact')} />
      <TextField {...text('complaintsContact')} />
      <RadioField
        label={words.language}
        name="language"
        value={draft.language}
        choices={(['en', 'cy'] as const).map((value) => ({ value, label: words.languages[value] }))}
        onChange={(language) => {
          setDraft({ ...draft, language });
        }}
      />
      <div>
        <Button kind="primary" type="submit" isPending={save.isPending}>
          {common.save}
        </Button>
      </div>
    </Form>
  );
}
