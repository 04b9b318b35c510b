import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import type { Readable } from 'node:stream';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Form } from './form.ts';
import { GroupFormsService } from './group-forms.service.ts';
import { MemberFormsService } from './member-forms.service.ts';
import { MonthFormsService } from './month-forms.service.ts';
import { ObjectionFormsService } from './objection-forms.service.ts';
import { SessionFormsService } from './session-forms.service.ts';
import { TownFormsService } from './town-forms.service.ts';
import { YearFormsService } from './year-forms.service.ts';
import { docxOf } from './writing/docx.ts';
import { shown } from './writing/shown.ts';
import { xlsxOf } from './writing/xlsx.ts';

type View = Answer<'viewTownForm'>;
export type Format = Input<'downloadTownForm'>['body']['format'];

export interface PaperFile {
  readonly name: string;
  readonly stream: Readable;
}

/** One form, to be looked at or taken away. That somebody did is written down before anything leaves. */
@Injectable()
export class PaperworkService {
  constructor(
    private readonly sessions: SessionFormsService,
    private readonly groups: GroupFormsService,
    private readonly members: MemberFormsService,
    private readonly town: TownFormsService,
    private readonly months: MonthFormsService,
    private readonly years: YearFormsService,
    private readonly objections: ObjectionFormsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  ofSession(scope: PersonScope, { form, sessionId }: Input<'viewSessionForm'>['body']): Promise<Form> {
    return this.noted(scope, sessionId, this.sessions.of(scope, form, sessionId));
  }

  ofGroup(scope: PersonScope, { form, groupId, period }: Input<'viewGroupForm'>['body']): Promise<Form> {
    return this.noted(scope, groupId, this.groups.of(scope, form, groupId, period));
  }

  ofMember(scope: PersonScope, { form, memberId, year }: Input<'viewMemberForm'>['body']): Promise<Form> {
    return this.noted(scope, memberId, this.members.of(scope, form, memberId, year));
  }

  ofTown(scope: PersonScope, { form, period }: Input<'viewTownForm'>['body']): Promise<Form> {
    return this.noted(scope, null, this.town.of(scope, form, period));
  }

  ofRating(scope: PersonScope, body: Input<'viewScoreForm'>['body'] | Input<'viewPublishedForm'>['body']): Promise<Form> {
    const { groupId } = body;
    return this.noted(scope, groupId ?? null, 'year' in body ? this.years.of(scope, body.form, body.year, groupId) : this.months.of(scope, body.form, body.month, groupId));
  }

  ofObjection(scope: PersonScope, { form, objectionId }: Input<'viewObjectionForm'>['body']): Promise<Form> {
    return this.noted(scope, objectionId, this.objections.of(scope, form, objectionId));
  }

  async view(form: Promise<Form>): Promise<View> {
    return shown(await form);
  }

  async file(form: Promise<Form>, format: Format): Promise<PaperFile> {
    const made = await form;
    const write = format === 'xlsx' ? xlsxOf : docxOf;
    return { name: `${made.fileName}.${format}`, stream: write(made, new Date(this.clock.now())) };
  }

  private async noted(scope: PersonScope, target: string | null, form: Promise<Form>): Promise<Form> {
    const made = await form;
    await this.acts.perform(scope, async () => undefined, target ? { target } : {});
    return made;
  }
}
