import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { FilesService } from '../files/files.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { readWord } from './word/read-word.ts';
import { blocksWith, filesOf, keepPictures } from './word-pictures.ts';

/** A lesson as a planner has it in Word, read to be looked through; saving it is another step. */
@Injectable()
export class LessonImportsService {
  constructor(private readonly files: FilesService) {}

  /** @throws AppError FILE_NOT_DOCX, FILE_UNREADABLE, FILE_TOO_COMPLEX */
  async read(scope: PersonScope, bytes: Buffer): Promise<Answer<'createLessonImport'>> {
    const word = await readWord(bytes);
    const pictures = await keepPictures(word, this.files);
    const blocks = blocksWith(word, pictures);
    const answer = { title: word.title, blocks, warnings: word.warnings.list() };
    return this.files.recording(scope, scope.memberId, filesOf(pictures), async () => answer);
  }
}
