import type { z } from 'zod';

/** What every table of settings says of each. `default` is in the same text form as the variable; empty: not set. */
export interface OptionOf<Schema extends z.ZodType<unknown, string>> {
  readonly schema: Schema;
  readonly default: string;
  readonly secret: boolean;
}

type Table = Readonly<Record<string, OptionOf<z.ZodType<unknown, string>>>>;

/** The checked value of each setting of a table. */
export type ValuesOf<Options extends Table> = { readonly [Name in keyof Options]: z.output<Options[Name]['schema']> };

/**
 * Reads every setting of a table. What is wrong is added to `problems`, all of it at once, and never with the value of
 * a secret. `textOf` finds what was given.
 */
export function collectOptions<Options extends Table>(
  options: Options,
  textOf: (name: string, option: Table[string]) => string | undefined,
  problems: string[],
): ValuesOf<Options> {
  const entries = Object.entries(options).map(([name, option]) => {
    const given = textOf(name, option);
    const parsed = option.schema.safeParse(given ?? option.default);
    if (parsed.success) return [name, parsed.data];
    const said = option.secret ? '' : `, not "${given ?? option.default}"`;
    problems.push(`${name} ${parsed.error.issues[0]?.message ?? 'cannot be used'}${said}`);
    return [name, undefined];
  });
  return Object.fromEntries(entries) as ValuesOf<Options>;
}
