import { serve } from '../../src/main.ts';

/** The sample school, being served. */
export interface SampleSchool {
  readonly origin: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

/** Make the sample school in a folder, or take the one that is there, and serve it on a free port. */
export async function serveSample(dataFolder: string): Promise<SampleSchool> {
  const stop = new AbortController();
  const lines: string[] = [];
  const env = {
    PHOTOWARD_DATA: dataFolder,
    PHOTOWARD_PORT: '0',
    PHOTOWARD_LOG_LEVEL: 'error',
    PHOTOWARD_REQUESTS_PER_MINUTE: '100000',
    PHOTOWARD_SIGN_INS_PER_MINUTE: '1000',
  };
  let ready: () => void = () => undefined;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const say = (line: string): void => {
    lines.push(line);
    // The address comes before the password; the last person's line comes after both.
    if (line.includes('staff2@')) ready();
  };
  const served = serve({ env, say, signal: stop.signal, demo: true });
  await Promise.race([isReady, served]);
  const find = (pattern: RegExp): string => {
    const found = pattern.exec(lines.join('\n'))?.[1];
    if (found === undefined) throw new Error(`The service did not say ${String(pattern)}:\n${lines.join('\n')}`);
    return found;
  };
  return {
    origin: find(/ready at (\S+)/),
    password: find(/password (\S+)/),
    stop: async () => {
      stop.abort();
      await served;
    },
  };
}
