import { sessionKindNames, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useTeacherName } from '../teachers/use-teachers.ts';
import { useVenueName } from '../venues/use-venues.ts';
import { named, whoOf } from '../sessions/session-words.ts';
import type { SheetPage } from './sheet-pages.ts';
import css from './sign-in-sheet.module.css';

/** Room for those who come along with somebody. */
const spare = 3;

/** One page of paper: large names, room to sign, and the page code by which it is entered afterwards. */
export function SignInSheet({ page, school }: { page: SheetPage; school: string }) {
  const { session, rows, groupName, at, of, columns } = page;
  const { title, kind, date, startsAt, endsAt, pageCode, place, teacher } = session;
  const venue = useVenueName(place.venueId);
  const taughtBy = useTeacherName(teacher.teacherId);
  const where = named(venue, place.text);
  const who = named(taughtBy, teacher.text);
  return (
    <article className={css.sheet} aria-label={`${title}的签到表`}>
      <header className={css.head}>
        <div>
          <p className={css.school}>{school}，{sessionKindNames[kind]}签到表</p>
          <h2>{title}</h2>
          <p className={css.facts}>{dateInChinese(date)} {weekdayInChinese(date)} {timeOf(startsAt)}到{timeOf(endsAt)}</p>
          <p className={css.facts}>{groupName ?? whoOf(session)}{where ? `，${where}` : ''}{who ? `，${who}讲` : ''}</p>
        </div>
        <p className={css.code}>
          <span>页码</span>
          <b>{pageCode.slice(0, 3)} {pageCode.slice(3)}</b>
          {of > 1 ? <span>第{at}页，共{of}页</span> : null}
        </p>
      </header>
      <div className={`${css.names} ${columns === 2 ? css.two : ''}`} style={{ ['--rows' as string]: rowsIn(rows.length, columns) }}>
        {rows.map(({ member, standing, status }, index) => (
          <div key={member.memberId} className={css.row}>
            <span className={css.no}>{index + 1}</span>
            <b>{member.name}</b>
            <span className={css.sign}>{standing.length > 0 && (status === 'leave' || status === 'exempt') ? '已请假' : ''}</span>
          </div>
        ))}
        <SpareRows />
      </div>
      <footer className={css.foot}>
        <p>到了就签名。不方便写字的，请组长代签，旁边写一个“代”字。晚到的写“迟”，先走的写“退”，请假的写“假”。</p>
        <p className={css.leader}>组长签名　　　　　　　　　　　　录入：手机上点“录纸质签到表”，输页码，只改没到的人</p>
      </footer>
    </article>
  );
}

function SpareRows() {
  return Array.from({ length: spare }, (_, index) => (
    <div key={index} className={css.row}>
      <span className={css.no}>旁听</span>
      <b />
      <span className={css.sign} />
    </div>
  ));
}

/** How many rows a column has, so that they share the height of the page. */
function rowsIn(people: number, columns: number): number {
  return Math.ceil((people + spare) / columns);
}
