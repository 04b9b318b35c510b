/** From outside: the party school and the organisations above. Local: the three kinds that the source names. */
export const teacherKinds = ['party_school', 'upper_organisation', 'cadre', 'reserve', 'rich_leader'] as const;
export type TeacherKind = (typeof teacherKinds)[number];

export const teacherKindNames: Readonly<Record<TeacherKind, string>> = {
  party_school: '党校教师',
  upper_organisation: '上级党组织',
  cadre: '优秀干部',
  reserve: '后备力量',
  rich_leader: '致富带头人',
};

/** Only somebody local can also be a member of the town. */
export function isLocal(kind: TeacherKind): boolean {
  return kind !== 'party_school' && kind !== 'upper_organisation';
}

export const invitationStates = ['invited', 'accepted', 'declined', 'withdrawn'] as const;
export type InvitationState = (typeof invitationStates)[number];
export type InvitationEvent = 'accept' | 'decline' | 'withdraw' | 'move';

/**
 * The whole machine: what is not here cannot happen. People change their minds, and answers that were logged wrongly are
 * set right; a yes to another time is no yes, so a move asks again.
 */
const moves: Readonly<Record<InvitationState, Partial<Record<InvitationEvent, InvitationState>>>> = {
  invited: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', move: 'invited' },
  accepted: { decline: 'declined', withdraw: 'withdrawn', move: 'invited' },
  declined: { accept: 'accepted', withdraw: 'withdrawn', move: 'invited' },
  withdrawn: {},
};

export const invitationStateNames: Readonly<Record<InvitationState, string>> = { invited: '等答复', accepted: '答应了', declined: '来不了', withdrawn: '已撤回' };

/** The next state, or null where this event cannot happen. */
export function moveInvitation(state: InvitationState, event: InvitationEvent): InvitationState | null {
  return moves[state][event] ?? null;
}
