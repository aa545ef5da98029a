import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useParams } from 'react-router';
import { pupilEndpoints } from '../../contract/register.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { BiometricPanel } from './biometric-panel.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { fullName } from './full-name.ts';
import { GuardiansPanel } from './guardians-panel.tsx';
import { PortraitFigure } from './portrait-figure.tsx';
import { RightsPanel } from './rights-panel.tsx';
import { useChannelNames } from '../api/use-channel-names.ts';
import './register.css';

export type Pupil = AnswerOf<typeof pupilEndpoints.read>;

const panels = {
  consents: ConsentPanel,
  biometric: BiometricPanel,
  guardians: GuardiansPanel,
  details: DetailsPanel,
  rights: RightsPanel,
} as const;

type PanelName = keyof typeof panels;

/** One pupil. Moderators see the summary; the office and the safeguarding lead everything they may record. */
export function PupilPage() {
  const { pupilId = '' } = useParams();
  const { register, pupil: words, today } = useStrings();
  const pupil = useEndpoint(pupilEndpoints.read, { params: { pupilId } });
  return (
    <Page
      title={pupil.data === undefined ? register.title : fullName(pupil.data)}
      tab={today.pupil}
      actions={<Link to="/pupils">{words.back}</Link>}
    >
      <Loaded from={pupil}>{(data) => <PupilRecord pupil={data} />}</Loaded>
    </Page>
  );
}

function PupilRecord({ pupil }: { readonly pupil: Pupil }) {
  const { pupil: words } = useStrings();
  const [tab, setTab] = useState<PanelName>('consents');
  const isOffice = useHasRole('office', 'dsl');
  return (
    <>
      {pupil.askBeforeContact && <Notice tone="warning">{words.askFirst}</Notice>}
      <Summary pupil={pupil} />
      {isOffice && (
        <Tabs
          selectedKey={tab}
          onSelectionChange={(key) => {
            setTab(key as PanelName);
          }}
        >
          <TabList aria-label={fullName(pupil)}>
            {Object.keys(panels).map((name) => (
              <Tab key={name} id={name}>
                {words.tabs[name as PanelName]}
              </Tab>
            ))}
          </TabList>
          {Object.entries(panels).map(([name, Panel]) => (
            <TabPanel key={name} id={name}>
              <Panel pupil={pupil} onShow={setTab} />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </>
  );
}

/** What every panel gets. */
export interface PanelProps {
  readonly pupil: Pupil;
  /** Open another panel. */
  readonly onShow: (name: 'consents' | 'biometric' | 'guardians' | 'details' | 'rights') => void;
}

function Summary({ pupil }: { readonly pupil: Pupil }) {
  const { register, pupil: words, details } = useStrings();
  const { nameOf } = useChannelNames();
  const { day, list } = useFormats();
  const barred = pupil.mayNotAppearOn.map(({ channelId }) => nameOf(channelId));
  return (
    <div className="register-head">
      <PortraitFigure pupil={pupil} />
      <div className="stack">
        {pupil.leftOn !== null && <Notice>{register.leftOn(day(pupil.leftOn))}</Notice>}
        <Notice tone={barred.length > 0 ? 'bad' : 'good'}>
          {barred.length > 0 ? words.mayNotAppear(list(barred)) : words.mayAppear}
        </Notice>
        <dl className="facts">
          <dt>{details.className}</dt>
          <dd>{pupil.className ?? '–'}</dd>
          <dt>{register.number}</dt>
          <dd>{pupil.schoolNumber}</dd>
          <dt>{register.matching}</dt>
          <dd>{register.permissions[pupil.biometric]}</dd>
          <dt>{words.published}</dt>
          <dd>
            <Link to={`/published?pupilId=${pupil.id}`}>{words.seePublished}</Link>
          </dd>
          <dt>{words.siblings}</dt>
          <dd>
            {pupil.siblings.length === 0
              ? '–'
              : pupil.siblings.map((sibling) => (
                  <span key={sibling.id} className="row">
                    <Link to={`/pupils/${sibling.id}`}>{fullName(sibling)}</Link>
                  </span>
                ))}
          </dd>
        </dl>
      </div>
    </div>
  );
}
