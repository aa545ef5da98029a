/** Reading on takes a while; after this long without a key, a touch or the wheel nobody is taken to be there. */
const restMs = 120_000;

let lastTouchedAt = Date.now();

for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
  window.addEventListener(
    kind,
    () => {
      lastTouchedAt = Date.now();
    },
    { capture: true, passive: true },
  );
}

/** Whether nobody has touched this page for a while. */
export function isUnattended(): boolean {
  return Date.now() - lastTouchedAt > restMs;
}
