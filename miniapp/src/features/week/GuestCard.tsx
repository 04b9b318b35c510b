import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import { pages } from './week';
import styles from './GuestCard.module.scss';

/** Reading needs no login; recording does. */
export function GuestCard() {
  return (
    <Card>
      <Words as="minor" className={styles.words}>
        不登录也能看。登录以后，打卡和得分记在你的名下。
      </Words>
      <Button kind="line" onTap={() => open(pages.login)}>
        登录
      </Button>
    </Card>
  );
}

/** Opened without a card or code, so no town is known. */
export function NoTown() {
  return (
    <EmptyState icon="smartphone" title="还不知道你是哪个镇的" text="从群里的学习卡片打开，或者登录，就能看到本周的主题。">
      <Button onTap={() => open(pages.login)}>登录</Button>
    </EmptyState>
  );
}
