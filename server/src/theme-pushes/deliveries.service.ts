import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';

/** A member's own deliveries, and the paper ones that a leader hands over. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async mine(scope: OwnScope, { page, pageSize }: Input<'listMyDeliveries'>['query']): Promise<Answer<'listMyDeliveries'>> {
    const [items, total] = await this.deliveries.mine(scope, (page - 1) * pageSize, pageSize);
    return { items, page, pageSize, total, unread: await this.deliveries.countUnread(scope) };
  }

  /** The first reading counts; later ones change nothing. @throws AppError NOT_FOUND */
  read(scope: OwnScope, id: string): Promise<void> {
    return this.acts.perform(scope, async () => {
      if (!(await this.deliveries.myOwn(scope, id))) throw new AppError('NOT_FOUND');
      await this.deliveries.markRead(scope, id, this.clock.now());
    }, { target: id });
  }

  async paper(scope: GroupScope | WholeTownScope, { monday, page, pageSize }: Input<'listPaperDeliveries'>['query']): Promise<Answer<'listPaperDeliveries'>> {
    const [rows, total] = await this.deliveries.paper(scope, monday, (page - 1) * pageSize, pageSize);
    const [people, names] = await Promise.all([this.members.people(scope, rows.map(({ memberId }) => memberId)), this.groups.names(scope)]);
    const items = rows.flatMap(({ id, memberId, groupId, handedOverAt }) => {
      const member = people.get(memberId);
      return member ? [{ id, member, groupName: groupId && (names.get(groupId) ?? null), handedOverAt }] : [];
    });
    return { items, page, pageSize, total };
  }

  /** For the month's board: paper copies of these Mondays that nobody has handed over, by group. */
  notHandedOver(scope: GroupScope | WholeTownScope, mondays: readonly string[]): Promise<Map<string | null, number>> {
    return this.deliveries.notHandedOver(scope, mondays);
  }

  /** Ticks, or takes the tick back. A second tick keeps the first one's hour. @throws AppError NOT_FOUND */
  tick(scope: GroupScope | WholeTownScope, id: string, handedOver: boolean): Promise<void> {
    return this.acts.perform(scope, async () => {
      const delivery = await this.deliveries.onePaper(scope, id);
      if (!delivery) throw new AppError('NOT_FOUND');
      if (handedOver && delivery.handedOverAt !== null) return;
      await this.deliveries.update(scope, id, { handedOverAt: handedOver ? this.clock.now() : null, handedOverBy: handedOver ? scope.memberId : null });
    }, { target: id });
  }
}
