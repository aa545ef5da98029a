const signedOut = 'signed-out';
const tabs = new BroadcastChannel('photoward-session');

/** Leave this page for the sign-in, and let every other tab leave too: nothing read in one may stay on show in another. */
export function leaveEverywhere(): void {
  tabs.postMessage(signedOut);
  window.location.assign('/sign-in');
}

/**
 * Never show a page again as it was left. Browsers keep pages whole, names and pictures included, for the way back; who
 * goes back may be somebody else, after the session ended. So it is put away hidden, and read anew when it comes back.
 */
export function endWithSession(): void {
  tabs.addEventListener('message', ({ data }) => {
    if (data === signedOut) window.location.assign('/sign-in');
  });
  window.addEventListener('pagehide', ({ persisted }) => {
    document.body.hidden = persisted;
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}
