import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { bundleKeptDays, daysOfPeriod } from '@weidangxiao/shared/rules/paperwork.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { FileStore } from '../platform/files/file-store.ts';
import type { PaperBundle } from './paper-bundle.entity.ts';
import { PaperBundlesRepository } from './paper-bundles.repository.ts';

type BundleView = Answer<'createPaperBundle'>;

export const keptMs = bundleKeptDays * 86_400_000;

/** Asking for a town's paper as one zip, and taking it away. It is made in `bundle-work.service.ts`. */
@Injectable()
export class PaperBundlesService {
  constructor(
    private readonly bundles: PaperBundlesRepository,
    private readonly members: MembersService,
    private readonly store: FileStore,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: WholeTownScope, { page, pageSize }: Input<'listPaperBundles'>['query']): Promise<Answer<'listPaperBundles'>> {
    const [rows, total] = await this.bundles.page(scope, (page - 1) * pageSize, pageSize);
    return { items: await this.views(scope, rows), page, pageSize, total };
  }

  /** The same again is the same bundle. @throws AppError CLIENT_ID_REUSED, INPUT_INVALID for a time that has not begun */
  async ask(scope: WholeTownScope, { clientId, period, format }: Input<'createPaperBundle'>['body']): Promise<BundleView> {
    const known = await this.known(scope, clientId, period, format);
    if (known) return this.asItIs(scope, known);
    if (daysOfPeriod(period).from > businessDate(this.clock.now())) throw new AppError('INPUT_INVALID', { field: 'period', detail: { reason: '那段时间还没有开始' } });
    const bundle: PaperBundle = {
      ...{ townId: scope.townId, id: randomUUID(), clientId, period, format, state: 'waiting', total: 0, done: 0, attempts: 0, fileId: null, kilobytes: null },
      ...{ askedBy: scope.memberId, askedAt: this.clock.now(), finishedAt: null },
    };
    try {
      return await this.acts.perform(scope, async () => {
        await this.bundles.insert(scope, bundle);
        return this.view(scope, bundle);
      });
    } catch (error) {
      const faster = this.bundles.isKnown(error) ? await this.known(scope, clientId, period, format) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  /** @throws AppError NOT_FOUND, PAPER_BUNDLE_NOT_READY, PAPER_BUNDLE_GONE */
  async open(scope: WholeTownScope, id: string): Promise<{ stream: Readable; bytes: number; name: string }> {
    const bundle = await this.bundles.one(scope, id);
    if (!bundle) throw new AppError('NOT_FOUND');
    if (bundle.state === 'swept') throw new AppError('PAPER_BUNDLE_GONE');
    if (bundle.state !== 'ready' || !bundle.fileId) throw new AppError('PAPER_BUNDLE_NOT_READY');
    await this.acts.perform(scope, async () => undefined, { target: id });
    return { ...(await this.store.read(bundle.fileId)), name: `${bundle.period} 全镇表格.zip` };
  }

  private async known(scope: WholeTownScope, clientId: string, period: string, format: string): Promise<PaperBundle | null> {
    const known = await this.bundles.byClientId(scope, scope.memberId, clientId);
    if (known && (known.period !== period || known.format !== format)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private asItIs(scope: TownScope, bundle: PaperBundle): Promise<BundleView> {
    this.acts.changedNothing();
    return this.view(scope, bundle);
  }

  private async view(scope: TownScope, bundle: PaperBundle): Promise<BundleView> {
    const [view] = await this.views(scope, [bundle]);
    if (!view) throw new Error('a bundle was lost on its way out');
    return view;
  }

  private async views(scope: TownScope, bundles: readonly PaperBundle[]): Promise<BundleView[]> {
    const people = await this.members.people(scope, bundles.map(({ askedBy }) => askedBy));
    return bundles.map(({ id, period, format, state, done, total, kilobytes, askedBy, askedAt, finishedAt }) => ({
      ...{ id, period, format, state, done, total, bytes: kilobytes === null ? null : kilobytes * 1024, askedAt, finishedAt },
      ...{ askedBy: people.get(askedBy) ?? { memberId: askedBy, name: '' }, keptUntil: state === 'ready' && finishedAt !== null ? finishedAt + keptMs : null },
    }));
  }
}
