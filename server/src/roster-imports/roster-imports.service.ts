import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { createHash, randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import type { UploadedFile } from '../platform/access/upload.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { correct, type Fix } from './corrections.ts';
import { judge } from './judging/judge.ts';
import type { Corrections, Judgement, TownPicture } from './judging/judgement.ts';
import { rowView, summaryOf } from './judging/view.ts';
import type { ReadRoster } from './reading/read-roster.ts';
import { receiveRoster } from './receive-roster.ts';
import type { RosterImport } from './roster-import.entity.ts';
import { RosterImportsRepository } from './roster-imports.repository.ts';
import { type Result, RosterSecrets } from './roster-secrets.ts';
import { TownPictureService } from './town-picture.service.ts';

export type ImportView = Answer<'getRosterImport'>;

/** An import as it stands: the sheet, what was corrected, and what would come of it in the town of now. */
export interface Standing {
  readonly roster: ReadRoster;
  readonly corrections: Corrections;
  readonly town: TownPicture;
  readonly judgement: Judgement;
}

/** Rosters on their way in: received, looked at and corrected. `confirmation` and `withdrawal` write them. */
@Injectable()
export class RosterImportsService {
  constructor(
    private readonly imports: RosterImportsRepository,
    private readonly town: TownPictureService,
    private readonly acts: Acts,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async receive(scope: PersonScope, { name, bytes }: UploadedFile): Promise<ImportView> {
    const roster = await receiveRoster(bytes);
    const standing = this.standing(roster, { rows: {}, create: [] }, await this.town.today(scope));
    const row = this.rowOf(scope, name, standing);
    await this.acts.perform(scope, () => this.imports.insert(scope, row), { target: row.id });
    return viewOf(row, resultOf(standing));
  }

  async one(scope: TownScope, id: string): Promise<ImportView> {
    const row = await this.find(scope, id);
    return viewOf(row, await this.resultFor(scope, row));
  }

  async rows(scope: TownScope, id: string, { page, pageSize, show }: Input<'listRosterRows'>['query']): Promise<Answer<'listRosterRows'>> {
    const { rows } = await this.resultFor(scope, await this.find(scope, id));
    const shown = rows.filter(({ outcome, faults }) => show === 'all' || outcome === show || (show === 'doubt' && outcome !== 'refused' && faults.length > 0));
    return { items: shown.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: shown.length };
  }

  /** Everything that the import holds. */
  async whole(scope: TownScope, id: string): Promise<Pick<Standing, 'roster' | 'corrections'> & { result: Result }> {
    const row = await this.find(scope, id);
    const secrets = this.secrets(row);
    return { roster: secrets.open('sheet', row.sheetCipher), corrections: secrets.open('corrections', row.correctionsCipher), result: await this.resultFor(scope, row) };
  }

  /** @throws AppError ROSTER_IMPORT_WRITTEN, ROSTER_IMPORT_WITHDRAWN; ROSTER_IMPORT_STALE when somebody else just corrected it too */
  async correct(scope: PersonScope, id: string, fixes: readonly Fix[]): Promise<ImportView> {
    const row = requireOpen(await this.find(scope, id));
    const { roster, corrections, town } = await this.open(scope, row);
    const standing = this.standing(roster, correct(roster.entries, corrections, fixes, town), town);
    const changes = { correctionsCipher: this.secrets(row).seal('corrections', standing.corrections), digest: digestOf(standing.judgement) };
    await this.acts.perform(scope, async () => {
      if (!(await this.imports.update(scope, row, changes))) throw new AppError('ROSTER_IMPORT_STALE');
    }, { target: id });
    return viewOf(row, resultOf(standing));
  }

  /** @throws AppError NOT_FOUND */
  async find(scope: TownScope, id: string): Promise<RosterImport> {
    const row = await this.imports.one(scope, id);
    if (!row) throw new AppError('NOT_FOUND');
    return row;
  }

  async open(scope: TownScope, row: RosterImport): Promise<Standing> {
    const secrets = this.secrets(row);
    return this.standing(secrets.open('sheet', row.sheetCipher), secrets.open('corrections', row.correctionsCipher), await this.town.today(scope));
  }

  secrets({ townId }: Pick<RosterImport, 'townId'>): RosterSecrets {
    return new RosterSecrets(this.vault, townId);
  }

  private standing(roster: ReadRoster, corrections: Corrections, town: TownPicture): Standing {
    return { roster, corrections, town, judgement: judge(roster.entries, corrections, town) };
  }

  /** A written import stays as it was written, whatever the town becomes. */
  private async resultFor(scope: TownScope, row: RosterImport): Promise<Result> {
    return row.resultCipher ? this.secrets(row).open('result', row.resultCipher) : resultOf(await this.open(scope, row));
  }

  private rowOf(scope: PersonScope, fileName: string, { roster, corrections, judgement }: Standing): RosterImport {
    const secrets = this.secrets(scope);
    return {
      ...{ townId: scope.townId, id: randomUUID(), fileName: fileName.slice(0, 120), state: 'read', revision: 0, digest: digestOf(judgement) },
      ...{ sheetCipher: secrets.seal('sheet', roster), correctionsCipher: secrets.seal('corrections', corrections), resultCipher: null, undoCipher: null },
      ...{ createdAt: this.clock.now(), createdBy: scope.memberId, writtenAt: null, withdrawnAt: null },
    };
  }
}

/** @throws AppError ROSTER_IMPORT_WRITTEN, ROSTER_IMPORT_WITHDRAWN */
export function requireOpen(row: RosterImport): RosterImport {
  if (row.state === 'written') throw new AppError('ROSTER_IMPORT_WRITTEN');
  if (row.state === 'withdrawn') throw new AppError('ROSTER_IMPORT_WITHDRAWN');
  return row;
}

export function resultOf({ roster, town, judgement }: Standing): Result {
  return { summary: summaryOf(judgement, roster.sheets, town), rows: judgement.rows.map((row) => rowView(row, roster.sheets)) };
}

export function viewOf({ id, fileName, state, createdAt, writtenAt }: RosterImport, { summary }: Result): ImportView {
  return { id, fileName, state, createdAt, writtenAt, ...summary };
}

/** Tells whether what would be written is what a person has seen. 43 characters. */
export function digestOf({ rows }: Judgement): string {
  const written = rows.map(({ entry, outcome, member, group, changes }) => [entry.key, outcome, member?.id ?? null, group.kind, changes]);
  return createHash('sha256').update(JSON.stringify(written)).digest('base64url');
}
