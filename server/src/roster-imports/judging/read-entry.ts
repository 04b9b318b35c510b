import type { RosterField } from '@weidangxiao/shared/rules/roster-fault.ts';
import type { Entry } from '../reading/read-roster.ts';
import { readDate } from '../reading/read-date.ts';
import { readName } from '../reading/read-name.ts';
import { type PhoneReading, readPhone } from '../reading/read-phone.ts';
import { readGender, readTags, readText } from '../reading/read-words.ts';
import type { Candidate, Fault, RowCorrection } from './judgement.ts';

const maxDuty = 60;
const maxRemark = 500;

/** What a row says by itself, corrections laid over the sheet. */
export function readEntry(entry: Entry, correction: RowCorrection, today: string): Candidate {
  const values = { ...entry.values, ...correction.values };
  const text = (field: RosterField): string => values[field] ?? '';
  const faults: Fault[] = unknownCells(entry, correction);
  const name = readName(text('name'));
  const phoneText = text('phone').trim();
  const date = readDate(text('joinedOn'), today, entry.numbers.includes('joinedOn') && correction.values?.joinedOn === undefined);
  const phone = readPhone(phoneText);
  const tags = readTags(text('tags'));
  const gender = readGender(text('gender'));
  const duty = readText(text('duty'));
  const remark = readText(text('remark'));
  if (name.fault && !faults.some(({ field }) => field === 'name')) faults.push({ code: name.fault, words: { text: text('name').slice(0, 20) } });
  if (phone.fault) faults.push(phoneFault(phone));
  if (date.fault) faults.push({ code: date.fault.code, words: { text: text('joinedOn').trim().slice(0, 20), ...wordsOf(date.fault) }, suggestion: date.fault.suggestion ?? null });
  if (!gender.known) faults.push({ code: 'GENDER_UNKNOWN', words: { text: text('gender').slice(0, 10) } });
  for (const word of tags.unknown.slice(0, 1)) faults.push({ code: 'TAG_UNKNOWN', words: { text: word.slice(0, 20) } });
  if (duty && duty.length > maxDuty) faults.push({ code: 'DUTY_TOO_LONG' });
  if (remark && remark.length > maxRemark) faults.push({ code: 'REMARK_TOO_LONG' });
  if (entry.hidden) faults.push({ code: 'ROW_HIDDEN' });
  return {
    ...{ entry, correction, name: name.name, phone: phone.phone, phoneText, gender: gender.gender, tags: tags.tags, duty, joinedOn: date.date, remark, faults },
    ...{ group: { kind: 'none' }, member: null, mentions: new Set(), phoneShared: correction.sharedPhone ?? false },
  };
}

/** An error in what a roster can do without is as if nothing stood there. */
const needed: readonly RosterField[] = ['name', 'phone', 'group'];

function unknownCells({ uncomputed, failed = [] }: Entry, { values }: RowCorrection): Fault[] {
  const isOpen = (field: RosterField): boolean => values?.[field] === undefined;
  return [
    ...uncomputed.filter(isOpen).map((field) => ({ code: 'CELL_UNCOMPUTED' as const, field })),
    ...failed.filter((field) => needed.includes(field) && isOpen(field)).map((field) => ({ code: 'CELL_ERROR' as const, field })),
  ];
}

function phoneFault({ fault }: PhoneReading): Fault {
  if (!fault) throw new Error('no fault');
  if (fault.code === 'PHONE_LENGTH') return { code: fault.code, words: { count: fault.count, ...(fault.count < 11 ? { only: '只', mend: `请补${fault.count === 10 ? '一位' : '全'}` } : { only: '', mend: '请核对后重填' }) } };
  if (fault.code === 'PHONE_LETTER') return { code: fault.code, words: { letter: fault.letter, digit: fault.digit }, suggestion: fault.suggestion };
  return { code: fault.code, words: 'text' in fault ? { text: fault.text } : {} };
}

function wordsOf(fault: { month?: number; day?: number; suggestion?: string }): Record<string, string | number> {
  return Object.fromEntries(Object.entries(fault).filter(([key, value]) => key !== 'code' && value !== undefined)) as Record<string, string | number>;
}
