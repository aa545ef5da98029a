import { lazyPage, type PageRoute } from '../page-route.ts';

const admin = ['admin'] as const;
const adminOrDsl = ['admin', 'dsl'] as const;

export const administrationRoutes: readonly PageRoute[] = [
  {
    path: '/administration',
    roles: adminOrDsl,
    Page: lazyPage(() => import('./administration-page.tsx'), 'AdministrationPage'),
  },
  { path: '/administration/school', roles: admin, Page: lazyPage(() => import('./school-page.tsx'), 'SchoolPage') },
  { path: '/administration/people', roles: admin, Page: lazyPage(() => import('./people-page.tsx'), 'PeoplePage') },
  {
    path: '/administration/channels',
    roles: admin,
    Page: lazyPage(() => import('./channels-page.tsx'), 'ChannelsPage'),
  },
  {
    path: '/administration/channels/:channelId',
    roles: admin,
    Page: lazyPage(() => import('./channel-page.tsx'), 'ChannelPage'),
  },
  { path: '/administration/devices', roles: admin, Page: lazyPage(() => import('./devices-page.tsx'), 'DevicesPage') },
  {
    path: '/administration/matching',
    roles: adminOrDsl,
    Page: lazyPage(() => import('./matching-page.tsx'), 'MatchingPage'),
  },
  {
    path: '/administration/policy',
    roles: adminOrDsl,
    Page: lazyPage(() => import('./policy-page.tsx'), 'PolicyPage'),
  },
  {
    path: '/administration/retention',
    roles: adminOrDsl,
    Page: lazyPage(() => import('./retention-page.tsx'), 'RetentionPage'),
  },
  { path: '/administration/audit', roles: adminOrDsl, Page: lazyPage(() => import('./audit-page.tsx'), 'AuditPage') },
  {
    path: '/administration/models',
    roles: adminOrDsl,
    Page: lazyPage(() => import('./models-page.tsx'), 'ModelsPage'),
  },
  {
    path: '/administration/backups',
    roles: adminOrDsl,
    Page: lazyPage(() => import('./backups-page.tsx'), 'BackupsPage'),
  },
  {
    path: '/administration/webhooks',
    roles: admin,
    Page: lazyPage(() => import('./webhooks-page.tsx'), 'WebhooksPage'),
  },
];
