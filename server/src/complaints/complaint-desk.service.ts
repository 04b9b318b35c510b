import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { HostScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ComplaintNews } from './complaint-news.ts';
import { ComplaintViews, type EscalatedView, type TownView } from './complaint-views.ts';
import type { Complaint } from './complaint.entity.ts';
import { ComplaintsRepository } from './complaints.repository.ts';

/** Reading and answering complaints: the town those addressed to it, the district what waited too long or is about the town. */
@Injectable()
export class ComplaintDeskService {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly views: ComplaintViews,
    private readonly news: ComplaintNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: WholeTownScope, { page, pageSize, state }: Input<'listComplaints'>['query']): Promise<Answer<'listComplaints'>> {
    const [rows, total] = await this.complaints.pageOfTown(scope, state, (page - 1) * pageSize, pageSize);
    return { items: await this.views.ofTown(scope, rows), page, pageSize, total };
  }

  /** Also one that lies with the district by now, as long as nobody has answered. @throws AppError NOT_FOUND, OWN_DECISION, COMPLAINT_ANSWERED */
  answer(scope: WholeTownScope, id: string, text: string): Promise<TownView> {
    return this.acts.perform(scope, async () => {
      const complaint = await this.complaints.toTown(scope, id);
      if (!complaint) throw new AppError('NOT_FOUND');
      if (complaint.memberId === scope.memberId) throw new AppError('OWN_DECISION');
      const answered = await this.close(scope, complaint, { answerText: text, answeredFrom: 'town', answeredBy: scope.memberId });
      return only(await this.views.ofTown(scope, [answered]));
    });
  }

  async listEscalated(scope: HostScope, { page, pageSize, state }: Input<'listEscalatedComplaints'>['query']): Promise<Answer<'listEscalatedComplaints'>> {
    const [rows, total] = await this.complaints.pageOfEscalated(scope, state, businessDate(this.clock.now()), (page - 1) * pageSize, pageSize);
    return { items: await this.views.escalated(scope, rows), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND also for what is still the town's, COMPLAINT_ANSWERED */
  answerEscalated(scope: HostScope, id: string, text: string): Promise<EscalatedView> {
    return this.acts.perform(scope, async () => {
      const complaint = await this.complaints.escalated(scope, id, businessDate(this.clock.now()));
      if (!complaint) throw new AppError('NOT_FOUND');
      const answered = await this.close(systemScope(complaint.townId, 'district'), complaint, { answerText: text, answeredFrom: 'district', answeredBy: null });
      return only(await this.views.escalated(scope, [answered]));
    });
  }

  private async close(town: TownScope, complaint: Complaint, answer: Pick<Complaint, 'answerText' | 'answeredFrom' | 'answeredBy'>): Promise<Complaint> {
    const given = { ...answer, answeredOn: businessDate(this.clock.now()) };
    if (!(await this.complaints.answer(complaint, given))) throw new AppError('COMPLAINT_ANSWERED');
    const answered: Complaint = { ...complaint, ...given, state: 'answered' };
    await this.news.answered(town, answered);
    return answered;
  }
}

function only<T>([view]: readonly T[]): T {
  if (view === undefined) throw new Error('a complaint was lost on its way out');
  return view;
}
