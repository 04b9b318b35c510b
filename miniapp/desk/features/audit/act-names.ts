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
  'attendance.marked': '点名',
  'course-request.closed': '不再点这门课',
  'course-request.created': '点了课',
  'course-request.joined': '跟着点课',
  'course-request.left': '退出点课',
  'course-request.planned': '把点的课排成活动',
  'course-set.changed': '改了套餐课程',
  'course-set.closed': '停用套餐课程',
  'course-set.created': '加了套餐课程',
  'member.tags-set': '改了类别',
  'practice-base.changed': '改了实践点',
  'practice-base.closed': '停用实践点',
  'practice-base.created': '加了实践点',
  'session-action.completed': '办完一件下一步的事',
  'session-feedback.given': '评了一场活动',
  'session-opening.set': '定了以前的期数',
  'session-series.created': '排了一串活动',
  'session-series.ended': '停了一串活动',
  'sign-in-code.created': '出了签到码',
  'sign-in-sheet.entered': '录了签到表',
  'sign-in.created': '签到',
  'sign-in.decided': '处理签到',
  'study-session.cancelled': '取消活动',
  'study-session.changed': '改了活动',
  'study-session.closed': '活动收尾',
  'study-session.corrected': '更正活动记录',
  'study-session.created': '排了活动',
  'study-session.moved': '活动改期',
  'study-session.opened': '活动开始',
  'teacher-invitation.answered': '老师回了邀请',
  'teacher-invitation.created': '请老师',
  'teacher-invitation.withdrawn': '撤回邀请',
  'teacher.changed': '改了老师的资料',
  'teacher.closed': '停用老师',
  'teacher.created': '加了老师',
  'teacher.phone-revealed': '看了老师的手机号',
  'venue-booking.created': '订了场地',
  'venue-booking.ended': '退了场地',
  'venue.changed': '改了场地',
  'venue.closed': '停用场地',
  'venue.created': '加了场地',
  'leave.created': '请假',
  'leave.decided': '定了请假',
  'leave.withdrawn': '撤回请假',
  'make-up.created': '报了补学',
  'make-up.decided': '核实补学',
  'exemption.created': '登记免学',
  'exemption.ended': '提前结束免学',
  'school.changed': '改了微党校的页面',
  'organisation.set': '改了组织架构',
  'implementation-plan.created': '发了实施方案',
  'complaint.created': '投诉建议',
  'complaint-photo.kept': '投诉建议附了照片',
  'complaint.answered': '答复投诉建议',
  'complaint.answered-by-district': '区里答复投诉建议',
  'rubric-version.created': '定了新的评分规则',
  'rubric-version.withdrawn': '撤回评分规则',
  'rubric-label.checked': '核对了原文用词',
  'working-day.set': '改了放假安排',
  'working-day.cleared': '取消一天的放假安排',
  'working-days.published': '带入公布的放假安排',
  'file.swept': '清掉没用上的文件',
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

const places: Readonly<Record<string, string>> = { member: '/members', 'roster-import': '/imports', lesson: '/lessons', reflection: '/reflections', 'study-session': '/sessions', venue: '/venues', teacher: '/teachers', 'course-set': '/course-sets' };

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
