import { AppError } from '@weidangxiao/shared/errors.ts';
import { moveRequest, type RequestEvent, type RequestState, requestStateNames } from '@weidangxiao/shared/rules/course.ts';
import type { CourseRequest } from './course-request.entity.ts';

/** The next state. @throws AppError COURSE_REQUEST_STATE where this cannot happen */
export function requireMove({ state }: Pick<CourseRequest, 'state'>, event: RequestEvent): RequestState {
  const next = moveRequest(state, event);
  if (!next) throw new AppError('COURSE_REQUEST_STATE', { detail: { state: requestStateNames[state] } });
  return next;
}
