import { lazy, type ComponentType } from 'react';
import type { Role } from './api/use-person.ts';

/** A page behind the sign-in. `roles` is required, as it is of every endpoint. */
export interface PageRoute {
  readonly path: string;
  readonly roles: readonly Role[] | 'everybody';
  readonly Page: ComponentType;
}

/** A page that is fetched when it is first opened. */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): ComponentType {
  return lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] })) as ComponentType;
}
