import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { randomUUID } from 'node:crypto';
import { AssessmentMonthsService } from '../src/assessment-months/assessment-months.service.ts';
import { Database } from '../src/platform/database/database.ts';
import { StudySession } from '../src/study-sessions/study-session.entity.ts';
import { AnyMonth, type AnyPerson, type AnySession } from './any-month.ts';
import { closeMonth } from './closed-month.ts';
import type { MadeTown } from './factory.ts';
import { Meeting, shanghai } from './sessions.ts';
import type { TestServer } from './test-server.ts';

/** The months of 2026. */
export const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

const day = 86_400_000;
/** Days since 1 January 2026. */
export const dayOf = (date: string): number => (Date.parse(date) - Date.parse('2026-01-01')) / day;

/** One centralized session and one night of two hours each in every month of 2026: 48 hours, and both present is a month of 100.00. */
export class WholeYear {
  private constructor(
    private readonly server: TestServer,
    private readonly written: AnyMonth,
    readonly town: MadeTown,
  ) {}

  /** The server's clock is in January 2026. */
  static async in(server: TestServer, groupIds: (town: MadeTown) => Promise<readonly string[]>): Promise<WholeYear> {
    const meeting = await Meeting.in(server, 1);
    const { id } = await meeting.session();
    const sample = await server.get(Database).rows(StudySession).findOneByOrFail({ townId: meeting.town.id, id });
    const rows = months.flatMap((month): StudySession[] =>
      (['centralized', 'night'] as const).map((kind, at) => {
        const date = `${month}-${at === 0 ? '10' : '20'}`;
        return { ...sample, id: randomUUID(), clientId: randomUUID(), kind, date, startsAt: shanghai(date), endsAt: shanghai(date, '21:00'), state: 'closed' };
      }),
    );
    await server.make.act(meeting.town, () => server.get(Database).rows(StudySession).insert(rows));
    const sessions = rows.map(({ id: sessionId, kind, date }): AnySession => ({ id: sessionId, kind, date, hours: 200 }));
    const written = new AnyMonth(server, meeting.town, { firstDay: '2026-01-01', groupIds: await groupIds(meeting.town), sessions, mondays: [] });
    return new WholeYear(server, written, meeting.town);
  }

  /** `at`: how somebody was at the centralized session and at the night of each month, from that month on. */
  async write(people: readonly (Partial<AnyPerson> & { readonly at: readonly [AttendanceStatus | null, AttendanceStatus | null]; readonly from?: string; readonly until?: string })[]): Promise<string[]> {
    return this.written.write(
      people.map(({ at, from = '2026-01', until = '2026-12', ...more }): AnyPerson => {
        const attended = months.flatMap((month, of) => (month < from || month > until ? [] : at.map((status, kind) => ({ session: of * 2 + kind, status, guest: false, spoke: false }))));
        return { state: 'active', moves: [0], left: null, exempt: [], checkIns: [], notes: [], attended, ...more };
      }),
    );
  }

  /** Cuts each month off and publishes it on the committee's first day; the last one locks after three working days. */
  async publish(of: readonly string[] = months): Promise<void> {
    const committee = await this.server.make.actor({ town: this.town, roles: ['committee'], groupId: null, since: '2026-01-01' });
    for (const month of of) {
      const { confirmFrom } = await this.server.get(AssessmentMonthsService).calendar(this.town.scope, month);
      this.server.at(`${confirmFrom}T10:00:00+08:00`);
      await closeMonth(this.server, this.town, month);
      await (await this.server.make.anew(committee)).api.call('publishMonth', { params: { month } });
    }
  }
}
