import { Controller, type StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { HostScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { Upload, type UploadedFile } from '../platform/access/upload.ts';
import { ComplaintDeskService } from './complaint-desk.service.ts';
import { ComplaintPhotosService } from './complaint-photos.service.ts';
import { ComplaintsService } from './complaints.service.ts';

@Controller()
export class ComplaintsController {
  constructor(
    private readonly complaints: ComplaintsService,
    private readonly photos: ComplaintPhotosService,
    private readonly desk: ComplaintDeskService,
  ) {}

  @Serves('createComplaint')
  create(@By() scope: OwnScope, @In() { body }: Input<'createComplaint'>): Promise<Answer<'createComplaint'>> {
    return this.complaints.create(scope, body);
  }

  @Serves('createComplaintPhoto')
  keepPhoto(@By() scope: OwnScope, @Upload() { bytes }: UploadedFile): Promise<Answer<'createComplaintPhoto'>> {
    return this.photos.keep(scope, bytes);
  }

  @Serves('getComplaintPhoto')
  photo(@By() scope: PersonScope | HostScope, @In() { params }: Input<'getComplaintPhoto'>): Promise<StreamableFile> {
    return this.photos.read(scope, params.id);
  }

  @Serves('listMyComplaints')
  mine(@By() scope: OwnScope, @In() { query }: Input<'listMyComplaints'>): Promise<Answer<'listMyComplaints'>> {
    return this.complaints.mine(scope, query);
  }

  @Serves('findComplaint')
  find(@By() scope: OwnScope, @In() { body }: Input<'findComplaint'>): Promise<Answer<'findComplaint'>> {
    return this.complaints.byReceipt(scope, body.receipt);
  }

  @Serves('listComplaints')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listComplaints'>): Promise<Answer<'listComplaints'>> {
    return this.desk.list(scope, query);
  }

  @Serves('answerComplaint')
  answer(@By() scope: WholeTownScope, @In() { params, body }: Input<'answerComplaint'>): Promise<Answer<'answerComplaint'>> {
    return this.desk.answer(scope, params.id, body.text);
  }

  @Serves('listEscalatedComplaints')
  listEscalated(@By() scope: HostScope, @In() { query }: Input<'listEscalatedComplaints'>): Promise<Answer<'listEscalatedComplaints'>> {
    return this.desk.listEscalated(scope, query);
  }

  @Serves('answerEscalatedComplaint')
  answerEscalated(@By() scope: HostScope, @In() { params, body }: Input<'answerEscalatedComplaint'>): Promise<Answer<'answerEscalatedComplaint'>> {
    return this.desk.answerEscalated(scope, params.id, body.text);
  }
}
