import type { Role } from '../api/use-person.ts';
import type { Strings } from '../strings/strings.ts';

export interface NavItem {
  readonly to: string;
  readonly name: keyof Strings['nav'];
  readonly roles: readonly Role[] | 'everybody';
}

/** What the navigation offers, in the order of a photo's journey. */
export const navItems: readonly NavItem[] = [
  { to: '/', name: 'home', roles: 'everybody' },
  { to: '/upload', name: 'upload', roles: 'everybody' },
  { to: '/batches', name: 'batches', roles: 'everybody' },
  { to: '/review', name: 'review', roles: ['moderator', 'dsl'] },
  { to: '/published', name: 'published', roles: ['office', 'moderator', 'dsl'] },
  { to: '/takedowns', name: 'takedowns', roles: ['staff', 'office', 'moderator', 'dsl'] },
  { to: '/look-up', name: 'lookUp', roles: ['office', 'moderator', 'dsl'] },
  { to: '/pupils', name: 'register', roles: ['office', 'moderator', 'dsl'] },
  { to: '/today', name: 'today', roles: ['office', 'moderator', 'dsl'] },
  { to: '/imports', name: 'imports', roles: ['office'] },
  { to: '/safeguarding', name: 'safeguarding', roles: ['dsl'] },
  { to: '/dashboard', name: 'dashboard', roles: ['admin', 'dsl'] },
  { to: '/administration', name: 'administration', roles: ['admin', 'dsl'] },
  { to: '/notices', name: 'notices', roles: ['office', 'dsl', 'admin'] },
];
