import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthOf } from '@weidangxiao/shared/rules/week.ts';
import { createHash, randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { receiveSheets } from '../platform/xlsx/receive-sheets.ts';
import { compact } from '../platform/xlsx/tidy.ts';
import { TownsService } from '../towns/towns.service.ts';
import { EntryMonthsService } from './entry-months.service.ts';
import { OpeningDeskService } from './opening-desk.service.ts';
import { OpeningEntriesRepository } from './opening-entries.repository.ts';
import type { OpeningEntry } from './opening-entry.entity.ts';
import { OpeningMonthsService } from './opening-months.service.ts';
import { openingTemplate } from './opening-template.ts';
import { type Judged, type JudgedRow, judgeOpenings, type OpeningTown, type ReadFigure } from './reading/judge-openings.ts';
import { type OpeningSheet, readOpenings } from './reading/read-openings.ts';

type View = Answer<'checkOpeningSheet'>;
type Outcome = View['rows'][number]['figures'][number]['outcome'];

/** A figure of a row, and what it would do to what stands. */
interface Change extends ReadFigure {
  readonly row: JudgedRow;
  readonly outcome: Outcome;
  readonly standing: OpeningEntry | undefined;
}

interface Standing extends Judged {
  readonly sheet: OpeningSheet;
  readonly changes: readonly Change[];
}

const maxRows = 5_000;
const rowsShown = 200;
const faultsShown = 500;
const replaced = '重新导入，换成新的数';

/**
 * A sheet of what people bring along. Nothing is kept between looking and writing: the file comes again with the digest of what was
 * shown, and is judged anew; what has changed meanwhile is told instead of written.
 */
@Injectable()
export class OpeningImportsService {
  constructor(
    private readonly openings: OpeningEntriesRepository,
    private readonly desk: OpeningDeskService,
    private readonly months: OpeningMonthsService,
    private readonly entryMonths: EntryMonthsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly towns: TownsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async template(scope: WholeTownScope, year: string): Promise<Buffer> {
    const own = await this.months.ownOf(scope, year);
    const founded = monthOf((await this.towns.own(scope)).foundedOn);
    const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter((month) => month >= founded && this.months.isOver(month) && !own.has(month));
    const [names, placeOf] = await Promise.all([this.groups.names(scope), this.groups.places(scope)]);
    const members = (await this.members.active(scope)).sort((a, b) => placeOf(a.groupId) - placeOf(b.groupId) || byName(a.name, b.name) || a.id.localeCompare(b.id));
    const people = members.map(({ name, groupId }) => ({ name, group: names.get(groupId ?? '') ?? '' }));
    return openingTemplate(year, months, people);
  }

  /** Writes nothing. @throws AppError FILE_NOT_XLSX, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_TOO_MANY_ROWS, OPENING_HEADER_NOT_FOUND */
  async check(scope: WholeTownScope, year: string, bytes: Buffer): Promise<View> {
    return viewOf(year, await this.standing(scope, year, await this.read(bytes, year)));
  }

  /** All good rows or none; sent again it writes nothing twice. @throws AppError as `check`, OPENING_SHEET_STALE, OPENING_NOTHING_TO_WRITE, ENTRY_YEAR_SUMMED */
  async write(scope: WholeTownScope, year: string, digest: string, bytes: Buffer): Promise<View> {
    const sheet = await this.read(bytes, year);
    return this.acts.perform(scope, async () => {
      await this.entryMonths.requireOpen(scope, year);
      const standing = await this.standing(scope, year, sheet);
      const view = viewOf(year, standing);
      if (view.added + view.changed === 0) throw new AppError('OPENING_NOTHING_TO_WRITE');
      if (view.digest !== digest) throw new AppError('OPENING_SHEET_STALE');
      await this.put(scope, year, standing.changes.filter(({ outcome }) => outcome !== 'unchanged'));
      return view;
    }, { target: year });
  }

  private async put(scope: WholeTownScope, year: string, changes: readonly Change[]): Promise<void> {
    const old = changes.flatMap(({ standing }) => standing?.id ?? []);
    await this.openings.reverse(scope, old, { reversedAt: this.clock.now(), reversedBy: scope.memberId, reversalReason: replaced });
    const rows = changes.map(({ period, figure, row: { memberId, evidence } }) => ({ clientId: randomUUID(), kind: period.length === 4 ? ('hours' as const) : ('month' as const), year, period, memberId, figure, evidence }));
    await this.openings.insert(scope, rows.map((row) => this.desk.rowOf(scope, row)));
  }

  private async read(bytes: Buffer, year: string): Promise<OpeningSheet> {
    const sheet = readOpenings(await receiveSheets(bytes, maxRows), year);
    if (!sheet) throw new AppError('OPENING_HEADER_NOT_FOUND', { field: 'file' });
    return sheet;
  }

  private async standing(scope: WholeTownScope, year: string, sheet: OpeningSheet): Promise<Standing> {
    const judged = judgeOpenings(sheet, await this.townOf(scope, year));
    const standing = new Map((await this.openings.standing(scope, year)).map((entry) => [`${entry.memberId} ${entry.period}`, entry]));
    const changes = judged.good.flatMap((row) => row.read.map((figure) => changeOf(row, figure, standing.get(`${row.memberId} ${figure.period}`))));
    return { ...judged, sheet, changes };
  }

  private async townOf(scope: WholeTownScope, year: string): Promise<OpeningTown> {
    const named = new Map<string, { id: string; groupId: string | null }[]>();
    for (const { id, name, groupId } of await this.members.active(scope)) named.set(compact(name), [...(named.get(compact(name)) ?? []), { id, groupId }]);
    const groupKeys = new Map((await this.groups.open(scope)).map(({ id, nameKey }) => [id, nameKey]));
    return { named, groupKeys, own: await this.months.ownOf(scope, year), isOver: (month) => this.months.isOver(month), self: scope.memberId };
  }
}

/** The same figure by other evidence is the same. */
function changeOf(row: JudgedRow, read: ReadFigure, standing: OpeningEntry | undefined): Change {
  const outcome = !standing ? 'added' : standing.figure === read.figure ? 'unchanged' : 'changed';
  return { ...read, row, outcome, standing };
}

function viewOf(year: string, { sheet, good, faults, changes }: Standing): View {
  const count = (wanted: Outcome): number => changes.filter(({ outcome }) => outcome === wanted).length;
  const shown = good.slice(0, rowsShown);
  const last = shown.at(-1)?.row ?? 0;
  const near = changes.filter(({ row }) => row.row <= last);
  const rows = shown.map(({ row, name, group }) => ({
    ...{ row, name, group },
    figures: near.filter((change) => change.row.row === row).map(({ period, figure, outcome }) => ({ period, figure: figure === null ? null : twoPlaces(figure), outcome })).sort((a, b) => inOrder(a.period) - inOrder(b.period)),
  }));
  const columns = sheet.columns.map(({ heading, meaning }) => ({ heading, meaning }));
  return { digest: digestOf(changes), year, added: count('added'), changed: count('changed'), unchanged: count('unchanged'), columns, rows, people: good.length, faults: faults.slice(0, faultsShown), faultCount: faults.length };
}

/** Hours come last. */
const inOrder = (period: string): number => (period.length === 4 ? 13 : Number(period.slice(5)));

/** Tells whether what would be written is what a person has seen. */
function digestOf(changes: readonly Change[]): string {
  const written = changes.map(({ row, period, figure, outcome }) => [row.memberId, period, figure, outcome, row.evidence]);
  return createHash('sha256').update(JSON.stringify(written)).digest('base64url');
}
