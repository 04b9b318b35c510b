import { Injectable } from '@nestjs/common';
import type { FeedbackCount } from '@weidangxiao/shared/rules/session-feedback.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { SessionFeedback } from './session-feedback.entity.ts';

@Injectable()
export class SessionFeedbackRepository {
  constructor(private readonly database: Database) {}

  async put({ townId }: TownScope, feedback: SessionFeedback): Promise<void> {
    await this.database.rows(SessionFeedback).upsert({ ...feedback, townId }, ['townId', 'sessionId', 'memberId']);
  }

  /** The only thing that is ever read of it. */
  async counts({ townId }: TownScope, sessionId: string): Promise<FeedbackCount[]> {
    const rows = await this.database
      .rows(SessionFeedback)
      .createQueryBuilder('feedback')
      .select('feedback.useful', 'useful')
      .addSelect('feedback.more', 'more')
      .addSelect('COUNT(*)', 'count')
      .where('feedback.townId = :townId AND feedback.sessionId = :sessionId', { townId, sessionId })
      .groupBy('feedback.useful')
      .addGroupBy('feedback.more')
      .getRawMany<{ useful: FeedbackCount['useful']; more: number | boolean; count: string }>();
    return rows.map(({ useful, more, count }) => ({ useful, more: Boolean(Number(more)), count: Number(count) }));
  }
}
