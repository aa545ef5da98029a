import type { ErasedTemplates } from '../../store/erase-templates.ts';

/** What applying an import came to. `effectiveDays`: later days from which it makes a difference. */
export interface ImportOutcome {
  readonly erased: ErasedTemplates;
  readonly effectiveDays: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** Nothing is judged again for a list that said only what was known. */
  readonly changesRegister: boolean;
}
