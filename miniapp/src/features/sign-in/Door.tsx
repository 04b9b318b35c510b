import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { timeOf } from '@/components/dates';
import { NoteBar } from '@/components/NoteBar';
import { Phrases } from '@/components/Phrases';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { businessNow } from '@/platform/clock';
import { say } from '@/platform/navigation';
import { canScan, scanPage } from '@/platform/scan';
import { isToday, type Session, titleWithKind, weekdayName } from '../sessions/sessions';
import { leadersOf, useMyGroup } from '../groups/groups';
import styles from './Door.module.scss';
import { doorOpensAt, isDoorOpen } from './door';
import { Cells, Keypad } from './Keypad';
import { sceneIn } from './scene';
import type { By, Fault, Helped } from './sign-in';

interface DoorProps {
  session: Session | null;
  helped: Helped | null;
  busy: boolean;
  fault: Fault | null;
  wrong: number;
  onCode: (by: By) => void;
  onHelp: () => void;
}

/** Four digits from the blackboard, or the camera. Whoever can do neither is called by the leader. */
export function Door({ session, helped, busy, fault, wrong, onCode, onHelp }: DoorProps) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [digits, setDigits] = useState('');
  return (
    <>
      {session && <What session={session} elder={elder} />}
      <View className={styles.middle}>
        <Words as={elder ? 'body' : 'minor'}>{helped ? `替${helped.name}签：输黑板上的四位数` : '输入老师写在黑板上的四位数'}</Words>
        <Cells digits={digits} />
        {fault && digits === '' ? <Wrong fault={fault} wrong={wrong} /> : <Words as="note">{busy ? '正在签到……' : '输完自动签到。没有网络也能签。'}</Words>}
        <View className={styles.acts}>
          {canScan && (
            <Button kind="line" icon="scan-line" disabled={busy} onTap={() => void scan(onCode)}>
              改用扫码
            </Button>
          )}
          {!elder && (
            <Button kind="text" size="small" onTap={onHelp}>
              {helped ? '换一位' : '替没带手机的人签'}
            </Button>
          )}
        </View>
        {!elder && <Words as="minor">没带手机或签不上，请组长点名，一样算到场。</Words>}
      </View>
      <Keypad
        digits={digits}
        disabled={busy}
        onChange={setDigits}
        onFull={(all) => {
          setDigits('');
          onCode({ kind: 'digits', digits: all });
        }}
      />
    </>
  );
}

async function scan(onCode: (by: By) => void): Promise<void> {
  const found = await scanPage();
  const scene = found === null ? null : sceneIn(found);
  if (scene) onCode({ kind: 'scan', scene });
  else if (found !== null) say('这不是签到码，请看黑板上的');
}

/** What one signs in at, and from when, as long as that is still to come. */
function What({ session, elder }: { session: Session; elder: boolean }) {
  const day = isToday(session) ? '今天' : weekdayName(session.date);
  const early = !isDoorOpen(session) && session.endsAt > businessNow();
  return (
    <>
      <Words as="page" className={styles.title}>
        <Phrases text={titleWithKind(session)} />
      </Words>
      <Words as="minor">{[`${day}${timeOf(session.startsAt, elder)}`, session.place.text].filter(Boolean).join('，')}</Words>
      {early && <NoteBar icon="clock">{`${isToday(session) ? '' : weekdayName(session.date)}${timeOf(doorOpensAt(session), elder)}起可以签`}</NoteBar>}
    </>
  );
}

/** The first two times it may be a slip of the finger; after the third somebody has to help. */
function Wrong({ fault: { code, message }, wrong }: { fault: Fault; wrong: number }) {
  const group = useMyGroup().value?.group ?? null;
  const known = group && group.leaders.length > 0 ? leadersOf(group) : '组长';
  const words = code !== 'SIGN_IN_CODE_WRONG' ? message : wrong < 3 ? '数字不对，再看一眼黑板' : `还是不对，先不试了。请找${known}点名，一样算到场`;
  return (
    <NoteBar tone="amber" icon="triangle-alert">
      {words}
    </NoteBar>
  );
}
