import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { openArticle } from '@/platform/official-article';
import styles from './ArticleLink.module.scss';

/** The same theme in the town's official account, to pass on to others. */
export function ArticleLink({ url }: { url: string }) {
  return (
    <Tap className={styles.link} role="link" onTap={() => openArticle(url)}>
      <Icon name="file-text" size="s" />
      <View className={styles.words}>公众号文章</View>
      <Icon name="chevron-right" size="s" />
    </Tap>
  );
}
