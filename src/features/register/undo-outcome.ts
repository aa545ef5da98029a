import type { FileRef } from '../../files/file-vault.ts';
import type { UndoOutcome } from '../../policy/register/plan-line-undo.ts';
import type { ErasedTemplates } from '../../store/erase-templates.ts';

/** Which import is undone, by whom, and when it was applied (ISO). */
export interface ImportUndoRun {
  readonly actor: string;
  readonly importId: string;
  readonly appliedAt: string;
}

/** What undoing one line came to; `kept` names the details that stay. */
export interface UndoneLine {
  readonly place: number;
  readonly outcome: UndoOutcome;
  readonly kept: readonly string[];
}

/** What undoing an import came to. `effectiveDays`: later days from which it makes a difference. */
export interface ImportUndo {
  readonly lines: readonly UndoneLine[];
  /** Answers that count for nothing from now on. */
  readonly answers: number;
  /** Answers that a later list has said again, and which count in the place of those. */
  readonly instead: number;
  readonly erased: ErasedTemplates;
  readonly portraits: readonly FileRef[];
  readonly effectiveDays: readonly string[];
}

/** Nothing but lines, to begin from. */
export const onlyLines = (lines: readonly UndoneLine[]): ImportUndo => ({
  ...{ lines, answers: 0, instead: 0, erased: { templates: 0, files: [] }, portraits: [], effectiveDays: [] },
});
