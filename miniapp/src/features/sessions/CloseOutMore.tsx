import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { useAppearance } from '@/platform/appearance';
import { dropFile, pickPictures } from '@/platform/files';
import { Picture } from '../reflections/Picture';
import type { CloseOutProps } from './CloseOut';
import styles from './CloseOut.module.scss';
import { CloseOutStep } from './CloseOutStep';

const mostPhotos = 9;
const days = [
  { value: '7', name: '一周内' },
  { value: '14', name: '两周内' },
  { value: '30', name: '一个月内' },
] as const;

/** What need not be there: a gap, a next step with a person and a date, photos. */
export function CloseOutMore(props: CloseOutProps) {
  const { draft } = props;
  const elder = useAppearance((appearance) => appearance.elder);
  const begun = draft.gap !== '' || draft.action.text !== '' || draft.photos.length > 0;
  const [open, setOpen] = useState(begun);
  if (!open) {
    return (
      <View className={styles.mic}>
        <Button kind="text" size="small" icon="plus" onTap={() => setOpen(true)}>
          {elder ? '差距、照片，可不填' : '差距、下一步、照片，可以不填'}
        </Button>
      </View>
    );
  }
  return (
    <>
      <NextStep {...props} />
      <Photos {...props} />
    </>
  );
}

function NextStep({ people, draft, put }: CloseOutProps) {
  const { action, gap } = draft;
  const putAction = (part: Partial<typeof action>) => put({ action: { ...action, ...part } });
  const options = people.filter(({ guest }) => !guest).map(({ memberId, name }) => ({ value: memberId, name }));
  const asked = action.text.trim() !== '';
  return (
    <CloseOutStep number={5} name="差距和下一步" done={gap.trim() !== '' || (asked && action.memberId !== null)}>
      <Field spoken label="找到什么差距" value={gap} onChange={(value) => put({ gap: value })} longest={300} placeholder="说得多，动手的少" />
      <Field spoken label="下一步做什么" value={action.text} onChange={(text) => putAction({ text })} longest={200} placeholder="把桥头那一段沟清完" />
      {asked && (
        <>
          <View className={styles.label}>谁来做</View>
          <Picks label="谁来做" options={options} chosen={action.memberId ? [action.memberId] : []} onPick={(memberId) => putAction({ memberId })} />
          <View className={styles.label}>什么时候以前</View>
          <Picks label="什么时候以前" options={days} chosen={days.filter(({ value }) => Number(value) === action.days).map(({ value }) => value)} onPick={(value) => putAction({ days: Number(value) })} />
        </>
      )}
    </CloseOutStep>
  );
}

function Photos({ draft, put }: CloseOutProps) {
  const { photos } = draft;
  const add = async () => put({ photos: [...photos, ...(await pickPictures(mostPhotos - photos.length))] });
  const drop = (place: string) => {
    dropFile(place);
    put({ photos: photos.filter((one) => one !== place) });
  };
  return (
    <CloseOutStep number={6} name="照片" done={photos.length > 0}>
      <View className={styles.photos}>
        {photos.map((place, at) => (
          <View key={place}>
            <Picture square place={place} fileId={null} label={`第${at + 1}张照片`} />
            <Button kind="text" size="small" onTap={() => drop(place)}>
              去掉
            </Button>
          </View>
        ))}
      </View>
      {photos.length < mostPhotos && (
        <Button kind="line" size="small" icon="camera" onTap={() => void add()}>
          加照片
        </Button>
      )}
    </CloseOutStep>
  );
}
