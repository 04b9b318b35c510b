import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { dayOf, timeOf } from '@/components/dates';
import { Words } from '@/components/Words';
import { enlargePicture } from '@/platform/screen';
import { fetchFile } from '@/platform/files';
import { Tap } from '@/components/Tap';
import { Spoken } from '../groups/Spoken';
import { Picture } from '../reflections/Picture';
import styles from './SessionRecord.module.scss';
import type { SessionAction, SessionDetail } from './sessions';

/** What a close-out has put on record, and every dated change after it with before and after. */
export function SessionRecord({ session: { record, actions, changes, closed } }: { session: SessionDetail }) {
  return (
    <>
      {record && closed && (
        <View className={styles.part}>
          <Words as="title">记下的</Words>
          <Card>
            {record.text && <Words>{record.text}</Words>}
            {record.voice && <Spoken voice={record.voice} />}
            <Part label="讲了什么" text={record.covered} />
            <Part label="谁发了言" text={record.spoke.map(({ name }) => name).join('、')} />
            <Part label="找到的差距" text={record.gap} />
            {actions.map((action) => (
              <Part key={action.id} label="下一步" text={actionText(action)} />
            ))}
            <Photos ids={record.photos} />
            <Words as="note" className={styles.label}>
              {closed.by.name}，{dayOf(closed.at)} {timeOf(closed.at)}收尾
            </Words>
          </Card>
        </View>
      )}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

/** 王兴蓉11月26日以前：把桥头那一段沟清完（做好了） */
export function actionText({ member, due, text, done }: SessionAction): string {
  return `${member.name}，${dateInChinese(due)}以前：${text}${done ? '。做好了' : ''}`;
}

function Part({ label, text }: { label: string; text: ReactNode }) {
  if (!text) return null;
  return (
    <>
      <View className={styles.label}>{label}</View>
      <Words>{text}</Words>
    </>
  );
}

function Photos({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <View className={styles.photos}>
      {ids.map((id, at) => (
        <Tap key={id} label={`照片${at + 1}，看大图`} onTap={() => void fetchFile(id).then(enlargePicture, () => undefined)}>
          <Picture square fileId={id} label={`照片${at + 1}`} />
        </Tap>
      ))}
    </View>
  );
}

function Changes({ changes }: Pick<SessionDetail, 'changes'>) {
  return (
    <View className={styles.part}>
      <Words as="title">后来的变动</Words>
      <Card rows>
        {changes.map(({ id, by, at, why, lines }) => (
          <View key={id} className={styles.change}>
            <Words as="note">
              {by.name}，{dayOf(at)} {timeOf(at)}：{why}
            </Words>
            {lines.map(({ field, label, before, after }) => (
              <Words key={`${field}${label}`}>{`${label || '记录'}：${before ?? '没有'}，改为${after ?? '没有'}`}</Words>
            ))}
          </View>
        ))}
      </Card>
    </View>
  );
}
