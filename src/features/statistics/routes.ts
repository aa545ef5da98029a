import { statisticsEndpoints } from '../../contract/statistics.ts';
import { route, type Route } from '../../http/route.ts';
import type { StatisticsParts } from './parts.ts';
import { readStatistics } from './read-statistics.ts';

/** The numbers of the dashboard. */
export function statisticsRoutes(parts: StatisticsParts): readonly Route[] {
  return [route(statisticsEndpoints.read, ({ person, query }) => readStatistics(parts, person, query.days))];
}
