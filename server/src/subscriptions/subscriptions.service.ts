import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { DoorbellKind } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { isDeepStrictEqual } from 'node:util';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import type { Answers } from './subscription-answer.entity.ts';
import { SubscriptionLedger } from './subscription-ledger.ts';
import { SubscriptionsRepository } from './subscriptions.repository.ts';

/**
 * What members allowed WeChat to ring for. One accepted request is one message; nothing is ever given for accepting
 * or withheld for refusing (WeChat's rule 5.21).
 */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly rows: SubscriptionsRepository,
    private readonly ledger: SubscriptionLedger,
    private readonly wechat: WeChat,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async mine(scope: PersonScope): Promise<Answer<'getMySubscription'>> {
    const [theme] = this.templates('theme');
    const credits = await this.rows.creditsOfOne(scope);
    const kinds = this.wechat.templates().map(({ kind, id }) => ({ kind, templateId: id, credits: credits.get(id) ?? 0 }));
    return { templateIds: theme ? [theme] : [], credits: credits.get(theme ?? '') ?? 0, kinds };
  }

  /** Credits by member for the Monday doorbell; whoever has none is left out. */
  async creditsOf(scope: TownScope, memberIds: readonly string[]): Promise<Map<string, number>> {
    const [templateId] = this.templates('theme');
    if (!templateId || memberIds.length === 0) return new Map();
    const rows = await this.rows.creditsOf(scope, memberIds, templateId);
    return new Map(rows.filter(({ credits }) => credits > 0).map(({ memberId, credits }) => [memberId, credits]));
  }

  /** Every accepted template of ours is one credit; the same answer reported again adds nothing. @throws AppError CLIENT_ID_REUSED */
  addAnswer(scope: PersonScope, { clientId, answers }: Input<'addSubscriptionAnswer'>['body']): Promise<Answer<'addSubscriptionAnswer'>> {
    const ours = this.ours(answers);
    return this.acts.perform(scope, async () => {
      const isNew = await this.rows.insertAnswer(scope, { clientId, answers: ours, at: this.clock.now() });
      if (isNew) await this.ledger.tapped(scope, scope.memberId, accepted(ours), clientId);
      else await this.requireSame(scope, clientId, ours);
      return { credits: await this.creditsOfOne(scope) };
    }, { target: scope.memberId });
  }

  /** Takes one credit from each member who has any; answers who had. Call inside a unit of work. */
  async take(scope: TownScope, memberIds: readonly string[], templateId: string): Promise<Set<string>> {
    if (memberIds.length === 0) return new Set();
    return new Set(await this.rows.take(scope, memberIds, templateId, this.clock.real()));
  }

  /** For messages that were not sent after all. Each member once. Call inside a unit of work. */
  async giveBack(scope: TownScope, memberIds: readonly string[], templateId: string): Promise<void> {
    if (memberIds.length > 0) await this.rows.giveBack(scope, memberIds, templateId, this.clock.real());
  }

  /** WeChat says that there is none, and WeChat knows. Call inside a unit of work. */
  async clear(scope: TownScope, memberId: string, templateId: string): Promise<void> {
    await this.ledger.refused(scope, { memberId, templateId });
  }

  private async requireSame(scope: PersonScope, clientId: string, answers: Answers): Promise<void> {
    const before = await this.rows.answer(scope, clientId);
    if (!isDeepStrictEqual(before?.answers, answers)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
  }

  private async creditsOfOne(scope: PersonScope): Promise<number> {
    return (await this.creditsOf(scope, [scope.memberId])).get(scope.memberId) ?? 0;
  }

  /** A phone may hold templates of an older release: they ring nothing any more. */
  private ours(answers: Answers): Answers {
    return Object.fromEntries(this.templates().flatMap((id) => (answers[id] ? [[id, answers[id]]] : [])));
  }

  private templates(only?: DoorbellKind): string[] {
    return this.wechat.templates().flatMap(({ kind, id }) => (only === undefined || kind === only ? [id] : []));
  }
}

/** With a sound or a banner, it is an accept all the same. */
function accepted(answers: Answers): string[] {
  return Object.entries(answers).flatMap(([templateId, answer]) => (answer.startsWith('accept') ? [templateId] : []));
}
