import { View } from '@tarojs/components';
import { complaintAboutNames } from '@weidangxiao/shared/rules/complaint.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Words } from '@/components/Words';
import { type Complaint, whereItIs } from './complaints';
import styles from './complaints.module.scss';

/** What was written, where it lies, and the answer with its day. */
export function ComplaintCard({ complaint }: { complaint: Complaint }) {
  const { about, text, receivedOn, state, atDistrict, toDistrictOn, answer } = complaint;
  return (
    <Card>
      <View className={styles.line}>
        <Chip tone={state === 'answered' ? 'green' : 'amber'}>{whereItIs(complaint)}</Chip>
        <Words as="note">{`${complaintAboutNames[about]}，${dateInChinese(receivedOn)}收到`}</Words>
      </View>
      <Words>{text}</Words>
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
