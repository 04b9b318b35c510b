import { Controller, StreamableFile } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { Upload, type UploadedFile } from '../platform/access/upload.ts';
import { RosterConfirmationService } from './roster-confirmation.service.ts';
import { RosterImportsService } from './roster-imports.service.ts';
import { RosterSheetsService } from './roster-sheets.service.ts';
import { RosterWithdrawalService } from './roster-withdrawal.service.ts';

@Controller()
export class RosterImportsController {
  constructor(
    private readonly imports: RosterImportsService,
    private readonly confirmation: RosterConfirmationService,
    private readonly withdrawal: RosterWithdrawalService,
    private readonly sheets: RosterSheetsService,
  ) {}

  @Serves('createRosterImport')
  receive(@By() scope: PersonScope, @Upload() file: UploadedFile): Promise<Answer<'createRosterImport'>> {
    return this.imports.receive(scope, file);
  }

  @Serves('getRosterTemplate')
  async template(@By() scope: PersonScope): Promise<StreamableFile> {
    return download('花名册模板.xlsx', await this.sheets.template(scope));
  }

  @Serves('getRosterImport')
  one(@By() scope: PersonScope, @In() { params }: Input<'getRosterImport'>): Promise<Answer<'getRosterImport'>> {
    return this.imports.one(scope, params.id);
  }

  @Serves('listRosterRows')
  rows(@By() scope: PersonScope, @In() { params, query }: Input<'listRosterRows'>): Promise<Answer<'listRosterRows'>> {
    return this.imports.rows(scope, params.id, query);
  }

  @Serves('getRosterErrorSheet')
  async errorSheet(@By() scope: PersonScope, @In() { params }: Input<'getRosterErrorSheet'>): Promise<StreamableFile> {
    return download('要改的行.xlsx', await this.sheets.errorSheet(scope, params.id));
  }

  @Serves('correctRosterRows')
  correct(@By() scope: PersonScope, @In() { params, body }: Input<'correctRosterRows'>): Promise<Answer<'correctRosterRows'>> {
    return this.imports.correct(scope, params.id, body.fixes);
  }

  @Serves('confirmRosterImport')
  confirm(@By() scope: PersonScope, @In() { params, body }: Input<'confirmRosterImport'>): Promise<Answer<'confirmRosterImport'>> {
    return this.confirmation.confirm(scope, params.id, body?.since);
  }

  @Serves('withdrawRosterImport')
  withdraw(@By() scope: PersonScope, @In() { params }: Input<'withdrawRosterImport'>): Promise<Answer<'withdrawRosterImport'>> {
    return this.withdrawal.withdraw(scope, params.id);
  }
}

function download(name: string, bytes: Buffer): StreamableFile {
  return new StreamableFile(bytes, { type: routeNamed('getRosterTemplate').download, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
}
