import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import type { ChangeLine } from './session-change.entity.ts';
import type { ExpectedMember } from './session-expectation.service.ts';
import type { StudySession } from './study-session.entity.ts';

export type CloseOut = Input<'closeStudySession'>['body'];
export type Correction = Input<'correctStudySession'>['body'];

/**
 * A noun that stands on study sessions and acts when one changes: the roll is drawn up when a session opens, a booking
 * goes with a move. Every method runs inside the unit of work of the change itself; what it throws undoes the change.
 */
export interface SessionFollower {
  created?(scope: PersonScope, session: StudySession): Promise<void>;
  /** Place, teacher or the people expected were changed while it was planned. */
  changed?(scope: PersonScope, session: StudySession, before: StudySession): Promise<void>;
  moved?(scope: PersonScope, session: StudySession, before: StudySession): Promise<void>;
  opened?(scope: PersonScope, session: StudySession, expected: readonly ExpectedMember[]): Promise<void>;
  closed?(scope: PersonScope, session: StudySession, closeOut: CloseOut): Promise<void>;
  /** Answers what it changed, for the dated correction. */
  corrected?(scope: PersonScope, session: StudySession, correction: Correction): Promise<ChangeLine[]>;
  cancelled?(scope: PersonScope, session: StudySession): Promise<void>;
}

/** Who follows. A noun registers itself when its module starts, so that study sessions know none of them. */
@Injectable()
export class SessionFollowersService {
  private readonly followers: SessionFollower[] = [];

  follow(follower: SessionFollower): void {
    this.followers.push(follower);
  }

  /** One after the other, in the order in which they registered. */
  async each(tell: (follower: SessionFollower) => Promise<void> | undefined): Promise<void> {
    for (const follower of this.followers) await tell(follower);
  }

  async corrected(scope: PersonScope, session: StudySession, correction: Correction): Promise<ChangeLine[]> {
    const lines: ChangeLine[] = [];
    for (const follower of this.followers) lines.push(...((await follower.corrected?.(scope, session, correction)) ?? []));
    return lines;
  }
}
