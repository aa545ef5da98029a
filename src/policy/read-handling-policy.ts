import { defaultHandlingPolicy } from './default-handling-policy.ts';
import type { HandlingPolicy } from './words/handling-policy.ts';

/** A stored handling policy; what a version from before an entry existed lacks has its default. */
export function readHandlingPolicy(storedJson: string): HandlingPolicy {
  return { ...defaultHandlingPolicy, ...(JSON.parse(storedJson) as Partial<HandlingPolicy>) };
}
