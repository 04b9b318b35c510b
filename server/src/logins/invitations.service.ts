import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomInt, randomUUID } from 'node:crypto';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts, actorOf } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { OpenScope, PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vault } from '../platform/crypto/vault.ts';
import type { Invitation } from './invitation.entity.ts';
import { LoginsRepository } from './logins.repository.ts';

const day = 86_400_000;
const lifeDays = 7;
/** Without 0, 1, I, L, O: read aloud and typed by people who see badly. 31^8 codes, tried 60 times a minute at most. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 8;

/** One-time codes for people whose phone is not in the roster, made by the leader and said or shown to them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly members: MembersService,
    private readonly vault: Vault,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** A new code ends an older one. */
  create(scope: PersonScope, memberId: string): Promise<Answer<'createInvitation'>> {
    return this.acts.perform(scope, async () => {
      const member = await this.members.find(scope, memberId);
      if (member.state !== 'active') throw new AppError('MEMBER_CLOSED');
      const code = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
      const createdAt = this.clock.real();
      const expiresAt = createdAt + lifeDays * day;
      await this.logins.insertInvitation(scope, { id: randomUUID(), memberId, codeHash: this.hash(code), createdBy: actorOf(scope), createdAt, expiresAt, usedAt: null });
      return { code, expiresAt };
    }, { target: memberId });
  }

  /** @throws AppError INVITATION_INVALID, INVITATION_ENDED */
  async memberOf(scope: OpenScope, code: string | undefined): Promise<Member> {
    const { townId, memberId } = await this.find(scope, code);
    return this.members.find(systemScope(townId, 'invitation'), memberId);
  }

  /** Call inside a unit of work. Of two who come at once, one gets INVITATION_ENDED. */
  async use(scope: OpenScope, code: string): Promise<void> {
    const used = await this.logins.useInvitation(scope, await this.find(scope, code), this.clock.real());
    if (!used) throw new AppError('INVITATION_ENDED', { field: 'invitation' });
  }

  private async find(scope: OpenScope, code: string | undefined): Promise<Invitation> {
    const invitation = code ? await this.logins.invitation(scope, this.hash(code)) : null;
    if (!invitation) throw new AppError('INVITATION_INVALID', { field: 'invitation' });
    if (invitation.usedAt !== null || invitation.expiresAt <= this.clock.real()) throw new AppError('INVITATION_ENDED', { field: 'invitation' });
    return invitation;
  }

  private hash(code: string): string {
    return this.vault.codeIndex('invitation', code.replace(/[\s-]/g, '').toUpperCase());
  }
}
