import { View } from '@tarojs/components';
import { useUnload } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Page } from '@/components/Page';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { appearanceClass, setAppearance, useAppearance, wechatTypeIsLarge } from '@/platform/appearance';
import { back } from '@/platform/navigation';
import styles from './index.module.scss';

/** Offered once, at the first opening, as two samples of text. Where WeChat's own type is large, the large one comes first. */
export default function ElderOfferPage() {
  const [large] = useState(wechatTypeIsLarge);
  const [elder, setElder] = useState(large);
  useUnload(() => setAppearance({ offered: true }));
  const choose = () => {
    setAppearance({ elder, offered: true });
    back();
  };
  return (
    <Page title="字的大小" foot={<Button onTap={choose}>就用这个</Button>}>
      <Words as="page">哪一种看着舒服</Words>
      {(large ? [true, false] : [false, true]).map((big) => (
        <Sample key={String(big)} elder={big} chosen={elder === big} onTap={() => setElder(big)} />
      ))}
      <Words as="note" className={styles.later}>
        以后在“我的”里随时可以换。
      </Words>
    </Page>
  );
}

function Sample({ elder, chosen, onTap }: { elder: boolean; chosen: boolean; onTap: () => void }) {
  const theme = useAppearance((appearance) => appearance.theme);
  return (
    <Tap className={classes(appearanceClass({ elder, theme }), styles.sample, chosen && styles.chosen)} role="radio" checked={chosen} onTap={onTap}>
      <View className={styles.name}>{elder ? '长辈版' : '标准'}</View>
      <Words>到了秋天，坡上有了谷子、洋芋。</Words>
      <Words as="note">{elder ? '字大、按钮大、内容少' : '一屏看得多一些'}</Words>
    </Tap>
  );
}
