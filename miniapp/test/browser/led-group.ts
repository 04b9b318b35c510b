import { randomUUID } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Demo } from '../support/demo';
import { inOneDay } from '../support/one-day';
import type { Phone } from './phone';
import type { Row, Session } from './session-rows';

interface Login {
  readonly token: string;
  readonly caller: { readonly member: { readonly id: string; readonly name: string }; readonly leads: { readonly id: string }[] };
}

export const minute = 60_000;

/** What a leader's own group has on the server: asked for beside the phone. */
export class LedGroup {
  private constructor(
    private readonly demo: Demo,
    readonly token: string,
    readonly id: string,
  ) {}

  static async of(demo: Demo): Promise<LedGroup> {
    const { token, caller } = await demo.call<Login>('POST', '/api/logins/demo', { body: { role: 'leader' } });
    return new LedGroup(demo, token, caller.leads[0]?.id ?? '');
  }

  get<T>(address: string): Promise<T> {
    return this.demo.call<T>('GET', address, { token: this.token });
  }

  post<T>(address: string, body: unknown): Promise<T> {
    return this.demo.call<T>('POST', address, { token: this.token, body });
  }

  session(id: string): Promise<Session> {
    return this.get(`/api/study-sessions/${id}`);
  }

  async roll(id: string): Promise<Row[]> {
    return (await this.get<{ items: Row[] }>(`/api/study-sessions/${id}/attendance`)).items;
  }

  async now(): Promise<number> {
    return (await this.get<{ now: number }>('/api/demo')).now;
  }

  /** A meeting of the group; `fromNow` in minutes. */
  async plan(title: string, { fromNow, minutes }: { fromNow: number; minutes: number }): Promise<Session> {
    const now = await this.now();
    const startsAt = Math.floor(now / minute) * minute + fromNow * minute;
    const body = { clientId: randomUUID(), kind: 'group', format: 'discussion', title, agenda: '村里的事', placeText: '村活动室', ...inOneDay(now, startsAt, startsAt + minutes * minute), expects: { kind: 'groups', groupIds: [this.id] }, despiteOverlap: true };
    return this.post('/api/study-sessions', body);
  }

  /** Everybody was there but one, the first unless told, and it is on record. */
  async closed(title: string, missed?: string): Promise<{ session: Session; missing: Row['member'] }> {
    const { id } = await this.plan(title, { fromNow: -90, minutes: 60 });
    const rows = (await this.roll(id)).sort((one, other) => Number(other.member.memberId === missed) - Number(one.member.memberId === missed));
    const capturedAt = await this.now();
    const marks = rows.map(({ member }, at) => ({ id: randomUUID(), memberId: member.memberId, status: at === 0 ? 'absent' : 'present', capturedAt, over: [] }));
    await this.post(`/api/study-sessions/${id}/attendance`, { marks });
    const line = { kind: 'text', text: '先种两亩试试' };
    const session = await this.post<Session>(`/api/study-sessions/${id}/close-out`, { clientId: randomUUID(), line, covered: '村里的事', hours: '1', spoke: [rows[1]?.member.memberId] });
    return { session, missing: rows[0]?.member ?? { memberId: '', name: '' } };
  }
}

let taken = 0;

/** Puts a picture of the phone where the page asks for one: never the same twice. */
export async function addsPhoto(phone: Phone, button: string): Promise<void> {
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap(button)]);
  taken += 1;
  await chooser.setFiles({ name: `photo-${taken}.png`, mimeType: 'image/png', buffer: onePixel(taken) });
}

function onePixel(shade: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from([0, shade % 256]))), chunk('IEND', Buffer.alloc(0))]);
}
