import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDialectConfig } from 'kysely';
import { isInsideTransaction } from './transaction-scope.ts';

/**
 * SQLite has one connection here, so a query on the outer handle while a transaction is open would wait for ever.
 * Asking for a second connection inside a transaction is therefore an error at once, with the mistake named.
 */
class SingleConnectionDriver extends SqliteDriver {
  override acquireConnection(): Promise<DatabaseConnection> {
    if (isInsideTransaction()) {
      return Promise.reject(new Error('Inside withTransaction use only its trx, not the outer database handle.'));
    }
    return super.acquireConnection();
  }

  /** Takes the write lock at the start, so that a transaction never fails half-way because another process wrote. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Kysely's SQLite dialect with the driver above. */
export class SingleConnectionDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new SingleConnectionDriver(this.#config);
  }
}
