import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BindingsService } from '../logins/bindings.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { type WechatEvent, WechatEvents } from '../wechat-events/wechat-events.service.ts';
import { type Report, SubscriptionLedger } from './subscription-ledger.ts';

interface Told {
  readonly TemplateId?: string;
  readonly SubscribeStatusString?: string;
}

const act = 'subscription.answered';

/** What WeChat itself tells of members' answers, beside what their phones report. */
@Injectable()
export class SubscriptionEventsService implements OnModuleInit {
  constructor(
    private readonly events: WechatEvents,
    private readonly ledger: SubscriptionLedger,
    private readonly bindings: BindingsService,
    private readonly wechat: WeChat,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    this.events.on('subscribe_msg_popup_event', (event) => this.answered(event));
    this.events.on('subscribe_msg_change_event', (event) => this.managed(event));
  }

  /** A WeChat that several members of a household use does not say which of them tapped; the phone does. */
  private async answered(event: WechatEvent): Promise<void> {
    const [member, ...others] = await this.membersOf(event);
    if (!member || others.length > 0) return;
    for (const templateId of this.templatesIn(event, 'accept')) await this.report(member, templateId, { kind: 'event', source: event.id, at: event.createdAt });
  }

  /** Somebody has turned the messages off in WeChat's own settings: for all who use that WeChat. */
  private async managed(event: WechatEvent): Promise<void> {
    const members = await this.membersOf(event);
    for (const templateId of this.templatesIn(event, 'reject')) {
      for (const member of members) await this.report(member, templateId, { kind: 'refusal', source: event.id, at: event.createdAt });
    }
  }

  private async report({ townId, memberId }: { townId: string; memberId: string }, templateId: string, report: Report): Promise<void> {
    const scope = systemScope(townId, 'wechat');
    await this.acts.perform(scope, () => this.ledger.heard(scope, { memberId, templateId }, report), { act, target: memberId });
  }

  private membersOf({ appId, openid }: WechatEvent): ReturnType<BindingsService['ofOpenid']> {
    return appId === this.wechat.appId ? this.bindings.ofOpenid(hostScope(), openid) : Promise.resolve([]);
  }

  private templatesIn({ fields }: WechatEvent, status: 'accept' | 'reject'): string[] {
    const list = Array.isArray(fields['List']) ? (fields['List'] as Told[]) : [];
    const ours = new Set(this.wechat.templates().map(({ id }) => id));
    return list.flatMap(({ TemplateId, SubscribeStatusString }) => (SubscribeStatusString === status && TemplateId && ours.has(TemplateId) ? [TemplateId] : []));
  }
}
