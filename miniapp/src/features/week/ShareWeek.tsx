import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { copied } from '@/platform/clipboard';
import { pageAddress, say } from '@/platform/navigation';
import { shareCard } from './share-card';
import styles from './ShareWeek.module.scss';
import type { Week } from './week';

/** 发到群里: WeChat's own way to send the page's card; in a browser its address, to paste into the group. The page says what the card is. */
export function ShareWeek({ week }: { week: Week }) {
  return <View className={styles.act}>{process.env.TARO_ENV === 'weapp' ? <SendCard /> : <CopyAddress week={week} />}</View>;
}

function SendCard() {
  return (
    <Button kind="line" icon="share" open={{ openType: 'share' }}>
      发到群里
    </Button>
  );
}

function CopyAddress({ week }: { week: Week }) {
  const copy = async () => {
    const words = `${shareCard(week).title} ${pageAddress('pages/week/index', { town: week.town.code, monday: week.theme?.monday ?? week.monday })}`;
    say((await copied(words)) ? '复制好了，到微信群里粘贴' : '没复制成，再点一次');
  };
  return (
    <Button kind="line" icon="share" onTap={() => void copy()}>
      复制链接，发到群里
    </Button>
  );
}
