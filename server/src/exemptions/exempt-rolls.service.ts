import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { AttendanceMarksService } from '../attendance/attendance-marks.service.ts';
import { AttendanceRegisterService } from '../attendance/attendance-register.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Exemption } from './exemption.entity.ts';
import { ExemptionsRepository } from './exemptions.repository.ts';

/** An exemption takes nothing from somebody who was there. */
const wasThere = ['present', 'late', 'left_early', 'made_up'] as const;
const way = 'exemption' as const;

/** Exemptions on the rolls: of what was opened already, and of every roll that is drawn up from now on. */
@Injectable()
export class ExemptRollsService implements OnModuleInit {
  constructor(
    private readonly exemptions: ExemptionsRepository,
    private readonly register: AttendanceRegisterService,
    private readonly marks: AttendanceMarksService,
    private readonly facts: AttendanceFactsService,
  ) {}

  onModuleInit(): void {
    this.register.afterDrawingUp(async (scope, { id, date }, expected) => {
      for (const exemption of await this.exemptions.touching(scope, date, date, expected.map(({ memberId }) => memberId))) {
        await this.exemptions.count(scope, exemption.id, Number(await this.settle(scope, id, exemption.memberId)));
      }
    });
  }

  /** Inside a unit of work. How many records of its days it settled. */
  async settleOpened(scope: TownScope, { memberId, fromDate, toDate }: Exemption): Promise<number> {
    const records = await this.facts.recordsOf(scope, memberId, fromDate, toDate);
    let settled = 0;
    for (const { row, session } of records) if (!row.guest) settled += Number(await this.settle(scope, session.id, memberId));
    return settled;
  }

  /** Inside a unit of work. What it settled after that day counts again as the other marks say; how many those were. */
  async giveBack(scope: TownScope, { memberId, toDate }: Exemption, on: string): Promise<number> {
    const records = await this.facts.recordsOf(scope, memberId, addDays(on, 1), toDate);
    let given = 0;
    for (const { session } of records) given += Number(await this.marks.takeBack(scope, { sessionId: session.id, memberId, way }));
    return given;
  }

  private settle(scope: TownScope, sessionId: string, memberId: string): Promise<boolean> {
    return this.marks.settle(scope, { sessionId, memberId, status: 'exempt', way }, wasThere);
  }
}
