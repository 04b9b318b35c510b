import { Injectable, StreamableFile } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { FilesService } from '../files/files.service.ts';
import type { HostScope, OwnScope, PersonScope, SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { ComplaintPhotosRepository } from './complaint-photos.repository.ts';
import type { Complaint } from './complaint.entity.ts';
import { ComplaintsRepository } from './complaints.repository.ts';
import { UntracedActs } from './untraced-acts.ts';

/** Whoever uploads and is interrupted has until the end of the next day. */
const daysToTake = 1;
/** Of a town, in one run. */
const batch = 200;

/** Pictures for complaints: kept without anybody's name. */
@Injectable()
export class ComplaintPhotosService {
  constructor(
    private readonly photos: ComplaintPhotosRepository,
    private readonly complaints: ComplaintsRepository,
    private readonly files: FilesService,
    private readonly store: FileStore,
    private readonly untraced: UntracedActs,
    private readonly clock: Clock,
  ) {}

  /** Without the place and time that are in it. @throws AppError FILE_TOO_LARGE, FILE_TYPE_NOT_ACCEPTED, FILE_HEIC, FILE_UNREADABLE */
  async keep(scope: OwnScope, bytes: Buffer): Promise<Answer<'createComplaintPhoto'>> {
    // What a reflection takes; the row that would say whose it is is never written.
    const fresh = await this.files.keep(bytes, 'reflection');
    const { id, contentType, width, height } = fresh;
    const photo = { townId: scope.townId, id, contentType, keptOn: this.today(), complaintId: null };
    try {
      await this.untraced.perform(() => this.photos.insert(scope, photo));
    } catch (error) {
      await this.files.discard([fresh]);
      throw error;
    }
    return { id, width: width ?? 1, height: height ?? 1 };
  }

  /** Call inside a unit of work. @throws AppError NOT_FOUND */
  async take(scope: OwnScope, id: string, complaintId: string): Promise<void> {
    const taken = await this.photos.take(scope, id, complaintId, addDays(this.today(), -daysToTake));
    if (!taken) throw new AppError('NOT_FOUND', { field: 'photoId' });
  }

  /** @throws AppError NOT_FOUND also for whoever may not see it */
  async read(scope: PersonScope | HostScope, complaintId: string): Promise<StreamableFile> {
    const complaint = await this.readable(scope, complaintId);
    const photo = complaint?.photoId && (await this.photos.one(complaint.townId, complaint.photoId));
    if (!photo) throw new AppError('NOT_FOUND');
    const { stream, bytes } = await this.store.read(photo.id);
    return new StreamableFile(stream, { type: photo.contentType, length: bytes, disposition: 'inline' });
  }

  /** What no complaint took: a day later than it could be taken, so nobody is just about to. */
  async sweep(scope: SystemScope): Promise<void> {
    for (const { id } of await this.photos.forgotten(scope, addDays(this.today(), -daysToTake - 1), batch)) {
      await this.store.delete(id);
      await this.untraced.perform(() => this.photos.delete(scope, id));
    }
  }

  private async readable(scope: PersonScope | HostScope, id: string): Promise<Complaint | null> {
    if (scope.reach === 'host') return this.complaints.escalated(scope, id, this.today());
    const own = await this.complaints.own(scope, id);
    return own ?? (scope.reach === 'town' ? this.complaints.toTown(scope, id) : null);
  }

  private today(): string {
    return businessDate(this.clock.now());
  }
}
