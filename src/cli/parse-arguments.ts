import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '../lib/app-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<Given extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Given; allowPositionals: true; strict: true }>
>;

/** Reads a command's options and files. Throws AppError `usage` that says what was wrong. */
export function parseArguments<const Given extends Options>(args: readonly string[], options: Given): Parsed<Given> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    // Node's own sentence names the option; its advice on '--' is true for us, too.
    throw new AppError('usage', { cause, detail: cause instanceof Error ? cause.message : 'unreadable options' });
  }
}
