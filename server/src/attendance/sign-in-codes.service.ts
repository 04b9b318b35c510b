import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { signInPage, signInWindow } from '@weidangxiao/shared/rules/sign-in.ts';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { requireMove, StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { SignInCode } from './sign-in-code.entity.ts';
import { SignInsRepository } from './sign-ins.repository.ts';

const attempts = 20;

/** The code on the blackboard: four digits, and a scene for the camera. One for each session. */
@Injectable()
export class SignInCodesService {
  constructor(
    private readonly signIns: SignInsRepository,
    private readonly sessions: StudySessionsService,
    private readonly wechat: WeChat,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** There already: the same. @throws AppError NOT_FOUND, SESSION_STATE, SESSION_CLOSED */
  async create(scope: PersonScope, sessionId: string): Promise<Answer<'createSignInCode'>> {
    const session = await this.sessions.findLed(scope, sessionId);
    requireMove(session, 'change');
    const { id, digits, scene, opensAt, closesAt } = await this.codeOf(scope, session);
    // Outside of the unit of work, as all network is.
    const image = await this.wechat.codeImage(scene, signInPage);
    return { id, digits, scene, page: signInPage, opensAt, closesAt, image: image && `data:image/${image.type};base64,${image.bytes.toString('base64')}` };
  }

  private async codeOf(scope: PersonScope, session: StudySession): Promise<SignInCode> {
    const known = await this.signIns.codeOf(scope, session.id);
    if (known && (known.heldDigits !== null || known.closesAt <= this.clock.now())) {
      this.acts.changedNothing();
      return known;
    }
    return this.acts.perform(scope, async () => {
      await this.signIns.release(scope, this.clock.now());
      return this.insert(scope, session);
    });
  }

  /** Other digits where these are taken by a session of the town that is alive. */
  private async insert(scope: PersonScope, session: StudySession): Promise<SignInCode> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const digits = String(randomInt(10_000)).padStart(4, '0');
      const code = { townId: scope.townId, id: randomUUID(), sessionId: session.id, digits, heldDigits: digits, scene: randomBytes(12).toString('hex'), ...signInWindow(session), createdBy: scope.memberId };
      try {
        await this.signIns.insertCode(scope, code);
        return code;
      } catch (error) {
        const there = this.signIns.isThere(error) ? await this.signIns.codeOf(scope, session.id) : null;
        if (there) return there;
        if (!this.signIns.areTaken(error)) throw error;
      }
    }
    throw new AppError('BUSY');
  }
}
