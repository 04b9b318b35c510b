import { type Permission, reachOf, type Role } from '@weidangxiao/shared/permissions.ts';
import { isMonday } from '@weidangxiao/shared/rules/week.ts';

/** Where a notice leads: a page of the phone, the desktop, or nowhere, when its words say all. */
export type NoticePlace = { readonly at: 'phone'; readonly page: string; readonly query: Readonly<Record<string, string>> } | { readonly at: 'desk' } | { readonly at: 'nowhere' };

type Way = (value: string, roles: readonly Role[]) => NoticePlace;

/** The first part of a link, what has to follow it, and the way. */
const ways: Readonly<Partial<Record<string, { readonly names: 'monday' | 'period' | 'year' | 'id' | 'waiting'; readonly way: Way }>>> = {
  weeks: { names: 'monday', way: (monday) => phone('packages/read/week/index', { monday }) },
  // Whoever reviews no longer reads what went out, as everybody does.
  themes: { names: 'monday', way: (monday, roles) => phone(can('themes.read', roles) ? 'packages/leader/theme/index' : 'packages/read/week/index', { monday }) },
  'group-check-ins': { names: 'monday', way: (monday, roles) => (can('check-ins.group', roles) ? phone('packages/leader/home/index', { monday }) : { at: 'nowhere' }) },
  reflections: { names: 'id', way: (id) => phone('packages/leader/reflection/index', { id }) },
  'study-sessions': { names: 'id', way: (id) => phone('packages/sessions/session/index', { id }) },
  'sign-ins': { names: 'waiting', way: (_, roles) => (can('attendance.write', roles) ? phone('packages/leader/sign-ins/index', {}) : { at: 'nowhere' }) },
  // An answered objection names its sheet so, whether a month's or a year's.
  receipts: { names: 'period', way: (period) => (period.length === 4 ? yearAt(period) : phone('packages/record/receipt/index', { month: period })) },
  years: { names: 'year', way: yearAt },
  members: { names: 'id', way: (_, roles) => deskOr(roles) },
};

/** Lists that are one page. */
const lists: Readonly<Partial<Record<string, string>>> = {
  '/course-requests': 'packages/courses/requests/index',
  '/my/complaints': 'packages/town/complaints/index',
};

/** A link of the server, such as `/weeks/2026-11-23`, for somebody with these roles. What the phone has no page for is the desktop's, or words alone. */
export function placeOf(link: string | null, roles: readonly Role[]): NoticePlace {
  if (link === null || link === '') return { at: 'nowhere' };
  const list = lists[link];
  if (list) return phone(list, {});
  if (link === '/leaves' || link === '/make-ups') return can('leaves.decide', roles) ? phone('packages/leader/leaves/index', {}) : { at: 'nowhere' };
  if (link === '/score-proposals') return can('score-proposals.write', roles) ? phone('packages/leader/points/index', {}) : { at: 'nowhere' };
  const [, first = '', value = ''] = /^\/([a-z-]+)\/([^/?#]+)$/.exec(link) ?? [];
  const known = ways[first];
  return known && isOf(known.names, value) ? known.way(value, roles) : deskOr(roles);
}

function isOf(names: 'monday' | 'period' | 'year' | 'id' | 'waiting', value: string): boolean {
  if (names === 'year') return /^20\d{2}$/.test(value);
  if (names === 'period') return /^20\d{2}(-(0[1-9]|1[0-2]))?$/.test(value);
  if (names === 'waiting') return value === 'waiting';
  return names === 'id' ? /^[0-9a-f-]{36}$/.test(value) : isDate(value) && isMonday(value);
}

/** 2026-02-30 is a day in March for some engines. */
function isDate(value: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

/** Members and leaders are never sent to a desktop that has nothing for them. */
function deskOr(roles: readonly Role[]): NoticePlace {
  return { at: roles.some((role) => role === 'admin' || role === 'approver' || role === 'committee') ? 'desk' : 'nowhere' };
}

function can(permission: Permission, roles: readonly Role[]): boolean {
  return reachOf(permission, roles) !== null;
}

function phone(page: string, query: Readonly<Record<string, string>>): NoticePlace {
  return { at: 'phone', page, query };
}

function yearAt(year: string): NoticePlace {
  return phone('packages/record/year/index', { year });
}
