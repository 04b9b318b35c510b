import { AppError } from '@weidangxiao/shared/errors.ts';
import { isMonday } from '@weidangxiao/shared/rules/week.ts';

/** @throws AppError INPUT_INVALID for a date that is no Monday */
export function requireMonday(date: string): void {
  if (!isMonday(date)) throw new AppError('INPUT_INVALID', { field: 'monday', detail: { reason: '要是周一的日期' } });
}
