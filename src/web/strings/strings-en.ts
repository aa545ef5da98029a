import { accountEn } from './account-en.ts';
import { accountsEn } from './accounts-en.ts';
import { administrationEn } from './administration-en.ts';
import { commonEn } from './common-en.ts';
import { dashboardEn } from './dashboard-en.ts';
import { findingsEn } from './findings-en.ts';
import { homeEn } from './home-en.ts';
import { publishedEn } from './published-en.ts';
import { noticesEn } from './notices-en.ts';
import { refusalsEn } from './refusals-en.ts';
import { registerEn } from './register-en.ts';
import { reviewEn } from './review-en.ts';
import { releaseEn } from './release-en.ts';
import { uploadEn } from './upload-en.ts';
import { safeguardingEn } from './safeguarding-en.ts';

/** All words of the pages in English (UK), one file a feature. */
export const stringsEn = {
  ...commonEn,
  ...accountsEn,
  ...accountEn,
  ...findingsEn,
  ...homeEn,
  ...publishedEn,
  ...refusalsEn,
  ...registerEn,
  ...dashboardEn,
  ...noticesEn,
  ...reviewEn,
  ...administrationEn,
  ...releaseEn,
  ...uploadEn,
  ...safeguardingEn,
};
