import { monthOf } from '@weidangxiao/shared/rules/week.ts';
import { rubricOf } from '../rubrics.ts';
import { inList, onTarget, plain, type Probes } from './probe.ts';
import { newId } from './world.ts';

let made = 0;
/** Another version for another month each time. */
function nextVersion() {
  made += 1;
  const month = `${2027 + Math.floor(made / 12)}-${String((made % 12) + 1).padStart(2, '0')}`;
  return { clientId: newId(), month, reason: '镇里议过', rubric: rubricOf({ version: `试${made}`, labels: { night: `夜校${made}` } }) };
}

export const rubricProbes = {
  getAssessmentMonth: inList(
    ({ world }) => ({ params: { month: monthOf(world.monday) } }),
    ({ groups }, _sent, { owner }) => groups.some(({ group }) => group?.id === owner.member.groupId),
  ),
  getRubric: plain(),
  listRubricVersions: plain(),
  createRubricVersion: plain(() => ({ body: nextVersion() })),
  withdrawRubricVersion: onTarget(async ({ world, relation }) => {
    const { admin } = world.townOf(relation);
    const { id } = await admin.api.call('createRubricVersion', { body: nextVersion() });
    return { params: { id: id ?? '' }, body: { reason: '再议' } };
  }),
  checkRubricLabel: plain(() => ({ params: { dimension: 'group' as const }, body: { label: '小组研讨学习' } })),
  createRubricPreview: plain(({ world }) => ({ body: { month: monthOf(world.monday), rubric: rubricOf({ bands: { good: '81' } }) } })),

  listDayExceptions: plain(({ world }) => ({ query: { year: monthOf(world.monday).slice(0, 4) } })),
  setDayException: plain(() => ({ params: { day: '2027-01-01' }, body: { kind: 'off' as const, label: '元旦' } })),
  clearDayException: plain(() => ({ params: { day: '2027-01-01' } })),
  addPublishedDays: plain(() => ({ body: { year: '2026' } })),
} satisfies Partial<Probes>;
