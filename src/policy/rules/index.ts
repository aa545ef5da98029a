import type { Rule } from '../words/rule.ts';
import { cleanRule } from './clean.ts';
import { facesRule } from './faces.ts';
import { fileRule } from './file.ts';
import { lineUpRule } from './line-up.ts';
import { matchRule } from './match.ts';
import { nudityRule } from './nudity.ts';
import { prominenceRule } from './prominence.ts';

/** Every rule. Their order does not matter. */
export const rules: readonly Rule[] = [
  fileRule,
  cleanRule,
  facesRule,
  matchRule,
  lineUpRule,
  prominenceRule,
  nudityRule,
];
