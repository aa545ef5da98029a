/**
 * `current`: made by the nets in use, so that faces are compared with it. `waiting`: made by others, and still to be made
 * again from its photo. `unusable`: the nets in use cannot use that photo.
 */
export type TemplateState = 'current' | 'waiting' | 'unusable';

/** What a reference photo's template is worth. `model` is null where a photo has none; `inUse` names nets. Pure. */
export function stateOfTemplate(
  { model, unusableBy }: { readonly model: string | null; readonly unusableBy: string | null },
  inUse: string,
): TemplateState {
  if (model === inUse) return 'current';
  return model === null || unusableBy === inUse ? 'unusable' : 'waiting';
}
