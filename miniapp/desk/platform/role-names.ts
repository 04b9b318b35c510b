import type { Role } from '@weidangxiao/shared/permissions.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  member: '党员',
  leader: '组长',
  approver: '主题审核人',
  committee: '评定委员',
  admin: '镇管理员',
  operator: '运维',
};
