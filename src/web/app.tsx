import { Suspense } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { JoinPage } from './accounts/join-page.tsx';
import { SetUpPage } from './accounts/set-up-page.tsx';
import { SignInPage } from './accounts/sign-in-page.tsx';
import { pageRoutes } from './page-routes.ts';
import { AppShell } from './shell/app-shell.tsx';
import { CrashPage } from './shell/crash-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { RoleGate } from './shell/role-gate.tsx';
import { ToastRegion } from './ui/toast-region.tsx';

const router = createBrowserRouter([
  {
    ErrorBoundary: CrashPage,
    children: [
      { path: '/sign-in', Component: SignInPage },
      { path: '/set-up', Component: SetUpPage },
      { path: '/join', Component: JoinPage },
      {
        Component: AppShell,
        children: [
          ...pageRoutes.map(({ path, roles, Page }) => ({
            path,
            ErrorBoundary: CrashPage,
            element: (
              <RoleGate roles={roles}>
                <Suspense>
                  <Page />
                </Suspense>
              </RoleGate>
            ),
          })),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);

/** Every page, and the messages over them. */
export function App() {
  return (
    <>
      <RouterProvider router={router} />
      <ToastRegion />
    </>
  );
}
