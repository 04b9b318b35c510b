import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { NoticesRepository } from './notices.repository.ts';

export interface News {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** A page of the console or the mini-program. */
  readonly link: string | null;
  /** Told once per person and key. */
  readonly dedupeKey: string;
}

@Injectable()
export class NoticesService {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, page: number, pageSize: number): Promise<Answer<'listNotices'>> {
    const [items, total] = await this.notices.page(scope, (page - 1) * pageSize, pageSize);
    return { items, page, pageSize, total };
  }

  async read(scope: PersonScope, id: string): Promise<void> {
    await this.acts.perform(scope, async () => {
      if (!(await this.notices.markRead(scope, id, this.clock.now()))) throw new AppError('NOT_FOUND');
    }, { target: id });
  }

  /** Call inside a unit of work. Whoever was told under this key already is not told again. */
  async tell(scope: TownScope, memberIds: readonly string[], news: News): Promise<void> {
    const at = this.clock.now();
    await this.notices.insertOnce(scope, [...new Set(memberIds)].map((memberId) => ({ ...news, id: randomUUID(), memberId, at, readAt: null })));
  }
}
