import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { answererFault, isFrozen, stepOf } from '@weidangxiao/shared/rules/objection.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { AnswerersService } from './answerers.service.ts';
import type { ObjectionAnswer } from './objection-answer.entity.ts';
import type { Objection } from './objection.entity.ts';
import { ObjectionsRepository } from './objections.repository.ts';

export type ObjectionView = Answer<'createObjection'>;
export type DeskView = Answer<'proposeObjectionAnswer'>;

@Injectable()
export class ObjectionViews {
  constructor(
    private readonly objections: ObjectionsRepository,
    private readonly answerers: AnswerersService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly clock: Clock,
  ) {}

  /** As whoever raised them reads them: an answer that is not settled is nobody's answer yet. */
  async own(scope: TownScope, rows: readonly Objection[]): Promise<ObjectionView[]> {
    const { answers, people } = await this.around(scope, rows);
    return rows.map((row) => this.view(row, answersOf(answers, row).filter(({ settledOn }) => settledOn !== null), people));
  }

  async onDesk(scope: PersonScope, rows: readonly Objection[]): Promise<DeskView[]> {
    const { answers, people } = await this.around(scope, rows);
    const [names, self] = await Promise.all([this.groups.names(scope), this.answerers.self(scope)]);
    const onDesk = rows.map(async (row) => {
      const own = answersOf(answers, row);
      const group = row.groupId === null ? null : { id: row.groupId, name: names.get(row.groupId) ?? '' };
      const current = own.find(({ step }) => step === stepOf(row.state)) ?? own.at(-1);
      const points = current?.points ?? null;
      return { ...this.view(row, own, people), member: personOf(people, row.memberId), group, mayNot: answererFault(self, await this.answerers.partiesOf(scope, row, own)), points: points === null ? null : twoPlaces(points) };
    });
    return Promise.all(onDesk);
  }

  private async around(scope: TownScope, rows: readonly Objection[]): Promise<{ answers: ObjectionAnswer[]; people: Map<string, Person> }> {
    const answers = await this.objections.answers(scope, rows.map(({ id }) => id));
    const people = await this.members.people(scope, [...rows.flatMap(({ memberId, loggedBy }) => [memberId, loggedBy]), ...answers.flatMap(({ signedBy }) => signedBy)]);
    return { answers, people };
  }

  private view({ id, kind, period, about, text, way, receivedOn, loggedBy, state, contestUntil, contestText }: Objection, answers: readonly ObjectionAnswer[], people: ReadonlyMap<string, Person>): ObjectionView {
    const open = state === 'answered' && contestUntil !== null && businessDate(this.clock.now()) <= contestUntil;
    return {
      ...{ id, kind, period, about, text, way, receivedOn, loggedBy: loggedBy === null ? null : personOf(people, loggedBy), state, frozen: isFrozen(state) },
      ...{ contestUntil: open ? contestUntil : null, contest: contestText },
      answers: answers.map(({ step, verdict, text: words, signedBy, settledOn }) => ({ step, verdict, text: words, signedBy: signedBy.map((one) => personOf(people, one)), on: settledOn })),
    };
  }
}

const answersOf = (answers: readonly ObjectionAnswer[], { id }: Objection): ObjectionAnswer[] => answers.filter(({ objectionId }) => objectionId === id);

const personOf = (people: ReadonlyMap<string, Person>, memberId: string): Person => people.get(memberId) ?? { memberId, name: '' };
