import type { channelEndpoints } from '../../contract/channels.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { operationsEndpoints } from '../../contract/operations.ts';
import type { setupEndpoints } from '../../contract/setup.ts';
import type { NoticeDocument } from './notice-document.ts';

type Policy = AnswerOf<typeof setupEndpoints.readPolicy>;

/** The live settings that the documents are written from. */
export interface NoticeFacts {
  readonly school: AnswerOf<typeof setupEndpoints.readSchool>;
  readonly policy: {
    readonly number: number;
    readonly rules: Pick<Policy['rules'], 'match' | 'attire' | 'text'>;
    readonly handling: Omit<Policy['handling'], 'uploadQuestions'>;
  };
  readonly isMatchingOn: boolean;
  readonly signOff: AnswerOf<typeof setupEndpoints.readMatching>['signOff'];
  /** Open ones alone. */
  readonly channels: readonly Pick<
    AnswerOf<typeof channelEndpoints.list>['channels'][number],
    'id' | 'name' | 'audience' | 'namesAllowed' | 'noRecordMeans'
  >[];
  readonly nets: readonly Pick<
    AnswerOf<typeof operationsEndpoints.listModels>['nets'][number],
    'id' | 'source' | 'licence'
  >[];
  /** The day it is written, ISO. */
  readonly today: string;
}

/** How numbers and days are written in the document's language, and what each net is for. */
export interface NoticeFormats {
  readonly day: (day: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly purpose: (netId: string) => string;
}

export const noticeKinds = ['parents', 'pupils', 'consent', 'dpia'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The words of every document in one language. */
export type NoticeWords = Readonly<Record<NoticeKind, (facts: NoticeFacts, formats: NoticeFormats) => NoticeDocument>>;
