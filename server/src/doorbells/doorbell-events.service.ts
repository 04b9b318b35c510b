import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { type WechatEvent, WechatEvents } from '../wechat-events/wechat-events.service.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';

interface Sent {
  readonly MsgID?: string;
  readonly ErrorCode?: string;
}

const minute = 60_000;

/** What WeChat tells later of a message that it took: whether it arrived after all. */
@Injectable()
export class DoorbellEventsService implements OnModuleInit {
  constructor(
    private readonly events: WechatEvents,
    private readonly doorbells: DoorbellsRepository,
    private readonly wechat: WeChat,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('subscribe_msg_sent_event', (event) => this.sent(event));
  }

  private async sent(event: WechatEvent): Promise<void> {
    if (event.appId !== this.wechat.appId || !Array.isArray(event.fields['List'])) return;
    for (const { MsgID, ErrorCode = '0' } of event.fields['List'] as Sent[]) if (MsgID && ErrorCode !== '0') await this.undelivered(event, MsgID);
  }

  /** @throws Error where the answer to the message itself is not written down yet: the event is worked again */
  private async undelivered({ createdAt }: WechatEvent, msgid: string): Promise<void> {
    const doorbell = await this.doorbells.byMsgid(hostScope(), msgid);
    if (!doorbell && this.clock.real() - createdAt < minute) throw new Error('A message that nobody here has sent yet');
    if (doorbell?.state !== 'sent') return;
    const scope = systemScope(doorbell.townId, 'wechat');
    await this.acts.perform(scope, () => this.doorbells.update(scope, [doorbell.id], { state: 'failed', reason: 'undelivered', credited: false }), { act: 'doorbell.undelivered', target: doorbell.id });
  }
}
