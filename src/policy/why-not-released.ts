import { newConcerns, type AgreedVerdict } from './new-concerns.ts';
import type { PhotoFacts, PhotoState } from './lifecycle.ts';
import type { Verdict } from './words/finding.ts';

/** A photo at the moment of release. */
export interface ReleaseCandidate {
  readonly state: PhotoState;
  readonly isQuarantined: boolean;
  /** It is out on another channel, with other words than stand beside it now; whoever agreed has not read these. */
  readonly hasOtherWords: boolean;
  /** The verdict that a moderator's standing approval was about; null without one. */
  readonly approved: AgreedVerdict | null;
  /** Judged again with the register, the policy and the words of today. */
  readonly today: AgreedVerdict & Pick<Verdict, 'verdict'>;
  readonly block: PhotoFacts['block'];
}

/** Why a photo may not leave: its state, a block nobody may override, or something new since it was agreed to. */
export type ReleaseRefusal = 'wrong-state' | 'blocked' | 'changed-since';

const releasable: readonly PhotoState[] = ['clear', 'approved', 'released'];

const wordRules = ['caption', 'names-or-images', 'swimwear-captioned'];

const isAboutWords = ({ code, severity }: AgreedVerdict['findings'][number]): boolean =>
  severity !== 'note' && wordRules.includes(code.split('/')[0]!);

/**
 * Whether a photo may leave today; null when it may. A clear photo must still be clear. An approved one may show what
 * the moderator agreed to and nothing more, also in its words. Pure.
 */
export function whyNotReleased(photo: ReleaseCandidate): ReleaseRefusal | null {
  if (photo.isQuarantined || !releasable.includes(photo.state)) return 'wrong-state';
  if (photo.block === 'restricted' || photo.block === 'quarantine') return 'blocked';
  if (photo.today.verdict === 'clear') return null;
  if (photo.state === 'approved' && photo.approved === null) return 'wrong-state';
  if (photo.hasOtherWords && photo.today.findings.some(isAboutWords)) return 'changed-since';
  return newConcerns(photo.approved, photo.today).length === 0 ? null : 'changed-since';
}
