import { processorMs } from './processor-ms.ts';

/** Processor time that a piece of work takes, in milliseconds. */
export async function processorMsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return processorMs(before);
}
