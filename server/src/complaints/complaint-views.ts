import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { HostScope, PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import type { Complaint } from './complaint.entity.ts';

export type OwnView = Answer<'findComplaint'>;
export type TownView = Answer<'answerComplaint'>;
export type EscalatedView = Answer<'answerEscalatedComplaint'>;

/** A complaint as its writer, the town and the district each may see it. */
@Injectable()
export class ComplaintViews {
  constructor(
    private readonly members: MembersService,
    private readonly towns: TownsService,
    private readonly clock: Clock,
  ) {}

  async own(scope: PersonScope, complaints: readonly Complaint[]): Promise<OwnView[]> {
    const people = await this.members.people(scope, complaints.map(({ answeredBy }) => answeredBy));
    return complaints.map((complaint) => this.ownOf(complaint, people));
  }

  async ofTown(scope: PersonScope, complaints: readonly Complaint[]): Promise<TownView[]> {
    const people = await this.members.people(scope, complaints.flatMap(({ answeredBy, memberId }) => [answeredBy, memberId]));
    return complaints.map((complaint) => ({ ...this.ownOf(complaint, people), writer: (complaint.memberId && people.get(complaint.memberId)) || null }));
  }

  /** The words and the town, never who wrote them. */
  async escalated(_: HostScope, complaints: readonly Complaint[]): Promise<EscalatedView[]> {
    const towns = new Map((await this.towns.all()).map((town) => [town.id, town]));
    return complaints.flatMap(({ townId, ...complaint }) => {
      const town = towns.get(townId);
      return town ? [{ ...escalatedOf(complaint), town: { id: town.id, code: town.code, name: town.name } }] : [];
    });
  }

  private ownOf(complaint: Complaint, people: ReadonlyMap<string, Person>): OwnView {
    const { id, about, text, receivedOn, state, toDistrictOn, memberId, photoId, answerText, answeredOn, answeredFrom, answeredBy } = complaint;
    return {
      ...{ id, about, text, receivedOn, state, toDistrictOn, anonymous: memberId === null, hasPhoto: photoId !== null },
      atDistrict: state === 'open' && toDistrictOn <= businessDate(this.clock.now()),
      answer: answerText !== null && answeredOn && answeredFrom ? { text: answerText, on: answeredOn, from: answeredFrom, by: (answeredBy && people.get(answeredBy)) || null } : null,
    };
  }
}

function escalatedOf({ id, about, text, receivedOn, state, toDistrictOn, photoId, addressee, answerText, answeredOn }: Omit<Complaint, 'townId'>): Omit<EscalatedView, 'town'> {
  return {
    ...{ id, about, text, receivedOn, state, since: toDistrictOn, hasPhoto: photoId !== null, why: addressee === 'district' ? 'about_town' : 'waited' },
    answer: answerText !== null && answeredOn ? { text: answerText, on: answeredOn } : null,
  };
}
