import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { roles, type Role } from '../../../src/policy/words/role.ts';
import type { Client, Send } from './client.ts';
import type { Caller, TestService } from './start-service.ts';

/** What a row's request may use: the running service, and the administrator's browser to prepare things with. */
export interface RouteWorld {
  readonly service: TestService;
  readonly admin: Client;
  /** A different text each time, for names and addresses that must not clash. */
  readonly fresh: () => string;
}

/**
 * One route of the table. `request` makes a request that is right in everything but perhaps the caller; it is asked anew
 * for each caller, so it may prepare what the call uses up. `expected` is written out, never derived from the contract.
 */
export interface RouteRow {
  readonly endpoint: Endpoint;
  readonly request?: (world: RouteWorld, caller: Caller) => Promise<RowRequest> | RowRequest;
  readonly expected: Readonly<Record<Caller, number>>;
  /** Texts that must not stand anywhere in the answer this caller gets. */
  readonly forbidden?: Partial<Readonly<Record<Caller, readonly string[]>>>;
}

export interface RowRequest extends Send {
  /** Values for the `:names` of the path. */
  readonly params?: Readonly<Record<string, string>>;
  /** With its question mark. */
  readonly query?: string;
}

/** This status for these roles, 403 for the others, 401 for nobody. */
export function only(status: number, ...allowed: readonly Role[]): Record<Caller, number> {
  const others = Object.fromEntries(roles.map((role) => [role, allowed.includes(role) ? status : 403]));
  return { anonymous: 401, ...(others as Record<Role, number>) };
}

/** This status for everybody who is signed in. */
export function signedIn(status: number): Record<Caller, number> {
  return only(status, ...roles);
}

/** This status for everybody, signed in or not. */
export function anybody(status: number): Record<Caller, number> {
  return { ...signedIn(status), anonymous: status };
}
