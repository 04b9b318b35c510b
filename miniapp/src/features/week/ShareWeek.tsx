import { Button } from '@/components/Button';
import { pageAddress, say } from '@/platform/navigation';
import { copied } from '@/platform/clipboard';
import { shareCard } from './share-card';
import type { Week } from './week';

/** 发到群里: WeChat's own way to send the page's card; in a browser its address, to paste into the group. The page says what the card is. */
export function ShareWeek({ week }: { week: Week }) {
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <Button kind="line" icon="share" open={{ openType: 'share' }}>
        发到群里
      </Button>
    );
  }
  const copy = () => {
    void copied(`${shareCard(week).title} ${pageAddress('pages/week/index', { town: week.town.code, monday: week.theme?.monday ?? week.monday })}`).then((done) => say(done ? '复制好了，到微信群里粘贴' : '没复制成，再点一次'));
  };
  return (
    <Button kind="line" icon="share" onTap={copy}>
      复制链接，发到群里
    </Button>
  );
}
