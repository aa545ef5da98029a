import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link, Navigate, NavigationType, NavLink, Outlet, useLocation, useNavigationType } from 'react-router';
import { hasRole, usePerson, type Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { keptWork } from '../ui/kept-work.ts';
import { AccountMenu } from './account-menu.tsx';
import { navItems } from './nav-items.ts';
import { pageRoutes } from '../page-routes.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import './shell.css';

/** The frame of every page behind the sign-in: skip link, navigation by role, the person's menu. */
export function AppShell() {
  const { person, error } = usePerson();
  const { pathname, search } = useLocation();
  const strings = useStrings();
  const wasSignedIn = useRef(false);
  useEffect(() => {
    if (person !== null && person !== undefined) wasSignedIn.current = true;
  }, [person]);
  if (error !== null && person === undefined) return <ErrorNotice error={error} />;
  if (person === undefined) return <p role="status">{strings.common.loading}</p>;
  if (person === null) {
    const next = encodeURIComponent(pathname + search);
    return <Navigate to={`/sign-in?next=${next}`} state={{ hasEnded: wasSignedIn.current }} replace />;
  }
  // Before any page under it is drawn: what somebody else began at this machine is not given back.
  keptWork.belongTo(person.id);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {strings.shell.skip}
      </a>
      <Header person={person} />
      <Content />
    </div>
  );
}

function Header({ person }: { readonly person: Person }) {
  const { shell, common } = useStrings();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => {
    setOpen(false);
  }, [pathname]);
  return (
    <header className="shell-head no-print">
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        {common.product}
      </Link>
      <AriaButton
        className="button quiet menu-button"
        aria-expanded={isOpen}
        aria-controls="navigation"
        onPress={() => {
          setOpen(!isOpen);
        }}
      >
        ☰ {shell.menu}
      </AriaButton>
      <nav id="navigation" aria-label={shell.navigation} className={isOpen ? 'open' : ''}>
        <PageLinks person={person} />
      </nav>
      <AccountMenu person={person} />
    </header>
  );
}

/** The pages of the person's roles; one that does not exist yet is not offered. */
function PageLinks({ person }: { readonly person: Person }) {
  const { nav } = useStrings();
  const items = navItems
    .filter(({ roles }) => roles === 'everybody' || hasRole(person, roles))
    .filter(({ to }) => pageRoutes.some(({ path }) => path === to));
  return (
    <ul>
      {items.map(({ to, name }) => (
        <li key={to}>
          <NavLink to={to} end={to === '/'}>
            {nav[name]}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/**
 * On a change of page, and after signing in, the focus goes to its top, so that screen readers say where one is. Where the
 * browser itself opened the page it stays at the start.
 */
function Content() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isOpening = useRef(useNavigationType() === NavigationType.Pop);
  useKeptFocus(main);
  useEffect(() => {
    if (isOpening.current) {
      isOpening.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Outlet />
    </main>
  );
}
