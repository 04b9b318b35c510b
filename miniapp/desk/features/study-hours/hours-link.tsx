import { Section } from '../../components/section.tsx';
import { today } from '../../platform/clock.ts';
import { useReach } from '../../platform/session.ts';

/** From a person to what they have learnt this year, on paper. */
export function HoursLink({ memberId }: { memberId: string }) {
  if (useReach('study-hours.read') === null) return null;
  return <Section title="学时" acts={<a className="link note-size" href={`#/study-hours/${today().slice(0, 4)}/members/${memberId}`}>看今年的学时单，可以打印</a>} />;
}
