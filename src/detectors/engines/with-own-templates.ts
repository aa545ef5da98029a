import type { Gallery, ReferenceTemplate } from './face-engine.ts';

/**
 * The gallery without templates that other nets made: their numbers mean nothing beside this engine's. A pupil left
 * with none is not compared, so the line-up is needed until the templates are made again.
 */
export function withOwnTemplates(gallery: Gallery, isOwn: (template: ReferenceTemplate) => boolean): Gallery {
  return new Map(
    [...gallery].flatMap(([pupil, { templates, ...more }]) => {
      const own = templates.filter(isOwn);
      return own.length === 0 ? [] : [[pupil, { ...more, templates: own }] as const];
    }),
  );
}
