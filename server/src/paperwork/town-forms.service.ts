import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { daysOfPeriod, periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import type { TownFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { teacherKindNames } from '@weidangxiao/shared/rules/teacher.ts';
import { equipmentStateNames, venueKindNames } from '@weidangxiao/shared/rules/venue.ts';
import { businessDate, dateInChinese, isoWeek, mondaysOfMonth, mondaysOfYear } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { PracticeBasesService } from '../practice-bases/practice-bases.service.ts';
import { TeachersService } from '../teachers/teachers.service.ts';
import { ThemePushesService } from '../theme-pushes/theme-pushes.service.ts';
import { VenuesService } from '../venues/venues.service.ts';
import type { Form, FormRow } from './form.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { listed, moment } from './paper-words.ts';

type Funnel = Answer<'getThemePush'>;

const pageSize = 100;
const pushStates: Readonly<Record<Funnel['state'], string>> = { none: '没有主题', waiting: '还没推送', sending: '正在推送', done: '已推送', missed: '没有推送' };

/** What the town keeps as a whole: the ledger of its Mondays, and its registers. */
@Injectable()
export class TownFormsService {
  constructor(
    private readonly heads: PaperHeadsService,
    private readonly pushes: ThemePushesService,
    private readonly teachers: TeachersService,
    private readonly venues: VenuesService,
    private readonly bases: PracticeBasesService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError INPUT_INVALID for a ledger without its month or year */
  async of(scope: TownScope, key: TownFormKey, period: string | null): Promise<Form> {
    const head = await this.heads.of(scope, key);
    if (key === 'push-ledger') return newForm({ ...head, ...this.ledger(scope, period, head.arranged.title) });
    const rows = { 'teacher-register': () => this.teacherRows(scope), 'venue-register': () => this.venueRows(scope), 'practice-base-register': () => this.baseRows(scope) }[key];
    return newForm({ ...head, fileName: head.arranged.title, rows: { rows: rows() } });
  }

  private ledger(scope: TownScope, period: string | null, title: string) {
    if (period === null) throw new AppError('INPUT_INVALID', { field: 'period', detail: { reason: '选一个月或一年' } });
    return { about: periodInChinese(period), fileName: `${period} ${title}`, rows: { rows: this.ledgerRows(scope, period) } };
  }

  /** Up to this week: what is to come is no record. */
  private async *ledgerRows(scope: TownScope, period: string): AsyncIterable<FormRow> {
    const { from, to } = daysOfPeriod(period);
    const mondays = period.length > 4 ? mondaysOfMonth(period) : mondaysOfYear(Number(period));
    const today = businessDate(this.clock.now());
    for (const monday of mondays.filter((one) => one >= from && one <= to && one <= today)) yield ledgerRow(await this.pushes.funnel(scope, monday));
  }

  private async *teacherRows(scope: TownScope): AsyncIterable<FormRow> {
    for (let page = 1, left = 1; left > 0; page += 1) {
      const { items, total } = await this.teachers.list(scope, { page, pageSize, closed: false });
      for (const { name, kind, organisation, topics, tags, taught } of items) yield { name, kind: teacherKindNames[kind], organisation, topics: listed(topics), tags: listed(tags), taught: String(taught) };
      left = total - page * pageSize;
    }
  }

  private async *venueRows(scope: TownScope): AsyncIterable<FormRow> {
    for (const { name, kind, group, address, seats, equipment, keeper } of await this.venues.all(scope)) {
      const things = equipment.map(({ item, state }) => (state === 'there' ? item : `${item}（${equipmentStateNames[state]}）`));
      yield { name, kind: venueKindNames[kind], group: group?.name ?? '镇上', address, seats: String(seats), equipment: listed(things), keeper: keeper?.name ?? '' };
    }
  }

  private async *baseRows(scope: TownScope): AsyncIterable<FormRow> {
    for (const { name, practices, address, group, keeper, note } of await this.bases.all(scope)) yield { name, practices: listed(practices), address, group: group?.name ?? '镇上', keeper: keeper?.name ?? '', remark: note };
  }
}

function ledgerRow({ monday, title, state, sentAt, members, inbox, paper, checkedIn }: Funnel): FormRow {
  const sent = sentAt !== null;
  return {
    ...{ week: `第${isoWeek(monday).week}周`, monday: dateInChinese(monday), title, sentAt: sentAt === null ? '' : moment(sentAt), state: pushStates[state] },
    ...{ members: sent ? String(members) : '', inbox: sent ? String(inbox) : '', paper: sent ? `${paper.handedOver}/${paper.total}` : '', checkIns: sent ? String(checkedIn.phone + checkedIn.paper) : '' },
  };
}
