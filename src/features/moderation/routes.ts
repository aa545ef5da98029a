import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { route, type Route } from '../../http/route.ts';
import { changePicture } from './change-picture.ts';
import { coverPhotos, restorePhotos } from './cover-photos.ts';
import { decidePhoto, decidePhotos, undoDecision } from './decide-photo.ts';
import { drawFace, removeFace, sayNotThisPupil, takeBackNotThisPupil } from './faces.ts';
import { answerLineUp, readLineUp, readLineUpPortrait } from './line-up.ts';
import { answerOverride, askOverride } from './overrides.ts';
import { closeQuarantine } from './close-quarantine.ts';
import { readQuarantine } from './read-quarantine.ts';
import { readModeratedPhoto } from './read-photo.ts';
import { readQueue } from './read-queue.ts';
import { previewOriginal, previewOutput, viewOutput, viewPhoto } from './show-picture.ts';
import { restorePicture } from './restore-picture.ts';
import type { ModerationParts } from './parts.ts';

/** Deciding photos: the queue, decisions, the quarantine, and what people say about a picture. */
export function moderationRoutes(parts: ModerationParts): readonly Route[] {
  const { database } = parts;
  return [
    route(moderationEndpoints.queue, ({ person, query }) => readQueue(database, person, query)),
    route(moderationEndpoints.read, ({ person, params }) => readModeratedPhoto(parts, person, params.photoId)),
    route(moderationEndpoints.decide, ({ person, params, body }) => decidePhoto(parts, person, params.photoId, body)),
    route(moderationEndpoints.decideMany, ({ person, body }) => decidePhotos(parts, person, body)),
    route(moderationEndpoints.coverMany, ({ person, body }) => coverPhotos(parts, person, body.photos)),
    route(moderationEndpoints.restoreMany, ({ person, body }) => restorePhotos(parts, person, body.photos)),
    route(moderationEndpoints.undo, ({ person, params, body }) =>
      undoDecision(parts, person, params.photoId, body.version),
    ),
    route(moderationEndpoints.readQuarantine, () => readQuarantine(parts)),
    route(moderationEndpoints.closeQuarantine, ({ person, params, body }) =>
      closeQuarantine(parts, person, params.photoId, body),
    ),
    route(moderationEndpoints.preview, ({ person, params }) => previewOriginal(parts, person, params.photoId)),
    route(moderationEndpoints.view, ({ person, params }) => viewPhoto(parts, person, params.photoId)),
    route(moderationEndpoints.outputView, ({ person, params }) => viewOutput(parts, person, params)),
    route(moderationEndpoints.outputPreview, ({ person, params }) => previewOutput(parts, person, params)),
    ...answerRoutes(parts),
  ];
}

function answerRoutes(parts: ModerationParts): readonly Route[] {
  return [
    route(answerEndpoints.lineUp, ({ person, params }) => readLineUp(parts, person, params.photoId)),
    route(answerEndpoints.portrait, ({ person, params }) => readLineUpPortrait(parts, person, params)),
    route(answerEndpoints.answerLineUp, ({ person, params, body }) =>
      answerLineUp(parts, person, params.photoId, body),
    ),
    route(answerEndpoints.drawFace, ({ person, params, body }) => drawFace(parts, person, params.photoId, body)),
    route(answerEndpoints.removeFace, ({ person, params, body }) => removeFace(parts, person, params, body.version)),
    route(answerEndpoints.notThisPupil, ({ person, params, body }) =>
      sayNotThisPupil(parts, person, params.photoId, body),
    ),
    route(answerEndpoints.takeBackDenial, ({ person, params, body }) =>
      takeBackNotThisPupil(parts, person, params, body.version),
    ),
    route(answerEndpoints.askOverride, ({ person, params, body }) => askOverride(parts, person, params.photoId, body)),
    route(answerEndpoints.answerOverride, ({ person, params, body }) =>
      answerOverride(parts, person, params.photoId, body),
    ),
    route(answerEndpoints.restorePicture, ({ person, params, body }) =>
      restorePicture(parts, person, params.photoId, body.version),
    ),
    route(answerEndpoints.changePicture, ({ person, params, body }) =>
      changePicture(parts, person, params.photoId, body),
    ),
  ];
}
