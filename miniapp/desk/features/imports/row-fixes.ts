import type { MenuItem } from '../../components/menu.tsx';
import { fieldNames, fieldOf, type FixField, isFixable, offersOf, type RosterFault, type RosterFix, type RosterRow } from './import-words.ts';

interface Hands {
  /** Opens the cell of that field for writing. */
  edit: (field: FixField) => void;
  fix: (fix: RosterFix, told: string) => void;
}

/** What can be done about a row: the likeliest first, leaving it out always last. */
export function fixesFor(row: RosterRow, hands: Hands): MenuItem[] {
  const items = row.faults.flatMap((fault) => [...suggested(row, fault, hands), ...offersOf(fault).flatMap((offer) => offered(offer, row, fault, hands))]);
  const once = items.filter(({ label }, index) => items.findIndex((item) => item.label === label) === index);
  const skip: MenuItem = { label: '跳过这一行', onPick: () => hands.fix({ ...placeOf(row), kind: 'skip' }, `第${row.row}行不导入`) };
  return [...once.filter(({ label }) => label !== skip.label), skip];
}

/** What the button says before it is opened: the first thing to try. */
export function firstWords(row: RosterRow, items: readonly MenuItem[]): string {
  if (row.outcome === 'skipped') return '已跳过';
  return row.outcome === 'refused' ? (items[0]?.label ?? '改') : '改';
}

export function placeOf({ row, sheet }: RosterRow): { row: number; sheet?: string } {
  return { row, ...(sheet ? { sheet } : {}) };
}

function suggested(row: RosterRow, fault: RosterFault, { fix }: Hands): MenuItem[] {
  const field = fieldOf(fault);
  const value = fault.suggestion;
  // A masked phone is for the eye; it cannot be sent back as a value.
  if (value === null || value.includes('*') || !isFixable(field)) return [];
  return [{ label: `改成${value}`, onPick: () => fix({ ...placeOf(row), kind: 'value', field, value }, `第${row.row}行的${fieldNames[field]}改成了${value}`) }];
}

function offered(offer: string, row: RosterRow, fault: RosterFault, { edit, fix }: Hands): MenuItem[] {
  const field = fieldOf(fault);
  const place = placeOf(row);
  const told = (words: string): string => `第${row.row}行：${words}`;
  const one = (label: string, made: RosterFix, words: string): MenuItem[] => [{ label, onPick: () => fix(made, told(words)) }];
  switch (offer) {
    case 'value':
      return isFixable(field) ? [{ label: valueWords(field, row), onPick: () => edit(field) }] : [];
    case 'no_phone':
      return one('改成“没有手机”', { ...place, kind: 'no_phone' }, '没有手机');
    case 'shared_phone':
      return one('两人共用一部手机', { ...place, kind: 'shared_phone' }, '两人共用一部手机');
    case 'same_person':
      return fault.memberId ? one('是同一个人', { ...place, kind: 'same_person', memberId: fault.memberId }, '是同一个人') : [];
    case 'new_person':
      return one('重名，是另一个人', { ...place, kind: 'new_person' }, '是另一个人');
    case 'create_group':
      return row.groupName ? one(`新建“${row.groupName}”`, { kind: 'create_group', name: row.groupName }, `新建“${row.groupName}”`) : [];
    default:
      return [];
  }
}

function valueWords(field: FixField, row: RosterRow): string {
  if (field === 'group') return '选小组';
  const empty = (field === 'name' && row.name === '') || (field === 'phone' && !row.phoneMasked);
  return `${empty ? '补' : '改'}${fieldNames[field]}`;
}
