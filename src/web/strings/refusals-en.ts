import type { ErrorCode } from '../../contract/common.ts';

/** What the service says in a refusal. English is its own language, so its words stand as they are. */
export const refusalsEn = {
  errorMessages: {} as Readonly<Partial<Record<ErrorCode, string>>>,
  /** Its words about a field, a line or a state, and those of the page's language; `{}` stands for a value. */
  problems: {} as Readonly<Record<string, string>>,
  /** The same for its sentence about what a file held besides its picture. */
  removedData: {} as Readonly<Record<string, string>>,
  /** The same for who was looked for in a photo, and for why a drawn face was not compared. */
  whoWasLookedFor: {} as Readonly<Record<string, string>>,
};
