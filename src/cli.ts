#!/usr/bin/env node
import type { Output } from './cli/output.ts';
import { runCommand } from './cli/run-command.ts';

// The command line's own process: the only place that reads its environment, streams and signals.
const stop = new AbortController();
process.on('SIGINT', () => {
  stop.abort();
});
process.on('SIGTERM', () => {
  stop.abort();
});
// Whoever read the results has gone (photoward … | head): there is no use in going on.
process.stdout.on('error', () => {
  stop.abort();
});

const output: Output = {
  result: (text) => process.stdout.write(`${text}\n`),
  notice: (text) => process.stderr.write(`${text}\n`),
  resultsOnTerminal: process.stdout.isTTY && process.stdout.hasColors(process.env),
  noticesOnTerminal: process.stderr.isTTY,
  noticeStream: process.stderr,
};

process.exitCode = await runCommand(process.argv.slice(2), { env: process.env, output, signal: stop.signal });
