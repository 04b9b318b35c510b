import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { RubricVersion } from './rubric-version.entity.ts';
import { builtInRubric, RubricsService } from './rubrics.service.ts';

export type VersionView = Answer<'createRubricVersion'>;

/** Versions as everybody of the town reads them: what holds, who wrote it and why. */
@Injectable()
export class RubricViews {
  constructor(
    private readonly rubrics: RubricsService,
    private readonly members: MembersService,
  ) {}

  async one(scope: TownScope, version: RubricVersion): Promise<VersionView> {
    const [view] = await this.all(scope, [version]);
    if (!view) throw new Error('a version was lost on its way out');
    return view;
  }

  async all(scope: TownScope, versions: readonly RubricVersion[]): Promise<VersionView[]> {
    const today = await this.rubrics.today(scope);
    const people = await this.members.people(scope, versions.flatMap(({ createdBy, withdrawnBy }) => [createdBy, withdrawnBy]));
    return versions.map((version) => viewOf(version, stateOf(version, today.effectiveFrom), people));
  }

  async builtIn(scope: TownScope): Promise<VersionView> {
    const { version, effectiveFrom, rubric } = builtInRubric;
    const today = await this.rubrics.today(scope);
    return { id: null, version, effectiveFrom, state: today.version === version ? 'current' : 'past', reason: null, created: null, withdrawn: null, rubric };
  }
}

function viewOf({ id, version, effectiveFrom, reason, rubric, createdAt, createdBy, withdrawnAt, withdrawnBy, withdrawnReason }: RubricVersion, state: VersionView['state'], people: ReadonlyMap<string, Person>): VersionView {
  const personOf = (memberId: string): Person => people.get(memberId) ?? { memberId, name: '' };
  const withdrawn = withdrawnAt && withdrawnBy ? { at: withdrawnAt, by: personOf(withdrawnBy), reason: withdrawnReason } : null;
  return { id, version, effectiveFrom, state, reason, created: { at: createdAt, by: personOf(createdBy) }, withdrawn, rubric };
}

/** @param inForceFrom of what holds this month */
function stateOf({ heldFrom }: RubricVersion, inForceFrom: string): VersionView['state'] {
  if (heldFrom === null) return 'withdrawn';
  if (heldFrom === inForceFrom) return 'current';
  return heldFrom > inForceFrom ? 'coming' : 'past';
}
