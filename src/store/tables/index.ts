import type { AccountTables } from './account-tables.ts';
import type { SchoolTables } from './school-tables.ts';
import type { RegisterTables } from './register-tables.ts';
import type { PhotoTables } from './photo-tables.ts';
import type { ReleaseTables } from './release-tables.ts';
import type { OperationTables } from './operation-tables.ts';

/**
 * Every table. Names are snake_case in the database and camelCase here. Ids are ULIDs, times are UTC ISO text, days are
 * ISO days, `…Json` holds JSON text, `sealed…` holds bytes sealed with the school's key.
 */
export interface Tables
  extends AccountTables, SchoolTables, RegisterTables, PhotoTables, ReleaseTables, OperationTables {}
