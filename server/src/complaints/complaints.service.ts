import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { districtFrom, receiptText } from '@weidangxiao/shared/rules/complaint.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { OwnScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { WorkingDaysService } from '../working-days/working-days.service.ts';
import { ComplaintNews } from './complaint-news.ts';
import { ComplaintPhotosService } from './complaint-photos.service.ts';
import { ComplaintViews, type OwnView } from './complaint-views.ts';
import type { Complaint } from './complaint.entity.ts';
import { ComplaintsRepository } from './complaints.repository.ts';
import { Receipts } from './receipts.ts';
import { UntracedActs } from './untraced-acts.ts';

type NewComplaint = Input<'createComplaint'>['body'];
type Created = Answer<'createComplaint'>;

/** Complaining, and finding the answer. Answering is in `complaint-desk.service.ts`. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly photos: ComplaintPhotosService,
    private readonly views: ComplaintViews,
    private readonly receipts: Receipts,
    private readonly news: ComplaintNews,
    private readonly workingDays: WorkingDaysService,
    private readonly untraced: UntracedActs,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** However often it is sent: one complaint, with the same receipt. @throws AppError CLIENT_ID_REUSED, NOT_FOUND for a photo that is not there */
  async create(scope: OwnScope, body: NewComplaint): Promise<Created> {
    const known = await this.known(scope, body);
    if (known) return known;
    try {
      // The town's own audit must not say who complains about it, even by name.
      const traced = !body.anonymous && body.about !== 'town';
      const receive = () => this.receive(scope, body, traced);
      return await (traced ? this.acts.perform(scope, receive) : this.untraced.perform(receive));
    } catch (error) {
      const faster = this.complaints.isKnown(error) ? await this.known(scope, body) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  async mine(scope: OwnScope, { page, pageSize }: Input<'listMyComplaints'>['query']): Promise<Answer<'listMyComplaints'>> {
    const [rows, total] = await this.complaints.pageOfOwn(scope, (page - 1) * pageSize, pageSize);
    return { items: await this.views.own(scope, rows), page, pageSize, total };
  }

  /** @throws AppError COMPLAINT_RECEIPT_WRONG */
  async byReceipt(scope: OwnScope, typed: string): Promise<OwnView> {
    const index = this.receipts.indexOf(scope, typed);
    const complaint = index && (await this.complaints.byReceipt(scope, index));
    if (!complaint) throw new AppError('COMPLAINT_RECEIPT_WRONG', { field: 'receipt' });
    return this.viewOf(scope, complaint);
  }

  private async receive(scope: OwnScope, body: NewComplaint, traced: boolean): Promise<Created> {
    const { about, text, photoId } = body;
    const receivedOn = businessDate(this.clock.now());
    const exceptions = await this.workingDays.exceptions(scope, receivedOn, addDays(receivedOn, 90));
    const complaint: Complaint = {
      ...{ townId: scope.townId, id: randomUUID(), ...this.signature(scope, body), about, addressee: about === 'town' ? 'district' : 'town', text, photoId },
      ...{ receivedOn, toDistrictOn: districtFrom(about, receivedOn, exceptions), traced, state: 'open', answerText: null, answeredOn: null, answeredFrom: null, answeredBy: null },
    };
    await this.complaints.insert(scope, complaint);
    if (photoId) await this.photos.take(scope, photoId, complaint.id);
    if (traced) await this.news.arrived(scope, complaint);
    return this.createdOf(scope, complaint, body);
  }

  private signature(scope: OwnScope, { anonymous, clientId }: NewComplaint): Pick<Complaint, 'memberId' | 'clientId' | 'receiptIndex'> {
    if (!anonymous) return { memberId: scope.memberId, clientId, receiptIndex: null };
    return { memberId: null, clientId: null, receiptIndex: this.receipts.indexOf(scope, this.receipts.numberFor(scope, clientId)) };
  }

  private async known(scope: OwnScope, body: NewComplaint): Promise<Created | null> {
    const { receiptIndex } = this.signature(scope, body);
    const same = receiptIndex ? await this.complaints.byReceipt(scope, receiptIndex) : await this.complaints.byClientId(scope, body.clientId);
    if (!same) return null;
    if (same.about !== body.about || same.text !== body.text || same.photoId !== body.photoId) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.createdOf(scope, same, body);
  }

  private async createdOf(scope: OwnScope, complaint: Complaint, { anonymous, clientId }: NewComplaint): Promise<Created> {
    return { ...(await this.viewOf(scope, complaint)), receipt: anonymous ? receiptText(this.receipts.numberFor(scope, clientId)) : null };
  }

  private async viewOf(scope: OwnScope, complaint: Complaint): Promise<OwnView> {
    const [view] = await this.views.own(scope, [complaint]);
    if (!view) throw new Error('a complaint was lost on its way out');
    return view;
  }
}
