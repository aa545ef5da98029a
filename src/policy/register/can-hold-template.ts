import type { BiometricPermission } from '../words/people.ts';

/**
 * Whether a face template of this pupil may exist at all: every parent was notified, one consented in writing, and no
 * parent and not the pupil objected (Protection of Freedoms Act 2012, sections 26 to 28).
 */
export function canHoldTemplate(permission: BiometricPermission): boolean {
  return permission === 'granted';
}
