import type { Role } from './words/role.ts';

const holders = {
  /** Upload photos and see what became of one's own. */
  'upload-photos': ['staff', 'office', 'moderator', 'dsl', 'admin'],
  /** Collect what may be released and mark it as posted. */
  'collect-release': ['staff', 'office', 'moderator'],
  'see-register': ['office', 'moderator', 'dsl'],
  'edit-register': ['office', 'dsl'],
  'import-pupils': ['office'],
  'record-biometric-permission': ['office', 'dsl'],
  'restrict-pupil': ['dsl'],
  'see-restriction-reason': ['dsl'],
  'see-nudity-finding': ['dsl'],
  'see-review-queue': ['moderator', 'dsl'],
  'decide-photo': ['moderator', 'dsl'],
  'answer-line-up': ['moderator', 'dsl'],
  /** Only together with a second person. */
  'override-block': ['moderator', 'dsl'],
  'decide-quarantined-photo': ['dsl'],
  'see-ledger': ['office', 'moderator', 'dsl', 'admin'],
  /** Of anybody; who only has takedowns to do completes their own. */
  'call-off-takedown': ['office', 'moderator', 'dsl'],
  'complete-takedown': ['staff', 'office', 'moderator', 'dsl'],
  'set-policy': ['admin', 'dsl'],
  'set-channels': ['admin'],
  'manage-accounts': ['admin'],
  'sign-off-matching': ['admin'],
  'read-audit': ['dsl', 'admin'],
  'erase-pupil': ['office', 'dsl'],
} as const satisfies Record<string, readonly Role[]>;

/** Everything a right is needed for. */
export type RightName = keyof typeof holders;

/** All rights, for tables and tests. */
export const rightNames = Object.keys(holders) as readonly RightName[];

/** Whether a role holds a right. There is no role that holds all: the administrator reads no reasons and no photos. */
export function can(role: Role, right: RightName): boolean {
  const allowed: readonly Role[] = holders[right];
  return allowed.includes(role);
}

/** Whether somebody with these roles holds a right. */
export function canAny(roles: readonly Role[], right: RightName): boolean {
  return roles.some((role) => can(role, right));
}
