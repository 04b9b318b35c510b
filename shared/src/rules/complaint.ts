import { addDays, type BusinessDate } from './week.ts';
import { addWorkingDays, type DayExceptions } from './working-days.ts';

export const complaintAbouts = ['study', 'session', 'score', 'app', 'town', 'other'] as const;
export type ComplaintAbout = (typeof complaintAbouts)[number];
export const complaintAboutNames: Readonly<Record<ComplaintAbout, string>> = { study: '学习内容', session: '学习活动', score: '评分', app: '小程序', town: '镇里的做法', other: '别的事' };

export const complaintStates = ['open', 'answered'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** So long the town has to answer. */
export const daysToAnswer = 10;

/** The day on which an unanswered complaint is the district's: the one after the tenth working day; at once where it is about the town itself. */
export function districtFrom(about: ComplaintAbout, receivedOn: BusinessDate, exceptions?: DayExceptions): BusinessDate {
  return about === 'town' ? receivedOn : addDays(addWorkingDays(receivedOn, daysToAnswer, exceptions), 1);
}

/** Twelve digits as people write them down: 1234-5678-9012. */
export function receiptText(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1-');
}

/** The digits of what somebody typed, full-width ones too. */
export function receiptDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}
