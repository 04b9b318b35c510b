import { Video, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { stop } from '@/platform/audio';
import { publicFileUrl } from '@/platform/files';
import { clockTime } from '../clock-time';
import styles from './blocks.module.scss';

/** A video, streamed only after a tap: it costs the most data. */
export function VideoBlock({ fileId, seconds, title }: { fileId: string; seconds?: number | undefined; title: string }) {
  const [state, setState] = useState<'idle' | 'open' | 'failed'>('idle');
  const show = () => {
    stop();
    setState('open');
  };
  return (
    <View className={styles.figure}>
      {state === 'open' ? (
        <Video id={`video-${fileId}`} className={styles.video} src={publicFileUrl(fileId)} autoplay controls showCenterPlayBtn onError={() => setState('failed')} />
      ) : (
        <Tap className={styles.frame} onTap={show}>
          <Icon name="play" />
          <View>{state === 'failed' ? '视频没取到，再点一次。文字可以接着看' : `点一下看视频${seconds ? `，${clockTime(seconds)}` : ''}，最好连上无线网`}</View>
        </Tap>
      )}
      {title && <View className={styles.caption}>{title}</View>}
    </View>
  );
}
