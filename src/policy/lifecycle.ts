import { canAny, type RightName } from './rights.ts';
import type { VerdictName } from './words/finding.ts';
import type { PhotoState } from './words/photo-state.ts';
import type { Role } from './words/role.ts';

export type { PhotoState };

/** What can happen to a photo. The first five are done by Photoward itself, the others by a person. */
export type PhotoAction =
  | 'start-screening'
  | 'finish-screening'
  | 'abandon-screening'
  | 'judge-again'
  | 'require-takedown'
  | 'call-off-takedown'
  | 'change-picture'
  | 'restore-picture'
  | 'approve'
  | 'reject'
  | 'undo-decision'
  | 'release'
  | 'complete-takedown';

/** Who acts: Photoward, or a person with roles. */
export type Actor = 'photoward' | { readonly id: string; readonly roles: readonly Role[] };

/** What a transition may depend on. */
export interface PhotoFacts {
  readonly uploaderId: string;
  /** The verdict on the picture as it is now, covers and crops included; null before the first. */
  readonly verdict: VerdictName | null;
  /** Why it is blocked, gravest first: nudity, a restricted pupil, anything else. Null unless the verdict is block. */
  readonly block: 'quarantine' | 'restricted' | 'ordinary' | null;
  /** Who asked first that the block on this very picture be overridden; null when nobody did. */
  readonly overrideAskedBy: string | null;
}

export type TransitionAnswer =
  { readonly allowed: true; readonly next: PhotoState } | { readonly allowed: false; readonly why: string };

interface Row {
  readonly from: readonly PhotoState[];
  readonly by: 'photoward' | RightName;
  readonly next: PhotoState | ((photo: PhotoFacts) => PhotoState | null);
}

/** Clear is only ever reached from a clear verdict. */
const byVerdict = ({ verdict }: PhotoFacts): PhotoState | null =>
  verdict === null ? null : verdict === 'clear' ? 'clear' : 'flagged';

const table: Readonly<Record<PhotoAction, Row>> = {
  'start-screening': { from: ['received'], by: 'photoward', next: 'screening' },
  'finish-screening': { from: ['screening'], by: 'photoward', next: byVerdict },
  'abandon-screening': { from: ['screening'], by: 'photoward', next: 'received' },
  // A replay may flag what was clear or approved; only a person moves it the other way.
  'judge-again': {
    from: ['clear', 'flagged', 'approved'],
    by: 'photoward',
    next: ({ verdict }) => (verdict === null || verdict === 'clear' ? null : 'flagged'),
  },
  // What was found out there after its takedown had ended must come down again.
  'require-takedown': { from: ['released', 'taken-down'], by: 'photoward', next: 'takedown-due' },
  'call-off-takedown': { from: ['takedown-due'], by: 'call-off-takedown', next: 'released' },
  // Covers and crops make a new picture, and a new picture is screened from the beginning.
  'change-picture': { from: ['clear', 'flagged', 'approved'], by: 'decide-photo', next: 'received' },
  // The photo as uploaded again, and a person decides it again.
  'restore-picture': { from: ['clear', 'flagged', 'approved'], by: 'decide-photo', next: 'flagged' },
  approve: { from: ['flagged'], by: 'decide-photo', next: 'approved' },
  reject: { from: ['clear', 'flagged', 'approved'], by: 'decide-photo', next: 'rejected' },
  // Until it is released, a decision can be taken back; a person then decides again, never the old verdict.
  'undo-decision': { from: ['approved', 'rejected'], by: 'decide-photo', next: 'flagged' },
  release: { from: ['clear', 'approved'], by: 'collect-release', next: 'released' },
  'complete-takedown': { from: ['takedown-due'], by: 'complete-takedown', next: 'taken-down' },
};

const decisions: readonly PhotoAction[] = ['change-picture', 'restore-picture', 'approve', 'reject', 'undo-decision'];

const refuse = (why: string): TransitionAnswer => ({ allowed: false, why });

function whyNotDecide(action: PhotoAction, actor: Exclude<Actor, string>, photo: PhotoFacts): string | null {
  if (actor.id === photo.uploaderId) return 'Nobody decides a photo they uploaded.';
  const isLead = canAny(actor.roles, 'decide-quarantined-photo');
  if (photo.block === 'quarantine' && !isLead) return 'Only the safeguarding lead can decide this photo.';
  // People's answers may have settled everything that flagged the photo; even then a person says so.
  if (action !== 'approve' || photo.verdict === 'review' || photo.verdict === 'clear') return null;
  if (photo.verdict !== 'block') return 'There is no verdict on this picture to approve.';
  if (photo.block === 'quarantine') return 'This photo cannot be used.';
  if (photo.block !== 'ordinary') return 'This block cannot be overridden. Cover, crop or reject the photo.';
  if (photo.overrideAskedBy === null)
    return 'A block needs a cover, a crop, or an override that a second person confirms.';
  const isSecond = photo.overrideAskedBy !== actor.id && photo.overrideAskedBy !== photo.uploaderId;
  return isSecond ? null : 'An override needs two people, neither of them the uploader.';
}

/**
 * Whether something may happen to a photo, and where that leads; else why not, in words for the person who tried. Pure:
 * the caller writes the new state and its audit event in one transaction.
 */
export function moveOn(state: PhotoState, action: PhotoAction, actor: Actor, photo: PhotoFacts): TransitionAnswer {
  const row = table[action];
  if (!row.from.includes(state)) return refuse(`This cannot be done while the photo is ${state.replace('-', ' ')}.`);
  if (row.by === 'photoward' && actor !== 'photoward') return refuse('Only Photoward itself does this.');
  if (row.by !== 'photoward') {
    const { by } = row;
    if (actor === 'photoward') return refuse('Only a person does this.');
    if (!canAny(actor.roles, by)) return refuse('Your role does not allow this.');
    const why = decisions.includes(action) ? whyNotDecide(action, actor, photo) : null;
    if (why !== null) return refuse(why);
  }
  const next = typeof row.next === 'function' ? row.next(photo) : row.next;
  return next === null ? refuse('The verdict does not lead there.') : { allowed: true, next };
}
