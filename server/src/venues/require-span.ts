import { AppError } from '@weidangxiao/shared/errors.ts';
import { type Span, spanFault } from '@weidangxiao/shared/rules/venue.ts';

const reasons = { ends_before_start: '结束要在开始以后', too_long: '一次最多订14天' } as const;

/** @throws AppError INPUT_INVALID for what ends before it begins, or lasts too long */
export function requireSpan(span: Span): Span {
  const fault = spanFault(span);
  if (fault) throw new AppError('INPUT_INVALID', { field: 'endsAt', detail: { reason: reasons[fault] } });
  return span;
}
