import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { OwnScope, PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { FilesRepository } from './files.repository.ts';
import { contentTypeFor, dimensionsOf, isImage, limitsOf, storable } from './media.ts';
import type { FilePurpose, StoredFile } from './stored-file.entity.ts';

/** Bytes that lie on the disk and wait for their row. */
export type FreshFile = Pick<StoredFile, 'id' | 'purpose' | 'contentType' | 'bytes' | 'sha256' | 'width' | 'height'>;

/** Pictures, sound and papers: kept on the disk, their rows here; other nouns hold their ids. */
@Injectable()
export class FilesService {
  constructor(
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** What a member uploads. @throws AppError NOT_ALLOWED for a lesson's file from somebody who does not plan lessons */
  async receive(scope: OwnScope, bytes: Buffer, purpose: FilePurpose): Promise<StoredFile> {
    if (purpose === 'lesson' && !(await this.roles.heldBy(scope, scope.memberId)).roles.includes('admin')) throw new AppError('NOT_ALLOWED');
    return this.put(scope, { bytes, purpose, ownerId: scope.memberId });
  }

  /** Bytes and row in one go; not inside a unit of work. @throws AppError FILE_TOO_LARGE, FILE_TYPE_NOT_ACCEPTED, FILE_UNREADABLE */
  async put(scope: TownScope, { bytes, purpose, ownerId }: { bytes: Buffer; purpose: FilePurpose; ownerId: string | null }): Promise<StoredFile> {
    const fresh = await this.keep(bytes, purpose);
    return this.recording(scope, ownerId, [fresh], async ([file]) => file as StoredFile, 'file.stored');
  }

  /** On the disk when it answers; outside of any unit of work. Then `recording`, or `discard`. @throws AppError as `put` */
  async keep(sent: Buffer, purpose: FilePurpose): Promise<FreshFile> {
    const cleaned = storable(sent);
    const { kind, ...stored } = await this.store.put(cleaned.bytes, limitsOf[purpose]);
    const contentType = contentTypeFor(kind, purpose);
    try {
      const { width, height } = isImage(contentType) ? dimensionsOf(cleaned) : { width: null, height: null };
      return { ...stored, purpose, contentType, width, height };
    } catch (error) {
      await this.store.delete(stored.id);
      throw error;
    }
  }

  /** One act that writes the rows of kept files and whatever `work` does with them; where it fails, the bytes go too. */
  async recording<T>(scope: TownScope, ownerId: string | null, fresh: readonly FreshFile[], work: (files: StoredFile[]) => Promise<T>, act?: string): Promise<T> {
    const rows = fresh.map((file) => ({ ...file, townId: scope.townId, ownerId, createdAt: this.clock.real(), publishedAt: null, takeToken: null, doomedAt: null }));
    try {
      return await this.acts.perform(scope, async () => {
        await this.files.insert(scope, rows);
        return work(rows);
      }, act ? { act } : {});
    } catch (error) {
      await this.discard(fresh);
      throw error;
    }
  }

  async discard(fresh: readonly FreshFile[]): Promise<void> {
    await Promise.all(fresh.map(({ id }) => this.store.delete(id)));
  }

  /** For a noun that will refer to it: a file of the caller's own, made for this. Call inside a unit of work. @throws AppError NOT_FOUND */
  async requireOwn(scope: PersonScope, id: string, purpose: FilePurpose): Promise<StoredFile> {
    const file = await this.files.one(scope, id);
    if (file?.purpose !== purpose || file.ownerId !== scope.memberId) throw new AppError('NOT_FOUND');
    await this.requireAll(scope, [id], purpose);
    return file;
  }

  /** The same for files of the town, whoever sent them: a lesson is planned by several. Call inside a unit of work. @throws AppError NOT_FOUND */
  async requireAll(scope: TownScope, ids: readonly string[], purpose: FilePurpose): Promise<void> {
    const wanted = [...new Set(ids)];
    if (wanted.length > 0 && (await this.files.take(scope, wanted, purpose)) !== wanted.length) throw new AppError('NOT_FOUND');
  }

  /** Shows files to everybody whom their purpose allows, with what holds them. Call inside a unit of work. */
  async publish(scope: TownScope, ids: readonly string[]): Promise<void> {
    await this.files.publish(scope, ids, this.clock.now());
  }

  /** @throws AppError NOT_FOUND also for whoever may not see it */
  async find(scope: TownScope, id: string): Promise<StoredFile> {
    const file = await this.files.one(scope, id);
    if (!file || !(await this.mayRead(scope, file))) throw new AppError('NOT_FOUND');
    return file;
  }

  /** By id, without bytes, for other services; those that are not there are left out. */
  async rows(scope: TownScope, ids: readonly string[]): Promise<Map<string, StoredFile>> {
    const files = ids.length > 0 ? await this.files.many(scope, ids) : [];
    return new Map(files.map((file) => [file.id, file]));
  }

  /** The whole of a file, for other services; who may see it is their business. @throws AppError NOT_FOUND */
  async bytesOf(scope: TownScope, id: string): Promise<Buffer> {
    return (await this.wholeOf(scope, id)).bytes;
  }

  /** The same with its kind. @throws AppError NOT_FOUND */
  async wholeOf(scope: TownScope, id: string): Promise<{ bytes: Buffer; contentType: string }> {
    const file = await this.files.one(scope, id);
    if (!file) throw new AppError('NOT_FOUND');
    return { bytes: await this.store.readWhole(id), contentType: file.contentType };
  }

  /** docs/SECURITY.md, getFile: a lesson's file is public like its lesson, a voice is for its speaker and their leader. */
  private async mayRead(scope: TownScope, { purpose, ownerId, publishedAt }: StoredFile): Promise<boolean> {
    if (scope.reach === 'system') return true;
    if (publishedAt !== null && purpose !== 'takeaway') return purpose === 'lesson' || scope.reach !== 'public';
    if (scope.reach === 'public') return false;
    if (ownerId === scope.memberId) return true;
    // Read through the entry that it shows, by whoever may see that.
    if (purpose === 'evidence') return false;
    if (scope.reach === 'town' && purpose !== 'takeaway') return true;
    return purpose !== 'lesson' && ownerId !== null && this.leads(scope, ownerId);
  }

  /** Somebody's widest reach may hide that they lead a group too, so their roles are asked. */
  private async leads(scope: PersonScope, memberId: string): Promise<boolean> {
    if (scope.reach === 'own') return false;
    const groupId = await this.members.groupOn(scope, memberId, businessDate(this.clock.now()));
    const { leads } = await this.roles.heldBy(scope, scope.memberId);
    return groupId !== null && leads.includes(groupId);
  }
}
