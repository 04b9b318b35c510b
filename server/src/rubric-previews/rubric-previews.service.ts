import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { MonthFactsService } from '../assessments/month-facts.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import { type ChangedPerson, PreviewTally } from './preview-tally.ts';

type Preview = Answer<'createRubricPreview'>;
type GroupName = Preview['groups'][number]['group'];

const firstMonth = '2000-01';

/**
 * A proposed rubric tried on the records of a month with its bonus and deductions, by the same function that scores it. Nothing is
 * written. What colleagues gave each other is left out: whoever can choose thresholds could read it from the grades.
 */
@Injectable()
export class RubricPreviewsService {
  constructor(
    private readonly facts: MonthFactsService,
    private readonly rubrics: RubricsService,
    private readonly entries: ScoreEntriesService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError RUBRIC_FAULTY, INPUT_INVALID for a month to come */
  async create(scope: WholeTownScope, { month, rubric }: Input<'createRubricPreview'>['body'], page: Input<'createRubricPreview'>['query']): Promise<Preview> {
    this.rubrics.requireFaultless(rubric);
    this.requireMonth(month);
    const inForce = await this.rubrics.forMonth(scope, month);
    const tally = await this.tally(scope, month, inForce.rubric, rubric);
    const places = await this.placesOf(scope, tally);
    return {
      ...{ month, version: inForce.version, before: tally.town.before, after: tally.town.after },
      groups: places.map(({ id, group }) => ({ group, ...(tally.groups.get(id) ?? tally.town) })),
      changed: await this.changedOn(scope, tally.changed, places, page),
    };
  }

  private async tally(scope: WholeTownScope, month: string, was: Rubric, proposed: Rubric): Promise<PreviewTally> {
    const tally = new PreviewTally(was, proposed);
    for await (const { people } of this.facts.ofTown(scope, month)) {
      const points = await this.entries.ofMonth(scope, month, people.map(({ memberId }) => memberId));
      people.forEach(({ memberId, groupId, exempt, facts }) => tally.add(memberId, groupId, exempt === 'whole' ? {} : { ...facts, ...points.get(memberId) }));
    }
    return tally;
  }

  /** The groups that have somebody in them as people count them; those without a group last. */
  private async placesOf(scope: WholeTownScope, { groups }: PreviewTally): Promise<{ id: string | null; group: GroupName }[]> {
    const names = await this.groups.names(scope);
    const open = (await this.groups.open(scope)).map(({ id }) => id);
    const closed = [...groups.keys()].filter((id) => id !== null && !open.includes(id)).sort();
    const ids = [...open, ...closed, null].filter((id) => groups.has(id));
    return ids.map((id) => ({ id, group: id === null ? null : { id, name: names.get(id) ?? '' } }));
  }

  private async changedOn(scope: WholeTownScope, changed: readonly ChangedPerson[], places: readonly { id: string | null; group: GroupName }[], { page, pageSize }: Input<'createRubricPreview'>['query']): Promise<Preview['changed']> {
    const at = new Map(places.map(({ id }, place) => [id, place]));
    const inOrder = [...changed].sort((a, b) => (at.get(a.groupId) ?? 0) - (at.get(b.groupId) ?? 0));
    const shown = inOrder.slice((page - 1) * pageSize, page * pageSize);
    const people = await this.members.people(scope, shown.map(({ memberId }) => memberId));
    const items = shown.map(({ memberId, groupId, before, after }) => ({ member: people.get(memberId) ?? { memberId, name: '' }, group: places[at.get(groupId) ?? 0]?.group ?? null, before, after }));
    return { items, page, pageSize, total: changed.length };
  }

  private requireMonth(month: string): void {
    if (month > monthOf(businessDate(this.clock.now()))) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月还没到，没有记录可以试算' } });
    if (month < firstMonth) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月太早，没有记录' } });
  }
}
