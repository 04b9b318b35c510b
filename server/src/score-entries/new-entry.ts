import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { hundredthsOf, pointsFault, resultsFault } from '@weidangxiao/shared/rules/score-entry.ts';
import type { ScoreEntry } from './score-entry.entity.ts';

/** What somebody wants to enter, as it would be stored. */
export type NewScoreEntry = Pick<ScoreEntry, 'clientId' | 'kind' | 'period' | 'memberId' | 'points' | 'happenedOn' | 'reason' | 'evidence' | 'fileId' | 'talkedBy'>;

/** @throws AppError INPUT_INVALID for points that are no figure, too many or too finely divided */
export function newEntryOf(body: Input<'createScoreEntry'>['body']): NewScoreEntry {
  const { kind, clientId, memberId, on, reason, evidence, fileId = null } = body;
  const told = { kind, clientId, memberId, happenedOn: on, reason, evidence, fileId };
  if (body.kind === 'talk') return { ...told, period: body.month, points: null, talkedBy: body.talkedBy };
  if (body.kind === 'results') return { ...told, period: body.year, points: figureOf(body.points, resultsFault), talkedBy: null };
  return { ...told, period: body.month, points: figureOf(body.points, pointsFault), talkedBy: null };
}

/** Hundredths. @throws AppError INPUT_INVALID */
export function figureOf(typed: string, faultOf: (typed: string) => string | null, field = 'points'): number {
  const fault = faultOf(typed);
  if (fault) throw new AppError('INPUT_INVALID', { field, detail: { reason: `“${typed}”${fault}` } });
  return hundredthsOf(typed);
}
