import { dashboardCy } from '../strings/dashboard-cy.ts';
import { dashboardEn } from '../strings/dashboard-en.ts';
import { formatsOf } from '../strings/formats-of.ts';
import type { Language } from '../strings/strings.ts';
import type { NoticeDocument } from './notice-document.ts';
import type { NoticeFacts, NoticeFormats, NoticeKind, NoticeWords } from './notice-facts.ts';
import { wordsCy } from './words-cy.ts';
import { wordsEn } from './words-en.ts';

interface Tongue {
  readonly words: NoticeWords;
  readonly purposes: Readonly<Record<string, string>>;
  readonly purposeUnknown: string;
}

const tongues: Readonly<Record<Language, Tongue>> = {
  en: { words: wordsEn, ...dashboardEn.models },
  cy: { words: wordsCy, ...dashboardCy.models },
};

/** A document in a language, whatever the language of the pages around it. */
export function writeNotice(kind: NoticeKind, language: Language, facts: NoticeFacts): NoticeDocument {
  const { words, purposes, purposeUnknown } = tongues[language];
  const { day, list } = formatsOf(language);
  const formats: NoticeFormats = { day, list, purpose: (netId) => purposes[netId] ?? purposeUnknown };
  return words[kind](facts, formats);
}
