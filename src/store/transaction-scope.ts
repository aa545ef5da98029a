import { AsyncLocalStorage } from 'node:async_hooks';

/** Whether the code now running is inside a transaction of this process. `open` turns false when it ends. */
export const transactionScope = new AsyncLocalStorage<{ open: boolean }>();

/** True while the calling code is inside `withTransaction`. */
export function isInsideTransaction(): boolean {
  return transactionScope.getStore()?.open === true;
}
