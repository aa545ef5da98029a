import type { AnswerOf } from '../../contract/endpoint.ts';
import type { answerEndpoints } from '../../contract/moderation-answers.ts';
import type { moderationEndpoints } from '../../contract/moderation.ts';

export type QueueItem = AnswerOf<typeof moderationEndpoints.queue>['items'][number];
export type PhotoDetail = AnswerOf<typeof moderationEndpoints.read>;
export type PictureOutput = NonNullable<PhotoDetail['output']>;
export type PictureChange = PictureOutput['change'];
export type Finding = PhotoDetail['findings'][number];
export type Quad = PictureChange['areas'][number];
export type Point = Quad[number];
export type LineUpPupil = AnswerOf<typeof answerEndpoints.lineUp>['pupils'][number];
export type LineUpAnswer = NonNullable<LineUpPupil['answer']>;

/** A rectangle in pixels of the upright photo. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
