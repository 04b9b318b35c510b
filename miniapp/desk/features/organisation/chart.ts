import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type Chart = Answer<'getOrganisation'>;
export type Post = Chart['posts'][number];

/** The posts as they hang below each other: each after its parent, with its depth. Whoever hangs on nothing stands at the top. */
export function inOrder(posts: readonly Post[]): { post: Post; depth: number }[] {
  const known = new Set(posts.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): { post: Post; depth: number }[] =>
    posts.filter((post) => (post.parentId !== null && known.has(post.parentId) ? post.parentId : null) === parentId).flatMap((post) => [{ post, depth }, ...below(post.id, depth + 1)]);
  return below(null, 0);
}

/** The post and all that hangs below it. */
export function branchOf(posts: readonly Post[], id: string): Set<string> {
  const branch = new Set([id]);
  for (const { id: below } of posts.filter(({ parentId }) => parentId === id)) for (const one of branchOf(posts, below)) branch.add(one);
  return branch;
}

/** The chart as it is sent back. */
export function bodyOf(posts: readonly Post[]) {
  return posts.map(({ holder, ...post }) => ({ ...post, holderId: holder.member?.memberId ?? null, holderText: holder.member ? '' : holder.text }));
}
