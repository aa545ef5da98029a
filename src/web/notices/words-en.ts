import { consentEn } from './consent-en.ts';
import { dpiaEn } from './dpia-en.ts';
import type { NoticeWords } from './notice-facts.ts';
import { parentsEn } from './parents-en.ts';
import { pupilsEn } from './pupils-en.ts';

export const wordsEn: NoticeWords = { parents: parentsEn, pupils: pupilsEn, consent: consentEn, dpia: dpiaEn };
