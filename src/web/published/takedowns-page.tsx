import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useSearchParams } from 'react-router';
import { hasRole, usePerson } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Page } from '../ui/page.tsx';
import { LooksList } from './looks-list.tsx';
import { ReplayButton } from './replay-button.tsx';
import { TakedownsList } from './takedowns-list.tsx';
import './published.css';

/** What must come down, what is done, and what a person must look at again. */
export function TakedownsPage() {
  const { takedowns: words } = useStrings();
  const { person } = usePerson();
  const [search, setSearch] = useSearchParams();
  if (person === null || person === undefined) return null;
  const mayLook = hasRole(person, ['moderator', 'dsl']);
  const shown = search.get('show');
  return (
    <Page title={words.title} intro={words.intro} actions={hasRole(person, ['dsl']) && <ReplayButton />}>
      <Tabs
        selectedKey={shown === 'done' || (shown === 'looks' && mayLook) ? shown : 'open'}
        onSelectionChange={(key) => {
          setSearch(key === 'open' ? {} : { show: String(key) }, { replace: true });
        }}
      >
        <TabList aria-label={words.title}>
          <Tab id="open">{words.tabs.open}</Tab>
          <Tab id="done">{words.tabs.done}</Tab>
          {mayLook && <Tab id="looks">{words.tabs.looks}</Tab>}
        </TabList>
        <TabPanel id="open">
          <TakedownsList state="open" person={person} />
        </TabPanel>
        <TabPanel id="done">
          <TakedownsList state="done" person={person} />
        </TabPanel>
        {mayLook && (
          <TabPanel id="looks">
            <LooksList />
          </TabPanel>
        )}
      </Tabs>
    </Page>
  );
}
