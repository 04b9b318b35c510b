import { Injectable } from '@nestjs/common';
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { TownScope } from '../platform/access/scope.ts';
import { idKind, jsonKind } from '../platform/database/column-kinds.ts';
import { Database } from '../platform/database/database.ts';

/** A file's own row, and what was done with it, hold no file. */
const notHolding = ['stored_files', 'audit_rows'];
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const uuidLength = 36;
const chunk = 200;

interface Holder {
  readonly table: EntityMetadata;
  readonly column: ColumnMetadata;
}

/**
 * Which files are referred to, by whatever noun: every column of a town's table that could hold an id is asked, also inside
 * JSON, so a noun that is added later cannot be forgotten here.
 */
@Injectable()
export class FileReferencesRepository {
  constructor(private readonly database: Database) {}

  /** Those of the ids that something in the town holds. Columns that are named for files come first, since most are found there. */
  async among(scope: TownScope, ids: readonly string[]): Promise<Set<string>> {
    const missing = new Set(ids);
    for (const holder of this.holders()) {
      if (missing.size === 0) break;
      const found = isJson(holder.column) ? await this.inJson(scope, holder, missing) : await this.inIds(scope, holder, missing);
      for (const id of found) missing.delete(id);
    }
    return new Set(ids.filter((id) => !missing.has(id)));
  }

  holders(): Holder[] {
    const tables = this.database.manager().dataSource.entityMetadatas.filter(({ tableName, columns }) => columns.some(isTown) && !notHolding.includes(tableName));
    const all = tables.flatMap((table) => table.columns.filter((column) => !isTown(column) && (isId(column) || isJson(column))).map((column) => ({ table, column })));
    return all.sort((a, b) => rank(a.column) - rank(b.column));
  }

  private async inIds({ townId }: TownScope, { table, column }: Holder, ids: ReadonlySet<string>): Promise<string[]> {
    const query = this.database.manager().createQueryBuilder(table.target, 'holder').select(`DISTINCT holder.${column.propertyName}`, 'id');
    const rows = await query.where(`holder.townId = :townId AND holder.${column.propertyName} IN (:...ids)`, { townId, ids: [...ids] }).getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  private async inJson(scope: TownScope, holder: Holder, ids: ReadonlySet<string>): Promise<string[]> {
    const found: string[] = [];
    for (let from = 0; ; from += chunk) {
      const texts = await this.texts(scope, holder, from);
      found.push(...texts.flatMap((text) => text.match(uuid) ?? []).filter((id) => ids.has(id)));
      if (texts.length < chunk) return found;
    }
  }

  /** As they are stored; those that are too short for an id stay where they are. */
  private async texts({ townId }: TownScope, { table, column }: Holder, from: number): Promise<string[]> {
    const json = `holder.${column.propertyName}`;
    const query = this.database.manager().createQueryBuilder(table.target, 'holder').select(json, 'text').where(`holder.townId = :townId AND LENGTH(${json}) > ${uuidLength}`, { townId });
    for (const key of table.primaryColumns) query.addOrderBy(`holder.${key.propertyName}`);
    return (await query.offset(from).limit(chunk).getRawMany<{ text: string }>()).map(({ text }) => text);
  }
}

const isTown = ({ propertyName }: ColumnMetadata): boolean => propertyName === 'townId';
const isJson = ({ transformer }: ColumnMetadata): boolean => transformer === jsonKind.transformer;
const isId = ({ type, length }: ColumnMetadata): boolean => type === idKind.type && length === String(idKind.length);

function rank(column: ColumnMetadata): number {
  if (/file/i.test(column.propertyName)) return 0;
  return isJson(column) ? 1 : 2;
}
