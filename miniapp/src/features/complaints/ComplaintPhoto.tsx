import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { dropFile, pickPictures } from '@/platform/files';
import { Picture } from '../reflections/Picture';
import styles from './complaints.module.scss';

/** One photo that shows what is meant; nobody has to add any, and it can be taken away until it is sent. */
export function ComplaintPhoto({ place, onChange }: { place: string | null; onChange: (place: string | null) => void }) {
  const choose = async () => {
    const [chosen] = await pickPictures(1);
    if (!chosen) return;
    if (place) dropFile(place);
    onChange(chosen);
  };
  const drop = () => {
    if (place) dropFile(place);
    onChange(null);
  };
  return (
    <View className={styles.photo}>
      {place && <Picture key={place} square place={place} fileId={null} label="要交的照片" />}
      <View>
        <Button kind="line" size="small" icon="camera" onTap={() => void choose()}>
          {place ? '换一张' : '加一张照片，可以不加'}
        </Button>
        {place && (
          <Button kind="text" size="small" onTap={drop}>
            去掉照片
          </Button>
        )}
      </View>
    </View>
  );
}
