import { Controller } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { By } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { Upload, type UploadedFile } from '../platform/access/upload.ts';
import { LessonImportsService } from './lesson-imports.service.ts';

@Controller()
export class LessonImportsController {
  constructor(private readonly imports: LessonImportsService) {}

  @Serves('createLessonImport')
  read(@By() scope: PersonScope, @Upload() { bytes }: UploadedFile): Promise<Answer<'createLessonImport'>> {
    return this.imports.read(scope, bytes);
  }
}
