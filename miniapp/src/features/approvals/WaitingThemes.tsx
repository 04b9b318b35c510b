import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import type { Stored } from '@/platform/stored';
import { weekLabel } from '../groups/group-week';
import { pages } from '../groups/groups';
import styles from './Waiting.module.scss';
import type { WaitingTheme } from './approvals';

/** Themes that were handed in, the nearest Monday first. */
export function WaitingThemes({ themes }: { themes: Stored<readonly WaitingTheme[]> }) {
  return (
    <View className={styles.section}>
      <Words as="title">每周主题</Words>
      <Loaded stored={themes} what="待审的主题">
        {(items) =>
          items.length === 0 ? (
            <Words as="minor">没有等着审的主题。</Words>
          ) : (
            <Card rows>
              {items.map(({ id, monday, title, lessons }) => (
                <Row key={id} title={title.replace('\n', '')} note={`${weekLabel(monday)}，${dateInChinese(monday)}发，${lessons}课`} onTap={() => open(pages.theme, { id })} />
              ))}
            </Card>
          )
        }
      </Loaded>
    </View>
  );
}
