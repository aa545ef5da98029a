import type { Timing } from './browse.ts';
import type { MemorySample } from './watch-memory.ts';

const megabytes = (bytes: number): string => String(Math.round(bytes / 1024 / 1024));

/** The value that a share of the sorted numbers does not exceed (nearest rank). NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function lineOf(name: string, timings: readonly Timing[]): string {
  const sorted = timings.map(({ ms }) => ms).sort((a, b) => a - b);
  const shown = [0.5, 0.95, 0.99, 1].map((share) => String(Math.round(percentile(sorted, share))));
  const failed = timings.filter(({ status }) => status >= 400).length;
  return `| ${[name, sorted.length, ...shown, failed].join(' | ')} |`;
}

/** The answers' times by endpoint, the slowest first: a Markdown table. */
export function reportTimings(timings: readonly Timing[]): string {
  const names = [...new Set(timings.map(({ endpoint }) => endpoint))];
  const groups = names.map((name) => [name, timings.filter(({ endpoint }) => endpoint === name)] as const);
  const slowest = ([, group]: (typeof groups)[number]): number =>
    percentile(
      group.map(({ ms }) => ms).sort((a, b) => a - b),
      0.99,
    );
  const lines = groups.sort((a, b) => slowest(b) - slowest(a)).map(([name, group]) => lineOf(name, group));
  const head =
    '| request | answers | p50, ms | p95, ms | p99, ms | longest, ms | refused |\n| - | - | - | - | - | - | - |';
  return [
    head,
    ...lines,
    lineOf(
      'all but uploads',
      timings.filter(({ endpoint }) => endpoint !== 'upload'),
    ),
  ].join('\n');
}

/** Memory over time: a Markdown table. */
export function reportMemory(samples: readonly MemorySample[]): string {
  const lines = samples.map(
    ({ seconds, server, screening }) => `| ${seconds} | ${megabytes(server)} | ${megabytes(screening)} |`,
  );
  return ['| seconds | server, MB | screening, MB |', '| - | - | - |', ...lines].join('\n');
}
