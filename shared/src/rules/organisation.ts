export const postRoles = ['secretary', 'publicity'] as const;
export type PostRole = (typeof postRoles)[number];
/** As the source calls them. */
export const postRoleNames: Readonly<Record<PostRole, string>> = { secretary: '书记', publicity: '宣统委员' };

export const mostPosts = 60;
export const mostDuties = 12;
/** More steps than this nobody can draw on a page. */
export const deepestPost = 6;

export interface ChartPost {
  readonly id: string;
  readonly title: string;
  readonly role: PostRole | null;
  readonly parentId: string | null;
}

export interface ChartFault {
  /** Which post, by its place in the list. */
  readonly at: number;
  readonly field: 'id' | 'role' | 'parentId';
  readonly reason: string;
}

/** The first thing that keeps these posts from being a tree; null for a chart that can be drawn. */
export function faultInChart(posts: readonly ChartPost[]): ChartFault | null {
  const byId = new Map(posts.map((post) => [post.id, post]));
  for (const [at, post] of posts.entries()) {
    const fault = twice(posts, at) ?? hanging(byId, post);
    if (fault) return { at, ...fault };
  }
  return null;
}

function twice(posts: readonly ChartPost[], at: number): Omit<ChartFault, 'at'> | null {
  const [post, earlier] = [posts[at], posts.slice(0, at)];
  if (!post) return null;
  if (earlier.some(({ id }) => id === post.id)) return { field: 'id', reason: '同一个岗位写了两次' };
  if (post.role && earlier.some(({ role }) => role === post.role)) return { field: 'role', reason: `“${postRoleNames[post.role]}”只能有一个岗位` };
  return null;
}

function hanging(byId: ReadonlyMap<string, ChartPost>, post: ChartPost): Omit<ChartFault, 'at'> | null {
  const above = new Set([post.id]);
  for (let next = post.parentId; next !== null; next = byId.get(next)?.parentId ?? null) {
    if (!byId.has(next)) return { field: 'parentId', reason: `“${post.title}”的上级岗位不在表里` };
    if (above.has(next)) return { field: 'parentId', reason: `“${post.title}”绕了一圈又归自己管` };
    above.add(next);
  }
  return above.size > deepestPost ? { field: 'parentId', reason: `最多${deepestPost}层，“${post.title}”太深了` } : null;
}
