import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { serveTasks } from '../../src/inference/pool/serve-tasks.ts';
import { AppError } from '../../src/lib/app-error.ts';

// A module for the pool's own tests: each task names one thing that a real one might do.
interface Settings {
  readonly refuse?: boolean;
}

interface Request {
  readonly do:
    'echo' | 'pid' | 'shared' | 'throw-typed' | 'throw-plain' | 'wait' | 'spin' | 'die' | 'die-once' | 'grow';
  readonly value?: unknown;
  readonly ms?: number;
  readonly mark?: string;
}

serveTasks((settings) => {
  if ((settings as Settings).refuse === true)
    return Promise.reject(new AppError('model-missing', { detail: 'a.onnx' }));
  let shared: unknown = 'nothing';
  const kept: Buffer[] = [];
  return Promise.resolve({
    share: (value) => {
      shared = value;
    },
    perform: async (sent, report) => {
      const request = sent as Request;
      if (request.mark !== undefined) appendFileSync(request.mark, `${process.pid}\n`);
      report({ began: request.do, pid: process.pid });
      switch (request.do) {
        case 'echo':
          return request.value;
        case 'pid':
          return process.pid;
        case 'shared':
          return shared;
        case 'throw-typed':
          throw new AppError('decode-failed', { detail: 'row 3' });
        case 'throw-plain':
          throw new TypeError('plain');
        case 'wait':
          await wait(request.ms);
          return 'waited';
        case 'spin':
          for (const end = Date.now() + request.ms!; Date.now() < end;);
          return 'spun';
        case 'die':
          return process.kill(process.pid, 'SIGKILL');
        case 'die-once':
          return request.value === 'again' ? 'survived' : process.kill(process.pid, 'SIGKILL');
        case 'grow':
          kept.push(Buffer.alloc(request.ms! * 1024 * 1024, 1));
          return process.pid;
      }
    },
  });
});
