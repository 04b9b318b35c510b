import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import { type Post, postsBelow } from './schools';
import styles from './schools.module.scss';

/** A post, whoever holds it, what it is there for; those below it moved in by one step. */
export function ChartPosts({ posts, parentId }: { posts: readonly Post[]; parentId: string | null }) {
  return (
    <>
      {postsBelow(posts, parentId).map((post) => (
        <View key={post.id}>
          <Card>
            <Words as="minor">{post.title}</Words>
            <Words className={styles.holder}>{post.holder.member?.name ?? (post.holder.text || '还没有人')}</Words>
            {post.duties.map((duty) => (
              <Words key={duty} as="note">
                {duty}
              </Words>
            ))}
          </Card>
          <View className={styles.below}>
            <ChartPosts posts={posts} parentId={post.id} />
          </View>
        </View>
      ))}
    </>
  );
}
