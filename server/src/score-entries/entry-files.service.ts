import { Injectable, StreamableFile } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { FilesService } from '../files/files.service.ts';
import type { OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { ScoreEntriesRepository } from './score-entries.repository.ts';

/** The picture or paper that shows why: for the committee, and for whom the entry is about. */
@Injectable()
export class EntryFilesService {
  constructor(
    private readonly entries: ScoreEntriesRepository,
    private readonly files: FilesService,
  ) {}

  /** @throws AppError NOT_FOUND also for whoever may not see it */
  async read(scope: OwnScope | WholeTownScope, id: string): Promise<StreamableFile> {
    const entry = await this.entries.one(scope, id);
    const mayRead = entry && (scope.reach === 'town' || entry.memberId === scope.memberId);
    if (!mayRead || !entry.fileId) throw new AppError('NOT_FOUND');
    const { bytes, contentType } = await this.files.wholeOf(scope, entry.fileId);
    return new StreamableFile(bytes, { type: contentType, length: bytes.length, disposition: contentType.startsWith('image/') ? 'inline' : 'attachment; filename="evidence.pdf"' });
  }
}
