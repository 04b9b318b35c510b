import { Injectable } from '@nestjs/common';
import { objectionStateNames, objectionWayNames, verdictNames } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import type { ObjectionFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { ObjectionsService } from '../objections/objections.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import type { Form, FormRow } from './form.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { listed, wholeDate } from './paper-words.ts';

type View = Awaited<ReturnType<ObjectionsService['find']>>['view'];

/** Empty, for whoever writes by hand; or filled with what was raised and answered. */
@Injectable()
export class ObjectionFormsService {
  constructor(
    private readonly heads: PaperHeadsService,
    private readonly objections: ObjectionsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  /** @throws AppError NOT_FOUND for an objection out of reach */
  async of(scope: PersonScope, key: ObjectionFormKey, objectionId: string | null): Promise<Form> {
    const head = await this.heads.of(scope, key);
    if (objectionId === null) return newForm({ ...head, fileName: `空白${head.arranged.title}`, rows: { rows: rowsOf({}) } });
    const { objection, view } = await this.objections.find(scope, objectionId);
    const [people, groups] = await Promise.all([this.members.people(scope, [objection.memberId]), this.groups.names(scope)]);
    const name = people.get(objection.memberId)?.name ?? '';
    const filled = { ...saidIn(view), name, group: groups.get(objection.groupId ?? '') ?? '' };
    return newForm({ ...head, fileName: `${name} ${view.period} ${head.arranged.title}`, rows: { rows: rowsOf(filled) } });
  }
}

/** What a sheet asks, in its order. */
const items = [
  ['name', '姓名'],
  ['group', '学习小组'],
  ['period', '哪月（年）的结果'],
  ['about', '哪一项'],
  ['text', '异议和理由'],
  ['received', '提出方式和日期'],
  ['first', '答复'],
  ['contest', '要求复议的理由'],
  ['second', '复议答复'],
  ['state', '办理情况'],
] as const;

function rowsOf(values: Partial<Record<(typeof items)[number][0], string>>): FormRow[] {
  return items.map(([key, item]) => ({ item, content: values[key] ?? '' }));
}

function saidIn({ period, about, text, way, receivedOn, loggedBy, contest, state, answers }: View): Partial<Record<(typeof items)[number][0], string>> {
  const answer = (of: 1 | 2): string => {
    const found = answers.find(({ step }) => step === of);
    return found ? `${verdictNames[found.verdict]}。${found.text}（${listed(found.signedBy.map(({ name }) => name))}，${found.on ? wholeDate(found.on) : ''}）` : '';
  };
  return {
    ...{ period: periodInChinese(period), about: objectionAboutName(about), text, received: listed([objectionWayNames[way], wholeDate(receivedOn), loggedBy ? `${loggedBy.name}代记` : '']) },
    ...{ first: answer(1), contest: contest ?? '', second: answer(2), state: objectionStateNames[state] },
  };
}
