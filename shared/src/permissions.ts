/**
 * Role x capability x reach, as data. The server mints a Scope from it, the apps hide what a person may not do.
 * A reach says how far a capability goes:
 *   open    needs no login and no town        public  a town's public face, found by its code, no login
 *   own     what belongs to the member        group   the groups that the person leads (and what is their own)
 *   town    everything of the person's town   host    all towns of the deployment, never their members' records
 * `anyone` is everybody, logged in or not. Whoever holds no role listed under a capability may not use it.
 * Several roles: the widest reach counts. docs/SECURITY.md holds the same table, written independently by hand.
 */
export const roles = ['member', 'leader', 'approver', 'committee', 'admin', 'operator'] as const;
export type Role = (typeof roles)[number];
export type Reach = 'open' | 'public' | 'own' | 'group' | 'town' | 'host';

type Holders = Partial<Record<Role | 'anyone', Reach>>;

const everybodyLoggedIn: Holders = { member: 'own', operator: 'host' };
const townsfolk: Holders = { member: 'town' };

export const permissions = {
  'service.read': { anyone: 'open' },
  'demo.use': { anyone: 'open' },
  'wechat-events.receive': { anyone: 'open' },
  'logins.create': { anyone: 'open' },
  'logins.own': everybodyLoggedIn,
  'desktop-logins.confirm': { member: 'own' },
  'consents.own': { member: 'own' },

  'week.read': { anyone: 'public', member: 'town' },
  'files.read': { anyone: 'public', member: 'own', leader: 'group', approver: 'town', admin: 'town' },
  'files.create': { member: 'own' },

  'towns.read': { operator: 'host' },
  'towns.create': { operator: 'host' },
  'town.read': townsfolk,
  'town.write': { admin: 'town' },

  'groups.read': { member: 'town' },
  'groups.write': { admin: 'town' },
  'group.own': { member: 'own' },
  'members.read': { leader: 'group', committee: 'town', admin: 'town' },
  'members.write': { admin: 'town' },
  'members.phone': { leader: 'group', admin: 'town' },
  'members.remark': { admin: 'town' },
  'members.invite': { leader: 'group', admin: 'town' },
  'roles.write': { admin: 'town' },
  'roster-imports.write': { admin: 'town' },

  'lessons.read': { anyone: 'public', member: 'own', approver: 'town', admin: 'town' },
  'lessons.list': { member: 'own', approver: 'town', admin: 'town' },
  'lessons.write': { admin: 'town' },
  'themes.read': { approver: 'town', admin: 'town' },
  'themes.write': { admin: 'town' },
  'themes.approve': { approver: 'town' },
  'articles.read': { approver: 'town', admin: 'town' },
  'articles.write': { admin: 'town' },
  'official-account.write': { admin: 'town' },
  'official-accounts.write': { operator: 'host' },
  'pushes.read': { approver: 'town', admin: 'town' },
  'pushes.ring': { admin: 'town' },
  'deliveries.own': { member: 'own' },
  'deliveries.paper': { leader: 'group', admin: 'town' },
  'subscriptions.own': { member: 'own' },

  'check-ins.own': { member: 'own' },
  'check-ins.group': { leader: 'group' },
  'reflections.read': { member: 'own', leader: 'group', admin: 'town' },
  'reflections.write': { member: 'own', leader: 'group' },
  'reflections.review': { admin: 'town' },

  'study-sessions.read': townsfolk,
  'study-sessions.write': { leader: 'group', admin: 'town' },
  'session-count.write': { admin: 'town' },
  'session-actions.own': { member: 'own', leader: 'group', admin: 'town' },
  'attendance.read': { leader: 'group', committee: 'town', admin: 'town' },
  'attendance.write': { leader: 'group', admin: 'town' },
  'attendance.own': { member: 'own' },
  'sign-ins.own': { member: 'own' },
  'leaves.write': { member: 'own', leader: 'group' },
  'leaves.read': { member: 'own', leader: 'group', admin: 'town' },
  'leaves.decide': { leader: 'group', admin: 'town' },
  'make-ups.write': { member: 'own', leader: 'group' },
  'make-ups.read': { member: 'own', leader: 'group', admin: 'town' },
  'make-ups.decide': { leader: 'group', admin: 'town' },
  'exemptions.write': { admin: 'town' },
  'exemptions.read': { member: 'own', leader: 'group', committee: 'town', admin: 'town' },
  'study-hours.own': { member: 'own' },
  'study-hours.read': { leader: 'group', committee: 'town', admin: 'town' },
  'coverage.read': { leader: 'group', committee: 'town', admin: 'town' },

  'receipts.own': { member: 'own' },
  'receipts.read': { committee: 'town' },
  'assessment-months.read': { leader: 'group', committee: 'town', admin: 'town' },
  'annual-scores.own': { member: 'own' },
  'annual-scores.read': { committee: 'town', admin: 'town' },
  'annual-scores.figures': { committee: 'town' },
  'annual-scores.write': { committee: 'town' },
  'rubric.read': townsfolk,
  'rubric.write': { admin: 'town' },
  'rubric.preview': { committee: 'town', admin: 'town' },
  'ballots.own': { member: 'own' },
  'votes.read': { leader: 'group', committee: 'town', admin: 'town' },
  'votes.paper': { leader: 'group', committee: 'town', admin: 'town' },
  'votes.write': { admin: 'town' },
  'publications.draft': { committee: 'town' },
  'publications.write': { committee: 'town' },
  'publications.read': townsfolk,
  'publications.verify': { anyone: 'open' },
  'objections.own': { member: 'own' },
  'objections.log': { leader: 'group', committee: 'town', admin: 'town' },
  'objections.follow': { member: 'own', leader: 'group', committee: 'town', admin: 'town' },
  'objections.answer': { approver: 'town', committee: 'town', admin: 'town' },
  'score-adjustments.read': { committee: 'town' },
  'score-adjustments.write': { committee: 'town' },
  'score-entries.read': { committee: 'town' },
  'score-entries.write': { committee: 'town' },
  'score-entries.file': { member: 'own', committee: 'town' },
  'score-proposals.read': { leader: 'group', committee: 'town' },
  'score-proposals.write': { leader: 'group' },
  'score-proposals.decide': { committee: 'town' },
  'opening-entries.read': { committee: 'town', admin: 'town' },
  'opening-entries.write': { admin: 'town' },
  'working-days.read': townsfolk,
  'working-days.write': { admin: 'town' },

  'venues.read': townsfolk,
  'venues.write': { admin: 'town' },
  'venue-bookings.write': { leader: 'group', admin: 'town' },
  'practice-bases.read': townsfolk,
  'practice-bases.write': { admin: 'town' },
  'teachers.read': townsfolk,
  'teachers.write': { admin: 'town' },
  'teachers.phone': { leader: 'town', admin: 'town' },
  'teacher-invitations.read': { member: 'own', leader: 'group', admin: 'town' },
  'teacher-invitations.answer': { member: 'own', leader: 'group', admin: 'town' },
  'teacher-invitations.write': { leader: 'group', admin: 'town' },
  'session-feedback.own': { member: 'own' },
  'session-feedback.read': { leader: 'group', committee: 'town', admin: 'town' },
  'tags.read': townsfolk,
  'tags.write': { admin: 'town' },
  'courses.read': townsfolk,
  'courses.own': { member: 'own' },
  'courses.write': { admin: 'town' },
  'course-requests.plan': { leader: 'group', admin: 'town' },

  'schools.read': townsfolk,
  'schools.write': { leader: 'group', admin: 'town' },
  'organisation.read': townsfolk,
  'organisation.write': { admin: 'town' },
  'implementation-plans.read': townsfolk,
  'implementation-plans.write': { admin: 'town' },
  'complaints.own': { member: 'own' },
  'complaints.photo': { member: 'own', admin: 'town', operator: 'host' },
  'complaints.answer': { admin: 'town' },
  'complaints.escalated': { operator: 'host' },

  'paperwork.read': townsfolk,
  'paperwork.settings': { admin: 'town' },
  'paperwork.sessions': { leader: 'group', admin: 'town' },
  'paperwork.groups': { leader: 'group', admin: 'town' },
  'paperwork.members': { member: 'own', admin: 'town' },
  'paperwork.town': { admin: 'town' },
  'paperwork.scores': { committee: 'town' },
  'paperwork.published': { committee: 'town', admin: 'town' },
  'paperwork.bundles': { admin: 'town' },

  'notices.own': { member: 'own' },
  'audit.read': { admin: 'town' },
} as const satisfies Record<string, Holders>;

export type Permission = keyof typeof permissions;

const width: Record<Reach, number> = { open: 0, public: 1, own: 2, group: 3, town: 4, host: 5 };

/** How far these roles may go with a capability; null means not at all. An empty list of roles is an anonymous caller. */
export function reachOf(permission: Permission, held: readonly Role[]): Reach | null {
  const holders: Holders = permissions[permission];
  const reaches = [holders.anyone, ...held.map((role) => holders[role])].filter((reach) => reach !== undefined);
  return reaches.reduce<Reach | null>((widest, reach) => (widest && width[widest] >= width[reach] ? widest : reach), null);
}
