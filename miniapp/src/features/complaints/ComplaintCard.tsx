import { View } from '@tarojs/components';
import { complaintAboutNames } from '@weidangxiao/shared/rules/complaint.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { fetchComplaintPhoto } from '@/platform/files';
import { enlargePicture } from '@/platform/screen';
import { Picture } from '../reflections/Picture';
import { type Complaint, whereItIs } from './complaints';
import styles from './complaints.module.scss';

/** What was written, where it lies, and the answer with its day. */
export function ComplaintCard({ complaint }: { complaint: Complaint }) {
  const { id, about, text, anonymous, hasPhoto, receivedOn, state, atDistrict, toDistrictOn, answer } = complaint;
  return (
    <Card>
      <View className={styles.line}>
        <Chip tone={state === 'answered' ? 'green' : 'amber'}>{whereItIs(complaint)}</Chip>
        <Words as="note">{`${complaintAboutNames[about]}，${dateInChinese(receivedOn)}收到`}</Words>
      </View>
      <Words>{text}</Words>
      {hasPhoto && <Photo id={id} anonymous={anonymous} />}
      {answer ? (
        <View className={styles.answer}>
          <Words as="note">{`${answer.from === 'district' ? '区里' : (answer.by?.name ?? '镇里')}，${dateInChinese(answer.on)}答复`}</Words>
          <Words>{answer.text}</Words>
        </View>
      ) : (
        <Words as="note">{atDistrict ? '已经交到区里' : `镇里没有答复，${dateInChinese(toDistrictOn)}交到区里`}</Words>
      )}
    </Card>
  );
}

/** Of an anonymous one nobody can be known as its writer, so only those who answer it see the photo. */
function Photo({ id, anonymous }: { id: string; anonymous: boolean }) {
  if (anonymous) return <Words as="note">附了一张照片，只给办这件事的人看</Words>;
  return (
    <View className={styles.shown}>
      <Tap label="照片，看大图" onTap={() => void fetchComplaintPhoto(id).then(enlargePicture, () => undefined)}>
        <Picture square fileId={id} find={fetchComplaintPhoto} label="交上去的照片" />
      </Tap>
    </View>
  );
}
