import type { Permission, Reach, Role } from '@weidangxiao/shared/permissions.ts';
import { reachOf } from '@weidangxiao/shared/permissions.ts';
import type { IconName } from '../../components/icon.tsx';

interface Destination {
  path: string;
  label: string;
  icon: IconName;
  permission: Permission;
  /** The least that is worth showing the page for. */
  reaches: readonly Reach[];
  /** Whoever may do this finds it elsewhere. */
  unless?: Permission;
  /** Other paths under which it is the current one. */
  also?: readonly string[];
}

const town: readonly Reach[] = ['town'];

/** The sidebar, in groups with a gap between. */
const groups: readonly (readonly Destination[])[] = [
  [
    { path: '/', label: '概览', icon: 'layoutDashboard', permission: 'notices.own', reaches: ['own', 'group', 'town'], also: ['/notices'] },
    { path: '/themes', label: '每周主题', icon: 'calendarDays', permission: 'themes.read', reaches: town },
    { path: '/lessons', label: '教材课程', icon: 'bookOpen', permission: 'lessons.list', reaches: town, also: ['/course-sets', '/course-requests'] },
    { path: '/sessions', label: '学习活动', icon: 'listChecks', permission: 'study-sessions.read', reaches: town, also: ['/session-actions', '/sign-in-sheets', '/session-count'] },
    // Who plans what people ask for without keeping the lessons: leaders, for their own groups.
    { path: '/course-requests', label: '点课', icon: 'bookOpen', permission: 'course-requests.plan', reaches: ['group'], also: ['/course-sets'] },
    { path: '/reflections', label: '心得', icon: 'penLine', permission: 'reflections.review', reaches: town },
  ],
  [
    { path: '/members', label: '花名册', icon: 'users', permission: 'members.read', reaches: ['group', 'town'], also: ['/groups', '/imports'] },
    { path: '/coverage', label: '出勤学时', icon: 'clock', permission: 'coverage.read', reaches: ['group', 'town'], also: ['/study-hours', '/leaves', '/make-ups', '/sign-ins', '/exemptions'] },
    { path: '/months', label: '月评', icon: 'award', permission: 'assessment-months.read', reaches: ['group', 'town'] },
    { path: '/score-entries', label: '加分扣分', icon: 'diff', permission: 'score-entries.read', reaches: town, also: ['/results', '/talks', '/opening-entries'] },
    { path: '/opening-entries', label: '期初数', icon: 'fileUp', permission: 'opening-entries.write', reaches: town, unless: 'score-entries.read' },
    { path: '/years', label: '年度评定', icon: 'history', permission: 'annual-scores.read', reaches: town },
    { path: '/objections', label: '异议更正', icon: 'flag', permission: 'objections.answer', reaches: town, also: ['/score-adjustments'] },
    { path: '/rubric', label: '得分规则', icon: 'scale', permission: 'rubric.read', reaches: town, also: ['/working-days'] },
  ],
  [
    { path: '/paperwork', label: '表格材料', icon: 'printer', permission: 'assessment-months.read', reaches: ['group', 'town'], also: ['/paper-bundles', '/paper-columns'] },
    { path: '/venues', label: '场地实践点', icon: 'mapPin', permission: 'venues.read', reaches: town, also: ['/venue-bookings', '/practice-bases'] },
    { path: '/teachers', label: '师资', icon: 'graduationCap', permission: 'teachers.read', reaches: town, also: ['/teacher-invitations'] },
  ],
  [
    { path: '/complaints', label: '投诉建议', icon: 'messageWarning', permission: 'complaints.answer', reaches: town },
    { path: '/audit', label: '操作记录', icon: 'scrollText', permission: 'audit.read', reaches: town },
    { path: '/town', label: '学校资料', icon: 'settings', permission: 'town.read', reaches: town, also: ['/schools', '/organisation', '/implementation-plan', '/official-account'] },
    { path: '/towns', label: '各镇', icon: 'building', permission: 'towns.read', reaches: ['host'] },
    { path: '/escalated', label: '投诉建议', icon: 'messageWarning', permission: 'complaints.escalated', reaches: ['host'] },
  ],
];

export function destinationsFor(roles: readonly Role[]): (readonly Destination[])[] {
  const mayGo = ({ permission, reaches, unless }: Destination): boolean => {
    const reach = reachOf(permission, roles);
    return reach !== null && reaches.includes(reach) && (unless === undefined || reachOf(unless, roles) === null);
  };
  return groups.map((group) => group.filter(mayGo)).filter((group) => group.length > 0);
}

export function isCurrent({ path, also = [] }: Destination, place: string): boolean {
  const [at = ''] = place.split('?');
  return [path, ...also].some((start) => at === start || (start !== '/' && at.startsWith(`${start}/`)));
}
