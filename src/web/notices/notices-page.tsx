import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import type { Language } from '../strings/strings.ts';
import { documentText } from './notice-document.ts';
import { noticeKinds, type NoticeFacts, type NoticeKind } from './notice-facts.ts';
import { NoticeSheet } from './notice-sheet.tsx';
import { useNoticeFacts } from './use-notice-facts.ts';
import { writeNotice } from './write-notice.ts';
import './notices.css';

/** What the school tells parents and pupils, asks of them, and assesses: written from the settings in force. */
export function NoticesPage() {
  const { notices: words, common } = useStrings();
  const { facts, error, refetch } = useNoticeFacts();
  return (
    <Page title={words.title} intro={words.intro}>
      <ErrorNotice error={error} onRetry={refetch} />
      {facts === undefined ? (
        error === null && (
          <p className="muted" role="status">
            {common.loading}
          </p>
        )
      ) : (
        <Written facts={facts} />
      )}
    </Page>
  );
}

function Written({ facts }: { readonly facts: NoticeFacts }) {
  const { notices: words, common } = useStrings();
  const [kind, setKind] = useState<NoticeKind>('parents');
  const [language, setLanguage] = useState<Language>(facts.school.language);
  const sheet = writeNotice(kind, language, facts);
  return (
    <>
      <div className="notices-choices no-print">
        <RadioField label={words.kind} value={kind} choices={choicesOf(words.kinds, noticeKinds)} onChange={setKind} />
        <RadioField
          label={words.language}
          value={language}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'cy', label: 'Cymraeg' },
          ]}
          onChange={setLanguage}
        />
      </div>
      <Missing facts={facts} />
      <div className="row no-print">
        <PrintButton kind="primary">{common.print}</PrintButton>
        <CopyButton text={documentText(sheet)} label={words.copy} />
      </div>
      <NoticeSheet document={sheet} language={language} />
    </>
  );
}

/** What the settings lack for a whole document. */
function Missing({ facts: { school, channels } }: { readonly facts: NoticeFacts }) {
  const { notices: words } = useStrings();
  const missing = [
    ...(school.dataProtectionContact === null ? [words.missing.dataProtectionContact] : []),
    ...(school.safeguardingContact === null ? [words.missing.safeguardingContact] : []),
    ...(school.complaintsContact === null ? [words.missing.complaintsContact] : []),
    ...(channels.length === 0 ? [words.missing.channels] : []),
  ];
  if (missing.length === 0) return null;
  return (
    <div className="no-print">
      <Notice tone="warning" title={words.missingTitle}>
        <ul>
          {missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{words.missingHelp}</p>
      </Notice>
    </div>
  );
}
