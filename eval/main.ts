import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatTable, type Evaluate } from './report.ts';

// npm run eval -- <name> --data FOLDER [--json FILE] [--option value …]
// Each evaluation is a folder beside this file with an evaluate.ts.

async function namesOfEvaluations(): Promise<string[]> {
  const entries = await readdir(import.meta.dirname);
  return entries.filter((name) => existsSync(path.join(import.meta.dirname, name, 'evaluate.ts'))).sort();
}

function readOptions(args: readonly string[]): Record<string, string> {
  const options: Record<string, string> = {};
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]!;
    const value = args[i + 1];
    if (!name.startsWith('--') || value === undefined) throw new Error(`An option needs a value: ${name}`);
    options[name.slice(2)] = value;
  }
  return options;
}

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  const names = await namesOfEvaluations();
  const { data, json, ...extra } = readOptions(args);
  if (name === undefined || !names.includes(name) || data === undefined) {
    throw new Error(`Usage: npm run eval -- ${names.join('|')} --data FOLDER [--json FILE]`);
  }
  const { evaluate } = (await import(`./${name}/evaluate.ts`)) as { evaluate: Evaluate };
  const report = await evaluate({
    dataFolder: path.resolve(data),
    extra,
    progress: (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`);
    },
  });
  for (const table of report.tables) process.stdout.write(`\n${formatTable(table)}\n`);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
