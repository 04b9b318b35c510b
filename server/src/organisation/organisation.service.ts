import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { faultInChart } from '@weidangxiao/shared/rules/organisation.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { OrganisationRepository } from './organisation.repository.ts';

type Chart = Answer<'getOrganisation'>;
type Drawn = Input<'setOrganisation'>['body'];

/** The organisation chart: posts with their duties, and who holds them. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly charts: OrganisationRepository,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async get(scope: PersonScope): Promise<Chart> {
    const chart = await this.charts.of(scope);
    if (!chart) return { revision: 0, changed: null, posts: [] };
    const people = await this.members.people(scope, [chart.changedBy, ...chart.posts.map(({ holderId }) => holderId)]);
    const posts = chart.posts.map(({ holderId, holderText, ...post }) => ({ ...post, holder: { member: (holderId && people.get(holderId)) || null, text: holderText } }));
    return { revision: chart.revision, changed: { at: chart.changedAt, by: people.get(chart.changedBy) ?? { memberId: chart.changedBy, name: '' } }, posts };
  }

  /** The whole chart. @throws AppError INPUT_INVALID for what is no tree, NOT_FOUND for a holder of another town, ORGANISATION_CHANGED */
  set(scope: WholeTownScope, { revision, posts }: Drawn): Promise<Chart> {
    const fault = faultInChart(posts);
    if (fault) throw new AppError('INPUT_INVALID', { field: `posts.${fault.at}.${fault.field}`, detail: { reason: fault.reason } });
    return this.acts.perform(scope, async () => {
      await this.requireHolders(scope, posts);
      const written = await this.charts.write(scope, revision, { posts, changedAt: this.clock.now(), changedBy: scope.memberId });
      if (!written) throw new AppError('ORGANISATION_CHANGED');
      return this.get(scope);
    });
  }

  private async requireHolders(scope: WholeTownScope, posts: Drawn['posts']): Promise<void> {
    const known = await this.members.people(scope, posts.map(({ holderId }) => holderId));
    const stranger = posts.findIndex(({ holderId }) => holderId !== null && !known.has(holderId));
    if (stranger >= 0) throw new AppError('NOT_FOUND', { field: `posts.${stranger}.holderId` });
  }
}
