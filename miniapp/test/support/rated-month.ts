import { randomUUID } from 'node:crypto';
import { addDays, businessDate, datesOfMonth, mondaysOfMonth, monthOf, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import type { Demo } from './demo';

interface Draft {
  readonly poors: readonly { readonly member: { readonly memberId: string }; readonly talk: object | null }[];
}

/** A month of the demo, in the days after it in which it is rated. The clock never goes back. */
export class RatedMonth {
  private constructor(
    private readonly demo: Demo,
    readonly month: string,
  ) {}

  /** The clock stands on the morning after it. */
  static async over(demo: Demo, month?: string): Promise<RatedMonth> {
    const rated = new RatedMonth(demo, month ?? (await nextToRate(demo)));
    await rated.on(`${addDays(datesOfMonth(rated.month).to, 1)}T09:00:00+08:00`);
    return rated;
  }

  /** The clock stands on the morning on which the committee may confirm. */
  static async toConfirm(demo: Demo, month?: string): Promise<RatedMonth> {
    const rated = await RatedMonth.over(demo, month);
    await rated.confirms();
    return rated;
  }

  private async on(instant: string): Promise<void> {
    const { now } = await this.demo.call<{ now: number }>('GET', '/api/demo');
    if (now < Date.parse(instant)) await this.demo.moveClock(instant);
  }

  /** On to the first morning of the vote. */
  async votes(): Promise<void> {
    const { voteFrom } = await this.demo.call<{ voteFrom: string }>('GET', '/api/my/ballot', { token: await this.demo.token('member') });
    await this.on(`${voteFrom}T09:00:00+08:00`);
  }

  /** On to the morning on which the committee may confirm. */
  async confirms(): Promise<void> {
    const { confirmFrom } = await this.demo.call<{ confirmFrom: string }>('GET', `/api/assessment-months/${this.month}`, { token: await this.demo.token('committee') });
    await this.on(`${confirmFrom}T10:00:00+08:00`);
  }

  /** Reason and talk for everybody whose month is poor. */
  async talkWithThePoor(): Promise<void> {
    const { poors } = await this.demo.call<Draft>('GET', `/api/assessment-months/${this.month}/draft`, { token: await this.demo.token('committee') });
    for (const { member, talk } of poors) if (talk === null) await this.talkWith(member.memberId);
  }

  async publish(): Promise<{ publishedUntil: string; code: string }> {
    await this.talkWithThePoor();
    return this.demo.call('POST', `/api/assessment-months/${this.month}/publication`, { token: await this.demo.token('committee') });
  }

  private async talkWith(memberId: string): Promise<void> {
    const { now } = await this.demo.call<{ now: number }>('GET', '/api/demo');
    const body = { kind: 'talk', clientId: randomUUID(), month: this.month, memberId, on: businessDate(now), talkedBy: '支部书记', reason: '几次没来', evidence: '谈话记录' };
    await this.demo.call('POST', '/api/score-entries', { token: await this.committeeBut(memberId), body });
  }

  /** Nobody of the committee enters anything about themselves. */
  private async committeeBut(memberId: string): Promise<string> {
    const first = await this.demo.token('committee');
    const { member } = await this.demo.call<{ member: { id: string } }>('GET', '/api/logins/current', { token: first });
    if (member.id !== memberId) return first;
    const second = (await this.demo.members()).find(({ id, bound, roles }) => bound && id !== memberId && roles.some(({ role }) => role === 'committee'));
    return this.demo.tokenOf(await this.demo.userNamed(second?.name ?? ''));
  }
}

/** The month before this one, while its vote is still to come; else this one, in which somebody has something to be rated by once a theme has gone out. */
async function nextToRate(demo: Demo): Promise<string> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const month = monthOf(businessDate(now));
  const before = monthOf(addDays(datesOfMonth(month).from, -1));
  const { voteFrom } = await demo.call<{ voteFrom: string }>('GET', `/api/assessment-months/${before}`, { token: await demo.token('committee') });
  if (businessDate(now) < voteFrom) return before;
  const [first = ''] = mondaysOfMonth(month);
  if (now < pushInstant(first)) await demo.moveClock(`${first}T08:00:00+08:00`);
  return month;
}
