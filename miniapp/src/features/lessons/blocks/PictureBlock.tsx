import { Image, View } from '@tarojs/components';
import type { ImageBlock } from '@weidangxiao/shared/contract/blocks.ts';
import { useEffect, useState } from 'react';
import { enlargePicture } from '@/platform/screen';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { fetchFile, publicFileBytes } from '@/platform/files';
import { useNetwork } from '@/platform/network';
import { bytesInWords } from './bytes';
import styles from './blocks.module.scss';

/** A picture costs data: its size is said first, and it comes on a tap. Another tap shows it whole. */
export function PictureBlock({ image }: { image: ImageBlock }) {
  const [place, setPlace] = useState<string | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const load = () => {
    setState('loading');
    fetchFile(image.fileId).then(setPlace, () => setState('failed'));
  };
  return (
    <View className={styles.figure}>
      {place ? (
        <Tap className={styles.shown} label={`${image.alt || '照片'}，放大看`} onTap={() => enlargePicture(place)}>
          <Image className={styles.picture} src={place} mode="widthFix" />
        </Tap>
      ) : (
        <Ask fileId={image.fileId} state={state} alt={image.alt} onTap={load} />
      )}
      {image.caption && <View className={styles.caption}>{image.caption}</View>}
    </View>
  );
}

function Ask({ fileId, state, alt, onTap }: { fileId: string; state: 'idle' | 'loading' | 'failed'; alt: string; onTap: () => void }) {
  const size = useSize(fileId);
  const words = { idle: `点一下看照片${size}`, loading: '正在取照片', failed: '照片没取到，再点一次。文字可以接着看' } as const;
  return (
    <Tap className={styles.frame} onTap={onTap} disabled={state === 'loading'}>
      <Icon name="image" />
      <View>{words[state]}</View>
      {alt && <View>{alt}</View>}
    </Tap>
  );
}

function useSize(fileId: string): string {
  const online = useNetwork((network) => network.online);
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    if (online) void publicFileBytes(fileId).then(setBytes);
  }, [fileId, online]);
  return bytes === null ? '' : `，${bytesInWords(bytes)}`;
}
