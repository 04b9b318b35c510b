import { Injectable } from '@nestjs/common';
import { GroupsService } from '../groups/groups.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { RosterImportsService } from './roster-imports.service.ts';
import { errorSheetOf } from './sheets/error-sheet.ts';
import { templateFor } from './sheets/template.ts';

/** The sheets that an import hands out. */
@Injectable()
export class RosterSheetsService {
  constructor(
    private readonly imports: RosterImportsService,
    private readonly groups: GroupsService,
  ) {}

  async template(scope: TownScope): Promise<Buffer> {
    return templateFor((await this.groups.open(scope)).map(({ name }) => name));
  }

  /** The rows that were refused, with whole phones: they are there to be mended. */
  async errorSheet(scope: TownScope, id: string): Promise<Buffer> {
    const { roster, corrections, result } = await this.imports.whole(scope, id);
    return errorSheetOf(roster, corrections, result.rows);
  }
}
