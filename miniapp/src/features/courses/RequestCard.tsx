import { View } from '@tarojs/components';
import { requestStateNames } from '@weidangxiao/shared/rules/course.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Fault } from '@/components/Fault';
import { dayOf, timeOf } from '@/components/dates';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { open } from '@/platform/navigation';
import { call } from '@/platform/request';
import { categoryNames } from '../lessons/categories';
import { type CourseRequest, pages } from './courses';
import styles from './courses.module.scss';

const tones = { open: undefined, planned: 'green', closed: undefined } as const;

/** A course somebody asked for: how many want it, and joining them in one tap. */
export function RequestCard({ request, onChanged }: { request: CourseRequest; onChanged: () => void }) {
  const { id, title, detail, category, state, joined, mine, session, closed } = request;
  const { busy, fault, run } = useAct();
  const change = () => run(() => call(mine ? 'leaveCourseRequest' : 'joinCourseRequest', { params: { id } }).then(onChanged));
  return (
    <Card>
      <View className={styles.line}>
        <Chip tone={tones[state]}>{requestStateNames[state]}</Chip>
        <Words as="note">{[category && categoryNames[category], `${joined}人想学`, mine && '有你'].filter(Boolean).join('，')}</Words>
      </View>
      <Words className={styles.title}>{title}</Words>
      {detail && <Words as="minor">{detail}</Words>}
      {closed && <Words as="note">{closed.note}</Words>}
      <Fault>{fault}</Fault>
      {session && <Row icon="calendar-days" title={session.title} note={`${dayOf(session.startsAt)} ${timeOf(session.startsAt)}`} onTap={() => open(pages.session, { id: session.id })} />}
      {state !== 'closed' && (
        <View className={styles.acts}>
          <Button kind={mine ? 'plain' : 'line'} size="small" busy={busy} onTap={change}>
            {mine ? '不点了' : '我也想学'}
          </Button>
        </View>
      )}
    </Card>
  );
}
