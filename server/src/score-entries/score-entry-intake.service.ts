import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { EntryMonthsService } from './entry-months.service.ts';
import type { NewScoreEntry } from './new-entry.ts';
import { ScoreEntriesRepository } from './score-entries.repository.ts';
import { ScoreEntryNews } from './score-entry-news.ts';
import type { ScoreEntry } from './score-entry.entity.ts';

/** The one way in, for what the committee enters itself and for what it accepts of a leader. */
@Injectable()
export class ScoreEntryIntakeService {
  constructor(
    private readonly entries: ScoreEntriesRepository,
    private readonly months: EntryMonthsService,
    private readonly members: MembersService,
    private readonly files: FilesService,
    private readonly news: ScoreEntryNews,
    private readonly clock: Clock,
  ) {}

  /** Call inside a unit of work. @throws AppError NOT_FOUND, ENTRY_ONESELF, ENTRY_NO_GROUP, MONTH_PUBLISHED, ENTRY_YEAR_SUMMED, RESULTS_EXIST, TALK_EXISTS, INPUT_INVALID */
  async enter(scope: WholeTownScope, wanted: NewScoreEntry): Promise<ScoreEntry> {
    await this.members.find(scope, wanted.memberId);
    if (wanted.memberId === scope.memberId) throw new AppError('ENTRY_ONESELF', { field: 'memberId' });
    await this.months.requireTakes(scope, wanted);
    if (wanted.kind === 'talk') this.months.requireOver(wanted.period, wanted.happenedOn);
    else this.months.requireDay(wanted.period, wanted.happenedOn);
    const entry = await this.rowOf(scope, wanted);
    if (entry.fileId) await this.files.requireOwn(scope, entry.fileId, 'evidence');
    await this.insert(scope, entry);
    await this.news.entered(scope, entry);
    return entry;
  }

  private async rowOf(scope: WholeTownScope, wanted: NewScoreEntry): Promise<ScoreEntry> {
    const groupId = await this.months.requireGroup(scope, wanted.memberId, wanted.period);
    const held = wanted.kind === 'results' || wanted.kind === 'talk' ? `${wanted.kind}:${wanted.period}` : null;
    const entered = { enteredBy: scope.memberId, enteredAt: this.clock.now(), reversedAt: null, reversedBy: null, reversalReason: null };
    return { townId: scope.townId, id: randomUUID(), ...wanted, groupId, held, ...entered };
  }

  private async insert(scope: WholeTownScope, entry: ScoreEntry): Promise<void> {
    try {
      await this.entries.insert(scope, entry);
    } catch (error) {
      if (!this.entries.isHeld(error)) throw error;
      if (entry.kind === 'results') throw new AppError('RESULTS_EXIST', { field: 'memberId', detail: { year: entry.period }, cause: error });
      throw new AppError('TALK_EXISTS', { field: 'memberId', detail: { month: monthWithYear(entry.period) }, cause: error });
    }
  }
}
