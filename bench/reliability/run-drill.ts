import { setTimeout as pause } from 'node:timers/promises';
import type { Drill, Lab, Outcome, PrepareDrill } from './drill.ts';

const mostLate = 3;
const sayEvery = 5;

async function begun(
  drill: Drill,
  round: number,
): Promise<{ readonly isOver: () => boolean; readonly over: Promise<void> }> {
  let isOver = false;
  const { ended } = await drill.begin(round);
  const over = ended.then(
    () => {
      isOver = true;
    },
    (error: unknown) => {
      // Whatever was cut off fails; whether that was right is what the look after the restart says.
      if (round === 0) throw error;
    },
  );
  over.catch(() => undefined);
  return { isOver: () => isOver, over };
}

/**
 * Cuts a drill's operation off `times` times, each at a moment drawn evenly from the time it takes. Round 0 is not cut:
 * it says how long that is. A kill that comes too late is drawn again, and its round is looked at all the same.
 */
export async function runDrill(
  name: string,
  prepare: PrepareDrill,
  lab: Lab,
  times: number,
  say: (line: string) => void,
): Promise<Outcome> {
  const drill = await prepare(lab);
  const faults: string[] = [];
  const note = (round: number | string, found: readonly string[]): void => {
    for (const fault of found) say(`${name}, round ${round}: ${fault}`);
    faults.push(...found.map((fault) => `round ${round}: ${fault}`));
  };
  let [cuts, late, spanMs] = [0, 0, 0];
  for (let round = 0; cuts < times && late < times * mostLate; round++) {
    const { isOver, over } = await begun(drill, round);
    const began = performance.now();
    if (round === 0) {
      await over;
      spanMs = performance.now() - began;
    } else {
      await Promise.race([over, pause(lab.random.between(0, spanMs))]);
      if (isOver()) {
        late += 1;
        // The machine is quicker now than it was; aim shorter.
        spanMs = (spanMs + performance.now() - began) / 2;
      } else cuts += 1;
    }
    await drill.kill();
    note(round, await drill.resume(round));
    if (round % sayEvery === 0) say(`${name}: round ${round}, ${cuts} kills so far, ${faults.length} faults`);
  }
  note('last', await drill.end());
  say(`${name}: ${cuts} kills in the middle, ${late} after the end, ${faults.length} faults`);
  return { name, cuts, late, spanMs, faults };
}
