import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Permission, reachOf, type Role } from '@weidangxiao/shared/permissions.ts';
import { addDays, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { create } from 'zustand';
import { now } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useSession } from '../../platform/session.ts';

export type PlannedMonday = Answer<'listThemes'>['mondays'][number];
export type Notice = Answer<'listNotices'>['items'][number];

export interface Waiting {
  loaded: boolean;
  /** Themes that wait for an approver. */
  inReview: PlannedMonday[];
  /** This Monday and the next one, as planned. */
  thisWeek: PlannedMonday | null;
  nextWeek: PlannedMonday | null;
  reflections: number;
  /** Leaves, make-ups and sign-ins that somebody has to decide. */
  leaves: number;
  makeUps: number;
  signIns: number;
  /** Courses asked for and not planned yet. */
  courseRequests: number;
  /** What people complain about, or propose, without an answer yet. */
  complaints: number;
  /** Objections that freeze somebody's line until three have answered. */
  objections: number;
  /** What leaders propose for people's scores. */
  proposals: number;
  notices: Notice[];
}

/** So many of the newest are held; there may be more. */
export const mostNotices = 20;

const nothing: Waiting = { loaded: false, inReview: [], thisWeek: null, nextWeek: null, reflections: 0, leaves: 0, makeUps: 0, signIns: 0, courseRequests: 0, complaints: 0, objections: 0, proposals: 0, notices: [] };
export const useWaitingStore = create<Waiting>(() => nothing);

/** Asks anew what waits for this person; what cannot be had this time stays as it was. */
export async function refreshWaiting(): Promise<void> {
  const roles = useSession.getState().caller?.roles ?? [];
  const reachesTown = (permission: Permission): boolean => reachOf(permission, roles) === 'town';
  const decides = (permission: Permission): boolean => reachesTown(permission) || reachOf(permission, roles) === 'group';
  const parts = await Promise.all([
    reachesTown('themes.read') ? planned(roles) : {},
    reachesTown('reflections.review') ? queued() : {},
    decides('leaves.decide') ? decisions() : {},
    decides('course-requests.plan') ? asked(roles) : {},
    reachesTown('complaints.answer') ? complained() : {},
    reachesTown('objections.answer') ? objected() : {},
    reachesTown('score-proposals.decide') ? proposed() : {},
    reachOf('notices.own', roles) === null ? {} : told(),
  ].map((part) => Promise.resolve(part).catch((): Partial<Waiting> => ({}))));
  useWaitingStore.setState({ ...Object.assign({}, ...parts), loaded: true });
}

export function forgetWaiting(): void {
  useWaitingStore.setState(nothing);
}

async function planned(roles: readonly Role[]): Promise<Partial<Waiting>> {
  const monday = mondayOf(now());
  const next = addDays(monday, 7);
  const years = [...new Set([monday, next].map((date) => Number(date.slice(0, 4))))];
  const lists = await Promise.all(years.map((year) => call('listThemes', { query: { year } })));
  const mondays = lists.flatMap((list) => list.mondays);
  const on = (date: string): PlannedMonday | null => mondays.find((one) => one.monday === date) ?? null;
  const mayApprove = reachOf('themes.approve', roles) === 'town';
  return { inReview: mayApprove ? mondays.filter(({ theme }) => theme?.state === 'in_review') : [], thisWeek: on(monday), nextWeek: on(next) };
}

async function queued(): Promise<Partial<Waiting>> {
  return { reflections: (await call('listReflections', { query: { state: 'in_review', pageSize: 1 } })).total };
}

async function decisions(): Promise<Partial<Waiting>> {
  const one = { pageSize: 1 };
  const [leaves, makeUps, signIns] = await Promise.all([
    call('listLeaves', { query: { ...one, state: 'waiting' } }),
    call('listMakeUps', { query: { ...one, state: 'waiting' } }),
    call('listWaitingSignIns', { query: one }),
  ]);
  return { leaves: leaves.total, makeUps: makeUps.total, signIns: signIns.total };
}

/** Of the whole town for its admins, of their own groups for leaders. */
async function asked(roles: readonly Role[]): Promise<Partial<Waiting>> {
  const whole = reachOf('course-requests.plan', roles) === 'town';
  const groupIds = whole ? [undefined] : (useSession.getState().caller?.leads ?? []).map(({ id }) => id);
  const lists = await Promise.all(groupIds.map((groupId) => call('listCourseRequests', { query: { state: 'open', pageSize: 1, groupId } })));
  return { courseRequests: lists.reduce((sum, { total }) => sum + total, 0) };
}

async function complained(): Promise<Partial<Waiting>> {
  return { complaints: (await call('listComplaints', { query: { state: 'open', pageSize: 1 } })).total };
}

async function objected(): Promise<Partial<Waiting>> {
  return { objections: (await call('listObjections', { query: { show: 'waiting', pageSize: 1 } })).total };
}

async function proposed(): Promise<Partial<Waiting>> {
  return { proposals: (await call('listScoreProposals', { query: { state: 'waiting', pageSize: 1 } })).total };
}

async function told(): Promise<Partial<Waiting>> {
  return { notices: (await call('listNotices', { query: { pageSize: mostNotices } })).items };
}
