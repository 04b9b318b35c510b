import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { fetchFile } from '@/platform/files';
import { Tap } from '@/components/Tap';
import styles from './Picture.module.scss';

interface PictureProps {
  place?: string | null;
  fileId: string | null;
  label: string;
  square?: boolean;
  /** How it comes from the server, where that is not as other files. */
  find?: (id: string) => Promise<string>;
}

/** A picture, from this phone or, with the reader's login, from the server. */
export function Picture({ place = null, fileId, label, square, find = fetchFile }: PictureProps) {
  const [source, setSource] = useState(place);
  const [failed, setFailed] = useState(false);
  const [round, again] = useState(0);
  useEffect(() => {
    if (place || !fileId) return undefined;
    let wanted = true;
    setFailed(false);
    find(fileId).then(
      (found) => wanted && setSource(found),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [place, fileId, find, round]);
  if (failed) {
    return (
      <Tap className={square ? styles.square : styles.waiting} label={`${label}没取到，再试一次`} onTap={() => again(round + 1)}>
        没取到，点一下再试
      </Tap>
    );
  }
  if (!source) return <View className={square ? styles.square : styles.waiting}>正在取照片</View>;
  return <Image className={square ? styles.square : styles.wide} mode={square ? 'aspectFill' : 'widthFix'} src={source} ariaLabel={label} />;
}
