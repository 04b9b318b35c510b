import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { createHash, randomUUID } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';
import { MachineCheckService } from './machine-check.service.ts';
import { ReflectionNews } from './reflection-news.ts';
import type { Reflection } from './reflection.entity.ts';
import { type ReflectionView, ReflectionViews } from './reflection-views.ts';
import { ReflectionsRepository } from './reflections.repository.ts';
import { requireMove } from './require-move.ts';

type NewReflection = Input<'createReflection'>['body'];
type Words = Input<'updateReflection'>['body'];

/** Writing a reflection and handing it in. */
@Injectable()
export class ReflectionDeskService {
  constructor(
    private readonly reflections: ReflectionsRepository,
    private readonly views: ReflectionViews,
    private readonly files: FilesService,
    private readonly groups: GroupsService,
    private readonly machine: MachineCheckService,
    private readonly news: ReflectionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** However often it is sent: one reflection. @throws AppError NOT_FOUND for a group that the caller does not lead, CLIENT_ID_REUSED */
  async create(scope: PersonScope, body: NewReflection): Promise<ReflectionView> {
    const known = await this.known(scope, body);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.begin(scope, body));
    } catch (error) {
      const faster = this.reflections.isTaken(error) ? await this.known(scope, body) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** @throws AppError NOT_FOUND, REFLECTION_STATE, REFLECTION_CHANGED */
  async change(scope: PersonScope, id: string, words: Words): Promise<ReflectionView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.find(scope, id);
      requireMove(seen, 'change');
      await this.requireWords(scope, words, seen.pictures);
      return this.moved(scope, seen, { ...words, machineCheck: 'none' });
    });
  }

  /** Handing in what is in review already is the same act again. @throws AppError NOT_FOUND, REFLECTION_STATE, REFLECTION_CHANGED */
  async submit(scope: PersonScope, id: string): Promise<ReflectionView> {
    const seen = await this.find(scope, id);
    if (seen.state === 'in_review') return this.asItIs(scope, seen);
    const state = requireMove(seen, 'submit');
    // Over the network, so before the unit of work; the revision tells whether somebody wrote in the meantime.
    const machineCheck = await this.machine.verdictOn(scope, seen);
    return this.acts.perform(scope, async () => {
      const now = this.clock.now();
      const moved = { state, machineCheck, submittedAt: now, movedAt: now, returnedReason: null };
      const view = await this.moved(scope, seen, moved);
      await this.news.submitted(scope, { ...seen, revision: seen.revision + 1 });
      return view;
    });
  }

  private async known(scope: PersonScope, body: NewReflection): Promise<ReflectionView | null> {
    const same = await this.reflections.byClientId(scope, body.clientId);
    if (!same) return null;
    if (same.firstDigest !== digestOf(body)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return this.asItIs(scope, same);
  }

  private async begin(scope: PersonScope, body: NewReflection): Promise<ReflectionView> {
    const groupId = await this.groupFor(scope, body);
    await this.requireWords(scope, body, []);
    const { clientId, kind, title, paragraphs, pictures, monday } = body;
    const now = this.clock.now();
    const reflection: Reflection = {
      ...{ townId: scope.townId, id: randomUUID(), authorId: scope.memberId, groupId, kind, state: 'draft', title, paragraphs, pictures, monday },
      ...{ clientId, firstDigest: digestOf(body), revision: 1, machineCheck: 'none', createdAt: now, movedAt: now },
      ...{ submittedAt: null, reviewedAt: null, reviewedBy: null, returnedReason: null, publishedAt: null },
    };
    await this.reflections.insert(scope, reflection);
    return this.views.one(scope, reflection);
  }

  /** A personal one goes with the author's group of today. */
  private async groupFor(scope: PersonScope, { kind, groupId }: NewReflection): Promise<string | null> {
    if (kind === 'personal') return scope.groupId;
    if (!groupId) throw new AppError('INPUT_INVALID', { field: 'groupId', detail: { reason: '选一下是哪个小组的心得' } });
    if (!reaches(scope, groupId)) throw new AppError('NOT_FOUND');
    return (await this.groups.find(scope, groupId)).id;
  }

  /** Pictures that were there before may be of somebody else who wrote on it. */
  private async requireWords(scope: PersonScope, { monday, pictures }: Words, before: readonly string[]): Promise<void> {
    if (monday) requireMonday(monday);
    for (const id of new Set(pictures)) if (!before.includes(id)) await this.files.requireOwn(scope, id, 'reflection');
  }

  private async find(scope: PersonScope, id: string): Promise<Reflection> {
    const reflection = await this.reflections.writable(scope, id);
    if (!reflection) throw new AppError('NOT_FOUND');
    return reflection;
  }

  private async moved(scope: PersonScope, seen: Reflection, changes: Partial<Reflection>): Promise<ReflectionView> {
    if (!(await this.reflections.update(scope, seen, changes))) throw new AppError('REFLECTION_CHANGED');
    return this.views.one(scope, { ...seen, ...changes });
  }

  private asItIs(scope: PersonScope, reflection: Reflection): Promise<ReflectionView> {
    this.acts.changedNothing();
    return this.views.one(scope, reflection);
  }
}

function digestOf({ kind, groupId, title, paragraphs, pictures, monday }: NewReflection): string {
  return createHash('sha256').update(JSON.stringify([kind, groupId ?? null, title, paragraphs, pictures, monday])).digest('base64url');
}
