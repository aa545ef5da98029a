import { accountCy } from './account-cy.ts';
import { accountsCy } from './accounts-cy.ts';
import { administrationCy } from './administration-cy.ts';
import { commonCy } from './common-cy.ts';
import { dashboardCy } from './dashboard-cy.ts';
import { errorsCy } from './errors-cy.ts';
import { findingsCy } from './findings-cy.ts';
import { homeCy } from './home-cy.ts';
import { publishedCy } from './published-cy.ts';
import { noticesCy } from './notices-cy.ts';
import { photoSayingsCy } from './photo-sayings-cy.ts';
import { problemsCy } from './problems-cy.ts';
import { registerCy } from './register-cy.ts';
import { removedDataCy } from './removed-data-cy.ts';
import { reviewCy } from './review-cy.ts';
import { releaseCy } from './release-cy.ts';
import { safeguardingCy } from './safeguarding-cy.ts';
import type { Strings } from './strings.ts';
import { uploadCy } from './upload-cy.ts';
import { whoWasLookedForCy } from './who-was-looked-for-cy.ts';

/** Holl eiriau’r tudalennau yn Gymraeg, un ffeil i bob nodwedd. */
export const stringsCy: Strings = {
  ...commonCy,
  ...accountsCy,
  ...accountCy,
  ...findingsCy,
  ...homeCy,
  ...publishedCy,
  errorMessages: errorsCy,
  problems: { ...problemsCy, ...photoSayingsCy },
  removedData: removedDataCy,
  whoWasLookedFor: whoWasLookedForCy,
  ...registerCy,
  ...dashboardCy,
  ...noticesCy,
  ...reviewCy,
  ...administrationCy,
  ...releaseCy,
  ...uploadCy,
  ...safeguardingCy,
};
