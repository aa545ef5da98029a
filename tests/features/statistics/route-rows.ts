import { statisticsEndpoints } from '../../../src/contract/statistics.ts';
import { only, type RouteRow } from '../../support/service/route-rows.ts';
import { addFlagged } from '../moderation/seed.ts';

/** The statistics feature's part of the route × role table: numbers for two roles, and nobody's name. */
export const statisticsRows: readonly RouteRow[] = [
  {
    endpoint: statisticsEndpoints.read,
    request: async ({ service }) => {
      await addFlagged(service, { isMatched: true });
      return { query: '?days=28' };
    },
    expected: only(200, 'admin', 'dsl'),
    forbidden: { admin: ['Zebedee', 'Quillfeather'], dsl: ['Zebedee', 'Quillfeather'] },
  },
];
