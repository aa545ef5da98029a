import { consentCy } from './consent-cy.ts';
import { dpiaCy } from './dpia-cy.ts';
import type { NoticeWords } from './notice-facts.ts';
import { parentsCy } from './parents-cy.ts';
import { pupilsCy } from './pupils-cy.ts';

export const wordsCy: NoticeWords = { parents: parentsCy, pupils: pupilsCy, consent: consentCy, dpia: dpiaCy };
