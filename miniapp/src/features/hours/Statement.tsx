import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { dayOf } from '@/components/dates';
import { EmptyState } from '@/components/EmptyState';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { pages } from '../sessions/sessions';
import { HoursBar } from './HoursCard';
import { type Hours, hoursSpoken } from './hours';

/** Every session that was closed out, with how it is known that the person was there. In the large version the sentence alone. */
export function Statement({ hours }: { hours: Hours }) {
  const elder = useAppearance((appearance) => appearance.elder);
  if (elder) {
    return (
      <Card>
        <Words as="title">{hoursSpoken(hours)}</Words>
      </Card>
    );
  }
  return (
    <>
      <Card>
        <Words as="minor">{[hours.member.name, hours.group?.name, hours.townName].filter(Boolean).join('，')}</Words>
        <HoursBar hours={hours} />
      </Card>
      {hours.items.length === 0 && !hours.opening ? (
        <EmptyState icon="clock" title="今年还没有学时" text="参加的活动收尾以后，学时记在这里。自学记分，不记学时。" />
      ) : (
        <Card rows>
          {[...hours.items].reverse().map(({ session, hours: earned, status, evidence }) => (
            <Row key={session.id} title={session.title} note={`${dateInChinese(session.date)}，${status ? attendanceStatusNames[status] : '没有记'}，${evidence}`} end={earned} onTap={() => open(pages.session, { id: session.id })} />
          ))}
          {hours.opening && <Row title="用系统以前的学时" note={hours.opening.evidence} end={hours.opening.hours} />}
        </Card>
      )}
      <Words as="note">{`到${dayOf(hours.asOf)}为止。迟到、早退算一半。有不对的，请组长补一条更正。`}</Words>
    </>
  );
}
