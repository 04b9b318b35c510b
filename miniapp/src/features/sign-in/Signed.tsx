import { View } from '@tarojs/components';
import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { accessible } from '@/components/accessible';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { dayOf, timeOf } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { back } from '@/platform/navigation';
import type { Helped, Outcome, SignInAnswer } from './sign-in';
import styles from './Signed.module.scss';

interface Told {
  readonly sure: boolean;
  readonly title: string;
  readonly text: string;
}

/** What stands in this session's record now, or that it waits. Green only for what counts. */
export function Signed({ outcome, helped, onHelp }: { outcome: Outcome; helped: Helped | null; onHelp: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { sure, title, text } = outcome.at === 'server' ? told(outcome.answer, helped) : kept(outcome.capturedAt);
  return (
    <View className={styles.signed} {...accessible({ role: 'status', live: 'polite' })}>
      <View className={classes(styles.mark, sure && styles.sure)}>
        <Icon name={sure ? 'check' : 'clock'} size="l" />
      </View>
      <Words as="page" className={styles.title}>
        {title}
      </Words>
      {outcome.at === 'server' && <Words>{outcome.answer.session.title}</Words>}
      <Words as="minor" className={styles.text}>
        {text}
      </Words>
      <View className={styles.acts}>
        <Button size={elder ? 'huge' : 'm'} onTap={back}>
          好
        </Button>
        {!elder && (
          <Button kind="plain" onTap={onHelp}>
            替没带手机的人签
          </Button>
        )}
      </View>
    </View>
  );
}

function told({ result, status, member, capturedAt, receivedAt }: SignInAnswer, helped: Helped | null): Told {
  const who = helped ? member.name : '';
  const at = `${dayOf(capturedAt)} ${timeOf(capturedAt)}`;
  if (result === 'waiting') return { sure: false, title: '已记下，等核对', text: `${at}签的，${timeOf(receivedAt)}收到。组长看过两个时间就定，不用再签。` };
  const word = status ? attendanceStatusNames[status] : '到';
  if (result === 'counts') return { sure: true, title: who ? `${who}签到了` : '签到了', text: status === 'late' ? `${at}，开始十五分钟以后来的，记作迟到。` : `${at}，记作到场。` };
  const here = status === 'present' || status === 'late' || status === 'left_early' || status === 'made_up';
  if (here) return { sure: true, title: who ? `${who}已经签过了` : '已经签过了', text: `这一场记的是“${word}”，不用再签。` };
  return { sure: false, title: `组长记的是“${word}”`, text: '人来了，请当面跟组长说一声，改过来就行。' };
}

function kept(capturedAt: number): Told {
  return { sure: false, title: '已记下，等核对', text: `现在没有网络。${timeOf(capturedAt)}签的，存在本机，联网后自动上传，不用再签。` };
}
