import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Figures } from './figures.ts';
import { peakMemory } from './read-process.ts';

interface Said {
  readonly firstAnswerMs: number;
  readonly totalMs: number;
  readonly processorMs: number;
  readonly faces: number;
}

/** Runs another library's script in a process of its own: it is sent the photos and answers with its times. */
export async function measureScript(
  script: string,
  photos: readonly string[],
  about: Pick<Figures, 'name' | 'does'>,
): Promise<Figures> {
  const child = fork(script, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send({ photos, bornAtMs: Date.now() });
  const answer = await Promise.race([
    once(child, 'message').then(([message]) => message as Said),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${script} ended with ${String(code)}`);
    }),
  ]);
  const peakBytes = child.pid === undefined ? null : peakMemory(child.pid);
  child.kill();
  return { ...about, ...answer, photos: photos.length, peakBytes, stagesMs: {} };
}
