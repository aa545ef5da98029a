import { setupEndpoints } from '../../contract/setup.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { textOrNone } from '../ui/text-or-none.ts';
import { toasts } from '../ui/toasts.ts';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
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
  const { draft, field } = useDraft(school);
  const save = useAction(setupEndpoints.changeSchool, {
    changes: ['setup.'],
    onDone: () => {
      toasts.show(words.saved);
    },
  });
  return (
    <SendForm
      action={common.save}
      sending={save}
      onSend={() => {
        save.mutate({ body: draft });
      }}
    >
      <SchoolFields field={field} />
    </SendForm>
  );
}

function SchoolFields({ field }: { readonly field: FieldOf<School> }) {
  const { school: words } = useStrings();
  const text = (name: TextName) => ({ ...textOrNone(field(name)), label: words[name] });
  return (
    <>
      <TextField {...field('name')} label={words.name} isRequired />
      <TextField {...text('urn')} help={words.urnHelp} inputMode="numeric" />
      <TextField {...text('address')} lines="many" />
      <TextField {...text('websiteUrl')} type="url" placeholder="https://" />
      <TextField {...text('policyUrl')} type="url" placeholder="https://" />
      <TextField {...text('dataProtectionContact')} help={words.contactHelp} />
      <TextField {...text('safeguardingContact')} />
      <TextField {...text('complaintsContact')} />
      <RadioField {...field('language')} label={words.language} choices={choicesOf(words.languages, ['en', 'cy'])} />
    </>
  );
}
