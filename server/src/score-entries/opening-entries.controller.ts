import { Controller, StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { Upload, type UploadedFile } from '../platform/access/upload.ts';
import { OpeningDeskService } from './opening-desk.service.ts';
import { OpeningImportsService } from './opening-imports.service.ts';

@Controller()
export class OpeningEntriesController {
  constructor(
    private readonly desk: OpeningDeskService,
    private readonly imports: OpeningImportsService,
  ) {}

  @Serves('listOpeningEntries')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listOpeningEntries'>): Promise<Answer<'listOpeningEntries'>> {
    return this.desk.list(scope, query);
  }

  @Serves('createOpeningEntry')
  create(@By() scope: WholeTownScope, @In() { body }: Input<'createOpeningEntry'>): Promise<Answer<'createOpeningEntry'>> {
    return this.desk.create(scope, body);
  }

  @Serves('reverseOpeningEntry')
  reverse(@By() scope: WholeTownScope, @In() { params, body }: Input<'reverseOpeningEntry'>): Promise<Answer<'reverseOpeningEntry'>> {
    return this.desk.reverse(scope, params.id, body);
  }

  @Serves('getOpeningTemplate')
  async template(@By() scope: WholeTownScope, @In() { query }: Input<'getOpeningTemplate'>): Promise<StreamableFile> {
    const name = encodeURIComponent(`${query.year}年期初数.xlsx`);
    return new StreamableFile(await this.imports.template(scope, query.year), { type: routeNamed('getOpeningTemplate').download, disposition: `attachment; filename*=UTF-8''${name}` });
  }

  @Serves('checkOpeningSheet')
  check(@By() scope: WholeTownScope, @In() { query }: Input<'checkOpeningSheet'>, @Upload() { bytes }: UploadedFile): Promise<Answer<'checkOpeningSheet'>> {
    return this.imports.check(scope, query.year, bytes);
  }

  @Serves('createOpeningImport')
  write(@By() scope: WholeTownScope, @In() { query }: Input<'createOpeningImport'>, @Upload() { bytes }: UploadedFile): Promise<Answer<'createOpeningImport'>> {
    return this.imports.write(scope, query.year, query.digest, bytes);
  }
}
