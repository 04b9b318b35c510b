/** Who a member is; the five that the source names. A town may add words of its own. */
export const memberTags = ['party_member', 'cadre', 'reserve', 'rich_leader', 'villager'] as const;

export const memberTagNames: Readonly<Record<(typeof memberTags)[number], string>> = { party_member: '党员', cadre: '镇村干部', reserve: '后备力量', rich_leader: '致富带头人', villager: '群众' };

/** So many words of its own a town may use at a time: more of them, and nobody knows any longer who is meant. */
export const mostOwnTags = 12;
export const longestOwnTag = 10;

/** One of the five. */
export function isMemberTag(tag: string): tag is (typeof memberTags)[number] {
  return (memberTags as readonly string[]).includes(tag);
}

/** As people read it: a word of the town's own is its own name. */
export function tagInChinese(tag: string): string {
  return isMemberTag(tag) ? memberTagNames[tag] : tag;
}
