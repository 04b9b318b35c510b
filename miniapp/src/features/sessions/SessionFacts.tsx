import { View } from '@tarojs/components';
import { tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import { sessionFormatNames, sessionStateNames } from '@weidangxiao/shared/rules/study-session.ts';
import { Chip } from '@/components/Chip';
import { NoteBar } from '@/components/NoteBar';
import { Phrases } from '@/components/Phrases';
import { Row } from '@/components/Row';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { businessNow } from '@/platform/clock';
import styles from './SessionFacts.module.scss';
import { dayText, type SessionDetail, spanText, titleWithKind } from './sessions';

/** What it is, when, where, with whom; for everybody of the town. */
export function SessionFacts({ session }: { session: SessionDetail }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { date, place, teacher, agenda, format, cancelled } = session;
  return (
    <>
      <Words as="page" className={styles.title}>
        <Phrases text={titleWithKind(session)} />
      </Words>
      <View className={styles.chips}>
        <State session={session} />
        <Chip>{sessionFormatNames[format]}</Chip>
        {session.number !== null && <Chip tone="gold">{numberText(session)}</Chip>}
      </View>
      {cancelled && (
        <NoteBar tone="amber" icon="info">
          {cancelled.by.name}取消了这一场：{cancelled.reason}
        </NoteBar>
      )}
      <Card rows>
        <Row icon="clock" title={`${dayText(date)} ${spanText(session, elder)}`} />
        {place.text && <Row icon="map-pin" title={place.text} />}
        {teacher.text && <Row icon="user" title={teacher.text} note="主讲" />}
        <Row icon="users" title={whoText(session)} note={`应到${session.expectedCount}人${session.counts ? `，到了${session.counts.attended}人` : ''}`} />
        {agenda && <Row icon="list" title={agenda} note="讲什么" />}
      </Card>
    </>
  );
}

/** One that was held and never closed out is not going on any more. */
function State({ session: { state, endsAt } }: { session: SessionDetail }) {
  if (state === 'open' && businessNow() >= endsAt) return <Chip tone="amber">还没收尾</Chip>;
  if (state === 'open') return <Chip tone="green">{sessionStateNames.open}</Chip>;
  return state === 'cancelled' ? <Chip tone="amber">{sessionStateNames.cancelled}</Chip> : <Chip>{sessionStateNames[state]}</Chip>;
}

/** 全镇第34期，本组第3期 */
function numberText({ number, groupNumbers }: SessionDetail): string {
  const [own] = groupNumbers;
  return groupNumbers.length === 1 && own ? `本组第${own.number}期，全镇第${number ?? 0}期` : `全镇第${number ?? 0}期`;
}

function whoText({ expected: { kind, groups, tag } }: SessionDetail): string {
  if (kind === 'committee') return '党委班子';
  if (kind === 'tag') return tag ? tagInChinese(tag) : '指定的人';
  const names = groups.map(({ name }) => name);
  return names.length > 3 ? `${names.slice(0, 2).join('、')}等${names.length}个组` : names.join('、');
}
