/** Processor time of this process since `before`, in milliseconds: other work on the machine counts for little in it. */
export function processorMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
