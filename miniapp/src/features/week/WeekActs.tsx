import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Grain } from '@/components/Grain';
import { open } from '@/platform/navigation';
import type { OwnCheckIn } from '../check-ins/own-check-in';
import { type NextAct, pages, type Theme } from './week';
import styles from './WeekActs.module.scss';

/** The card's buttons: one in red while there is something to do, none in red when the week is done. */
export function WeekActs({ theme, next, own }: { theme: Theme; next: NextAct; own: OwnCheckIn }) {
  const query = { monday: theme.monday };
  if (next.act === 'done') {
    return (
      <View className={styles.acts}>
        <View className={styles.done}>{own.state === 'waiting' ? <Chip tone="amber">已存在本机，联网后自动上传</Chip> : <Done />}</View>
        <Button kind="plain" onTap={() => open(pages.checkIns, query)}>
          看一看
        </Button>
      </View>
    );
  }
  if (next.act === 'none') return null;
  const read = next.act === 'read' ? next : null;
  return (
    <View className={styles.acts}>
      <Button grow onTap={() => (read ? open(pages.lesson, { id: read.lesson.id, ...query }) : open(pages.checkIn, query))}>
        {read ? `去学第${read.number}课` : '写一句收获'}
      </Button>
      {read?.lesson.audio && (
        <Button kind="plain" icon="headphones" onTap={() => open(pages.lesson, { id: read.lesson.id, ...query, listen: '1' })}>
          听
        </Button>
      )}
    </View>
  );
}

function Done() {
  return (
    <Chip tone="gold">
      <Grain filled />
      这一周，打过卡了
    </Chip>
  );
}
