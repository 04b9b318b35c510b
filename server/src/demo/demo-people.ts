import type { Role } from '@weidangxiao/shared/permissions.ts';

/** The code of the sample town; the demo's logins look for their people in it. */
export const sampleTownCode = 'longfeng';

/** What each role is called and what to try as it. */
export const demoRoles: readonly { readonly role: Role; readonly label: string; readonly tasks: string }[] = [
  { role: 'member', label: '党员', tasks: '看本周主题，写一句收获打卡，看自己的得分明细' },
  { role: 'leader', label: '组长', tasks: '看本组谁打了卡，替没有手机的人记纸条，写小组心得' },
  { role: 'admin', label: '镇管理员', tasks: '导入名册和Word，排每周主题，审心得' },
  { role: 'approver', label: '审核人', tasks: '审一份等着的主题' },
  { role: 'committee', label: '评定委员', tasks: '看得分明细和规则' },
  { role: 'operator', label: '运维', tasks: '开一个新的镇' },
];

/** The operator of the demo. */
export const demoOperator = '演示运维';
