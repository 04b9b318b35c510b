import type { TownScope } from './scope.ts';

/** Columns as they stand in the query; leave out what the table does not know. */
export interface ScopedColumns {
  readonly town: string;
  readonly member?: string;
  readonly group?: string;
}

export interface Condition {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The condition that every query of a town table carries. Whoever reaches only what is their own and asks a table
 * that knows neither member nor group gets no rows; what a town shows in public is a condition of the noun's own.
 */
export function within(scope: TownScope, columns: ScopedColumns): Condition {
  const params: Record<string, unknown> = { scopeTown: scope.townId };
  const parts = [`${columns.town} = :scopeTown`];
  if (scope.reach === 'own') parts.push(own(columns, params, scope.memberId));
  if (scope.reach === 'group') parts.push(`(${led(columns, params, scope.groupIds)} OR ${own(columns, params, scope.memberId)})`);
  if (scope.reach === 'public') parts.push('1 = 0');
  return { sql: parts.join(' AND '), params };
}

function own({ member }: ScopedColumns, params: Record<string, unknown>, memberId: string): string {
  if (!member) return '1 = 0';
  params['scopeMember'] = memberId;
  return `${member} = :scopeMember`;
}

function led({ group }: ScopedColumns, params: Record<string, unknown>, groupIds: readonly string[]): string {
  if (!group || groupIds.length === 0) return '1 = 0';
  params['scopeGroups'] = groupIds;
  return `${group} IN (:...scopeGroups)`;
}
