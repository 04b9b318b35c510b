import { closeMonth } from './closed-month.ts';
import type { Actor, MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';
import { november } from './votes.ts';

const { month } = november;

/** A town whose November is scored and can be published, with as many on the committee as a test needs. */
export interface Committee {
  readonly town: MadeTown;
  readonly member: Actor;
  readonly committee: readonly Actor[];
  at(place: number): Actor;
}

/** Nobody has studied: the month has zero sessions and no Monday, so nobody is rated. It is the first day on which it may be published. */
export async function committeeOf(server: TestServer, size: number): Promise<Committee> {
  server.at('2026-11-20T10:00:00+08:00');
  const town = await server.make.town();
  const { member } = await server.make.actor({ town });
  server.at(november.over);
  await closeMonth(server, town, month);
  const committee: Actor[] = [];
  for (let made = 0; made < size; made += 1) committee.push(await server.make.actor({ town, roles: ['committee'], groupId: null }));
  return {
    town,
    member: { member, town, api: await server.make.login(member) },
    committee,
    at(place) {
      const actor = committee[place];
      if (!actor) throw new Error(`nobody of the committee at ${place}`);
      return actor;
    },
  };
}
