import { View } from '@tarojs/components';
import { Row } from '@/components/Row';
import { useAct } from '@/platform/act';
import { openFile } from '@/platform/files';
import { bytesInWords } from './bytes';
import styles from './blocks.module.scss';

/** A document that belongs to the lesson, opened by the phone. */
export function FileBlock({ fileId, name, bytes }: { fileId: string; name: string; bytes: number }) {
  const { busy, fault, run } = useAct();
  return (
    <View className={styles.plain}>
      <Row icon="file-text" title={name} note={fault ?? (busy ? '正在打开' : bytesInWords(bytes))} onTap={() => run(() => openFile(fileId, name))} />
    </View>
  );
}
