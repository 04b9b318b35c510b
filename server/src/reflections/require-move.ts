import { AppError } from '@weidangxiao/shared/errors.ts';
import { moveReflection, type ReflectionEvent, type ReflectionState, reflectionStateNames } from '@weidangxiao/shared/rules/reflection.ts';
import type { Reflection } from './reflection.entity.ts';

/** The next state. @throws AppError REFLECTION_STATE where this cannot happen */
export function requireMove({ state }: Reflection, event: ReflectionEvent): ReflectionState {
  const next = moveReflection(state, event);
  if (!next) throw new AppError('REFLECTION_STATE', { detail: { state: reflectionStateNames[state] } });
  return next;
}
