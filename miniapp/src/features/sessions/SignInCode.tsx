import { Image, View } from '@tarojs/components';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { isOwnWay } from '@weidangxiao/shared/rules/attendance.ts';
import { useMemo } from 'react';
import { accessible } from '@/components/accessible';
import { timeOf } from '@/components/dates';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { useDemo } from '@/platform/demo';
import { pageAddress } from '@/platform/navigation';
import type { RollPerson } from '../roll-call/roll-people';
import { qrDrawing } from './qr-drawing';
import styles from './SignInCode.module.scss';

export type Code = Answer<'createSignInCode'>;

/** Four digits to copy onto the blackboard, and a code for the camera: WeChat's own, or a drawn one that a browser opens. */
export function SignInCode({ code: { digits, opensAt, closesAt, image, page, scene } }: { code: Code }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const demo = useDemo(({ about }) => about?.demo ?? false);
  // The demo's WeChat is none that a camera knows.
  const drawn = useMemo(() => (image && !demo ? image : qrDrawing(pageAddress(page, { scene }))), [image, demo, page, scene]);
  return (
    <>
      <View className={styles.digits} {...accessible({ label: `签到码${[...digits].join(' ')}` })}>
        {[...digits].map((digit, at) => (
          <View key={at} className={styles.digit}>
            {digit}
          </View>
        ))}
      </View>
      <Words className={styles.when}>
        {timeOf(opensAt, elder)}起可以签，到{timeOf(closesAt, elder)}为止
      </Words>
      <View className={styles.square}>
        <Image className={styles.image} src={drawn} ariaLabel="签到的二维码" />
      </View>
      <Words as="note" className={styles.when}>
        用微信扫，或者在小程序里输四个数字；没带手机的，请你点名
      </Words>
    </>
  );
}

/** Who has signed so far, by themselves or by a neighbour. */
export function SignedSoFar({ people }: { people: readonly RollPerson[] }) {
  const signed = people.filter(({ standing }) => standing.some(({ way, status }) => isOwnWay(way) && status !== null));
  return (
    <View className={styles.who}>
      <Words as="title">签了{signed.length}人</Words>
      <Words as="minor" className={styles.names}>
        {signed.length > 0 ? signed.map(({ name }) => name).join('、') : '还没有人签'}
      </Words>
    </View>
  );
}
