import type { Rule } from '../words/rule.ts';
import { attireRule } from './attire.ts';
import { captionRule } from './caption.ts';
import { checklistRule } from './checklist.ts';
import { cleanRule } from './clean.ts';
import { facesRule } from './faces.ts';
import { fileNameRule } from './file-name.ts';
import { fileRule } from './file.ts';
import { lineUpRule } from './line-up.ts';
import { matchRule } from './match.ts';
import { metadataRule } from './metadata.ts';
import { namesOrImagesRule } from './names-or-images.ts';
import { nudityRule } from './nudity.ts';
import { prominenceRule } from './prominence.ts';
import { swimwearCaptionedRule } from './swimwear-captioned.ts';
import { swimwearNamedRule } from './swimwear-named.ts';
import { swimwearProminentRule } from './swimwear-prominent.ts';
import { swimwearRestrictedRule } from './swimwear-restricted.ts';
import { textRule } from './text.ts';

/** Every rule. Their order does not matter. */
export const rules: readonly Rule[] = [
  fileRule,
  checklistRule,
  fileNameRule,
  metadataRule,
  cleanRule,
  facesRule,
  matchRule,
  lineUpRule,
  prominenceRule,
  nudityRule,
  attireRule,
  swimwearRestrictedRule,
  swimwearNamedRule,
  swimwearCaptionedRule,
  swimwearProminentRule,
  textRule,
  captionRule,
  namesOrImagesRule,
];
