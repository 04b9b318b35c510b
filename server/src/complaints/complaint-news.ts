import { Injectable } from '@nestjs/common';
import { complaintAboutNames } from '@weidangxiao/shared/rules/complaint.ts';
import { addDays, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Complaint } from './complaint.entity.ts';

/** Who is told of complaints and their answers. Every method is called inside a unit of work. */
@Injectable()
export class ComplaintNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly roles: RolesService,
  ) {}

  /** A named one. Whoever wrote it as an admin does not answer it, but may be the only one there is. */
  async arrived(scope: TownScope, { id, about, toDistrictOn }: Complaint): Promise<void> {
    const text = `关于${complaintAboutNames[about]}。请在${dateInChinese(addDays(toDistrictOn, -1))}前答复，过了就转到区县。`;
    await this.tellAdmins(scope, { title: '有一条投诉建议', text, dedupeKey: `complaint-arrived:${id}` });
  }

  /** Those of past days together, so that a notice's time does not tell when one was written. */
  async anonymous(scope: TownScope, count: number, today: string): Promise<void> {
    await this.tellAdmins(scope, { title: '有匿名的投诉建议', text: `前面收到${count}条，没有署名。答复了，写的人凭回执号能看到。`, dedupeKey: `complaints-anonymous:${today}` });
  }

  async answered(scope: TownScope, { id, memberId, text, answerText }: Complaint): Promise<void> {
    if (memberId === null) return;
    const news = { title: '你提的有答复了', text: `“${shortened(text, 20)}”：${shortened(answerText ?? '', 200)}` };
    await this.notices.tell(scope, [memberId], { kind: 'complaint', ...news, link: '/my/complaints', dedupeKey: `complaint-answered:${id}` });
  }

  private async tellAdmins(scope: TownScope, news: { title: string; text: string; dedupeKey: string }): Promise<void> {
    await this.notices.tell(scope, await this.roles.holders(scope, 'admin'), { kind: 'complaint', ...news, link: '/complaints' });
  }
}

function shortened(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('');
}
