import { Database } from '../src/platform/database/database.ts';
import type { TestServer } from './test-server.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** How the engine reads one table for a statement. */
export interface Plan {
  readonly table: string;
  /** The index; `none` for a scan of the table. */
  readonly key: string;
  /** Rows that MariaDB thinks it looks at; SQLite does not say, 0. */
  readonly rows: number;
}

/** What a server asks its database, as far as it goes through the builder: reads outside a unit of work, and all inside one. */
export class Statements {
  private heard: Statement[] = [];

  private constructor(private readonly server: TestServer) {}

  static async of(server: TestServer): Promise<Statements> {
    const statements = new Statements(server);
    const database = server.get(Database);
    const sources = new Set([database.manager().dataSource, await database.write(async () => database.manager().dataSource)]);
    for (const source of sources) {
      const logger = { ...source.logger, logQuery: (sql: string, parameters: unknown[] = []) => void statements.heard.push({ sql, parameters }) };
      Object.assign(source, { logger: Object.setPrototypeOf(logger, Object.getPrototypeOf(source.logger) as object) });
    }
    return statements;
  }

  /** From here on. */
  forget(): void {
    this.heard = [];
  }

  get all(): readonly Statement[] {
    return this.heard;
  }

  /** Of every read of these tables; a read of two tables has two plans. */
  async plans(tables: readonly string[]): Promise<Plan[]> {
    const asked = this.heard.filter(({ sql }) => sql.startsWith('SELECT') && tables.some((table) => new RegExp(`(FROM|JOIN) .${table}.`).test(sql)));
    const all: Plan[] = [];
    for (const statement of asked) all.push(...(await this.explain(statement)));
    return all;
  }

  private explain(statement: Statement): Promise<Plan[]> {
    return this.server.database.engine === 'mariadb' ? this.onMariadb(statement) : this.onSqlite(statement);
  }

  /** Names of tables are aliases here: they are looked up in the statement. */
  private async onMariadb({ sql, parameters }: Statement): Promise<Plan[]> {
    const rows = await this.server.get(Database).manager().query<{ table: string | null; key: string | null; rows: string | null }[]>(`EXPLAIN ${sql}`, parameters);
    const named = rows.filter(({ table }) => table !== null && !table.startsWith('<'));
    return named.map(({ table, key, rows: looked }) => ({ table: tableOf(sql, table ?? ''), key: key ?? 'none', rows: Number(looked) }));
  }

  private async onSqlite({ sql, parameters }: Statement): Promise<Plan[]> {
    const rows = await this.server.get(Database).manager().query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    return rows.flatMap(({ detail }) => {
      const [, way, alias] = /^(SEARCH|SCAN) ("?[\w]+"?)/.exec(detail) ?? [];
      if (!alias || detail.startsWith('SCAN (')) return [];
      const key = way === 'SEARCH' ? (/INDEX (\w+)/.exec(detail)?.[1] ?? (detail.includes('PRIMARY KEY') ? 'PRIMARY' : 'none')) : 'none';
      return [{ table: tableOf(sql, alias.replaceAll('"', '')), key, rows: 0 }];
    });
  }
}

function tableOf(sql: string, alias: string): string {
  return new RegExp(`(?:FROM|JOIN) ["\`](\\w+)["\`] (?:AS )?["\`]${alias}["\`]`).exec(sql)?.[1] ?? alias;
}
