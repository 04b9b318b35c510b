import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { dimensionKeys, type DimensionKey } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RubricCheck } from './rubric-check.entity.ts';
import { RubricsRepository } from './rubrics.repository.ts';
import { type RubricInForce, RubricsService } from './rubrics.service.ts';

type Remark = Answer<'checkRubricLabel'>;

/** Labels on which the source lacks a word stay marked until an admin has compared them with the original. */
@Injectable()
export class RubricChecksService {
  constructor(
    private readonly checks: RubricsRepository,
    private readonly rubrics: RubricsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The rubric of this month with its remarks, and what is to come. */
  async get(scope: PersonScope): Promise<Answer<'getRubric'>> {
    const today = await this.rubrics.today(scope);
    const { version, effectiveFrom, rubric } = today;
    const coming = (await this.rubrics.coming(scope)).map((next) => ({ version: next.version, effectiveFrom: next.effectiveFrom }));
    return { version, effectiveFrom, rubric, remarks: await this.remarks(scope, today), coming };
  }

  /** @throws AppError NOT_FOUND where nothing is to be checked, RUBRIC_LABEL_CHANGED */
  async check(scope: WholeTownScope, dimension: DimensionKey, { label }: Input<'checkRubricLabel'>['body']): Promise<Remark> {
    const remark = (await this.remarks(scope, await this.rubrics.today(scope))).find((one) => one.dimension === dimension);
    if (!remark) throw new AppError('NOT_FOUND');
    if (remark.label !== label) throw new AppError('RUBRIC_LABEL_CHANGED', { field: 'label', detail: { label: remark.label } });
    if (remark.checked) {
      this.acts.changedNothing();
      return remark;
    }
    const check = { dimension, label, checkedAt: this.clock.now(), checkedBy: scope.memberId };
    await this.acts.perform(scope, () => this.checks.putCheck(scope, check), { target: dimension });
    const people = await this.members.people(scope, [scope.memberId]);
    return { ...remark, checked: { at: check.checkedAt, by: people.get(scope.memberId) ?? { memberId: scope.memberId, name: '' } } };
  }

  private async remarks(scope: PersonScope, { rubric: { labels, notes } }: RubricInForce): Promise<Remark[]> {
    const done = new Map((await this.checks.checks(scope)).map((check) => [check.dimension, check]));
    const people = await this.members.people(scope, [...done.values()].map(({ checkedBy }) => checkedBy));
    const checkedOf = (check: RubricCheck | undefined) => check && { at: check.checkedAt, by: people.get(check.checkedBy) ?? { memberId: check.checkedBy, name: '' } };
    return dimensionKeys.flatMap((dimension) => {
      const [note, label] = [notes[dimension], labels[dimension]];
      const check = done.get(dimension);
      // Another label is to be checked again.
      return note ? [{ dimension, label, note, checked: (check?.label === label && checkedOf(check)) || null }] : [];
    });
  }
}
