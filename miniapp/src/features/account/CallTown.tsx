import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { telephone } from '@/platform/navigation';
import styles from './CallTown.module.scss';
import { useTown } from './town';

/** Under what somebody may find wrong: a person to ask. */
export function CallTown() {
  const number = useTown().value?.contactPhone;
  if (!number) return null;
  return (
    <View className={styles.call}>
      <Button kind="line" icon="phone" onTap={() => telephone(number)}>
        有不对的，打电话问
      </Button>
    </View>
  );
}
