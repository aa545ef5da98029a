import type { Response } from 'express';

const heartbeatMs = 15_000;

/**
 * Send events as they come until the source ends, the caller goes away or the service stops. A comment every 15 seconds
 * keeps proxies from closing the line. At each one and before each event the session is looked up again: who signed out,
 * or whose account was closed, hears nothing more.
 */
export async function sendEvents(
  source: AsyncIterable<unknown>,
  check: (event: unknown) => unknown,
  response: Response,
  signal: AbortSignal,
  mayContinue: () => Promise<boolean>,
): Promise<void> {
  response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const ended = new AbortController();
  const heartbeat = setInterval(() => {
    response.write(': still here\n\n');
    mayContinue().then(
      (may) => {
        if (!may) ended.abort();
      },
      () => {
        ended.abort();
      },
    );
  }, heartbeatMs);
  const iterator = source[Symbol.asyncIterator]();
  const stop = AbortSignal.any([signal, ended.signal]);
  try {
    for (let next = await nextUnless(iterator, stop); next !== undefined; next = await nextUnless(iterator, stop)) {
      if (!(await mayContinue())) break;
      response.write(`data: ${JSON.stringify(check(next.value))}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    // Not awaited: a source that waits for its next event would never return.
    void iterator.return?.();
    response.end();
  }
}

/** The next event, or undefined when the source ended or listening stopped. */
function nextUnless(
  iterator: AsyncIterator<unknown>,
  stop: AbortSignal,
): Promise<{ readonly value: unknown } | undefined> {
  if (stop.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const onStop = (): void => {
      resolve(undefined);
    };
    stop.addEventListener('abort', onStop, { once: true });
    iterator
      .next()
      .then((result) => {
        resolve(result.done === true ? undefined : { value: result.value });
      }, reject)
      .finally(() => {
        stop.removeEventListener('abort', onStop);
      });
  });
}
