import { type RouteName, routes } from '@weidangxiao/shared/routes/all.ts';

const names: Readonly<Record<string, string>> = {
  'demo.clock-moved': '演示：拨了时钟',
  'login.created': '登录',
  'login.ended': '退出登录',
  'binding.created': '绑定微信',
  'desktop-login.asked': '打开电脑端登录',
  'desktop-login.confirmed': '在手机上确认电脑端登录',
  'consent.given': '同意隐私说明',
  'consent.withdrawn': '撤回隐私同意',
  'town.created': '开了一个镇',
  'town.changed': '改了镇的资料',
  'group.created': '加了小组',
  'group.changed': '小组改名',
  'group.closed': '停用小组',
  'notice.read': '看了通知',
  'member.created': '加了人',
  'member.changed': '改了人的资料',
  'member.phone-changed': '换了手机号',
  'member.phone-revealed': '看了完整手机号',
  'member.remark-revealed': '看了备注',
  'member.moved': '转了组',
  'member.closed': '转出或停用',
  'member.reopened': '恢复在册',
  'role.granted': '给了角色',
  'role.ended': '收回角色',
  'invitation.created': '发了邀请码',
  'roster-import.read': '上传花名册',
  'roster-import.corrected': '改花名册里的行',
  'roster-import.written': '导入花名册',
  'roster-import.withdrawn': '撤回整批导入',
  'lesson-import.read': '上传Word课程',
  'lesson.created': '加了课程',
  'lesson.changed': '改了课程',
  'lesson.deleted': '删了课程',
  'theme.created': '写了主题',
  'theme.changed': '改了主题',
  'theme.deleted': '删了主题',
  'theme.submitted': '主题送审',
  'theme.withdrawn': '主题撤回成草稿',
  'theme.approved': '主题审核通过',
  'theme.returned': '主题退回修改',
  'theme.revised': '更正已发主题',
  'holiday.set': '设为放假停发',
  'holiday.cleared': '取消放假',
  'delivery.read': '看了本周主题',
  'delivery.handed-over': '纸质稿送到',
  'subscription.answered': '回答微信提醒',
  'file.stored': '上传文件',
  'check-in.created': '打卡',
  'paper-note.created': '记纸条',
  'check-in.decided': '处理迟到的打卡',
  'reflection.created': '写心得',
  'reflection.changed': '改心得',
  'reflection.submitted': '心得送审',
  'reflection.published': '发布心得',
  'reflection.returned': '退回心得',
  'link.made': '给了一次性登录链接',
  'login.ticket-made': '等着选是哪一位',
  'operator.created': '加了运维',
  'roster-import.stale': '导入前花名册有变动',
  'roster-import.forgotten': '清掉过期的名册',
  'theme.reminded': '催写主题',
  'theme.not-approved': '主题没人审',
  'theme.missed': '主题没发出',
  'theme-push.sent': '推送主题',
  'theme-push.delivered': '主题进了消息箱',
};

/** What was done, in words; an act of the server's own jobs has none here and shows as it is. */
export function actName(act: string): string {
  return names[act] ?? act;
}

/** A person's name as it is; what the server did by itself, or the host, in words. */
export function actorName(by: string): string {
  if (by.startsWith('system:') || by === 'system') return '系统';
  if (by.startsWith('operator')) return '运维';
  return by === 'anonymous' ? '没登录的人' : by;
}

const places: Readonly<Record<string, string>> = { member: '/members', 'roster-import': '/imports', lesson: '/lessons', reflection: '/reflections' };

/** Where the thing can be looked at that an act was about; null where there is no page for it, or no longer one. */
export function placeOfAct(act: string, target: string): string | null {
  const [noun = '', done = ''] = act.split('.');
  const place = places[noun];
  return place && done !== 'deleted' && done !== 'forgotten' ? `${place}/${target}` : null;
}

/** Every act that a person can do, once each, for the filter. */
export function allActs(): { value: string; label: string }[] {
  const acts = (Object.keys(routes) as RouteName[]).map((name) => routes[name].audit as string | null).filter((act) => act !== null);
  return [...new Set(acts)].map((value) => ({ value, label: actName(value) }));
}
