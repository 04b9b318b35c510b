export type ReflectionState = 'draft' | 'in_review' | 'published' | 'returned';
export type ReflectionEvent = 'change' | 'submit' | 'publish' | 'return';

/** The whole machine: what is not here cannot happen. What is published stays as it was read. */
const moves: Readonly<Record<ReflectionState, Partial<Record<ReflectionEvent, ReflectionState>>>> = {
  draft: { change: 'draft', submit: 'in_review' },
  in_review: { publish: 'published', return: 'returned' },
  published: {},
  returned: { change: 'returned', submit: 'in_review' },
};

export const reflectionStateNames: Readonly<Record<ReflectionState, string>> = {
  draft: '草稿',
  in_review: '待审',
  published: '已发布',
  returned: '已退回',
};

/** The next state, or null where this event cannot happen. */
export function moveReflection(state: ReflectionState, event: ReflectionEvent): ReflectionState | null {
  return moves[state][event] ?? null;
}

/** The states in which this event can happen. */
export function statesBefore(event: ReflectionEvent): ReflectionState[] {
  return (Object.keys(moves) as ReflectionState[]).filter((state) => moveReflection(state, event) !== null);
}
