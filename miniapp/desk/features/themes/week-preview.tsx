import { dateInChinese, isoWeek, weekdayInChinese, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { type Look, Phone } from '../../components/phone.tsx';
import { useSession } from '../../platform/session.ts';
import { categoryNames } from '../lessons/lesson-words.ts';
import type { Draft } from './theme-draft.ts';
import css from './week-preview.module.css';

/** The phone's first page with what is being written. */
export function WeekPreview({ monday, draft, holiday }: { monday: string; draft: Draft; holiday: string | null }) {
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  return (
    <Phone>
      {(look) => (
        <div className={css.page}>
          <p className={css.nav}>{school}</p>
          {holiday !== null ? <p className={css.rest}>这个周一放假：{holiday}</p> : look === 'elder' ? <ElderCard monday={monday} draft={draft} /> : <WeekCard monday={monday} draft={draft} />}
          <TabBar look={look} />
        </div>
      )}
    </Phone>
  );
}

function WeekCard({ monday, draft: { title, lead, lessons } }: { monday: string; draft: Draft }) {
  return (
    <article className={css.card}>
      <span className={css.ribbon}>{weekNumberInChinese(isoWeek(monday).week)}</span>
      <p className={css.eyebrow}>
        {dateInChinese(monday)} {weekdayInChinese(monday)}
      </p>
      <h2>{title || '还没写'}</h2>
      <p className={css.lead}>{lead}</p>
      <ol>
        {lessons.map(({ id, category, title: lessonTitle }, index) => (
          <li key={id} className={index === 0 ? css.next : ''}>
            <span className={css.kind}>{categoryNames[category]}</span>
            <span className="grow">{lessonTitle}</span>
            <i className={css.grain} />
          </li>
        ))}
      </ol>
      {lessons.length > 0 ? (
        <div className={css.buttons}>
          <span className={css.primary}>去学第1课</span>
          {lessons.some(({ audio }) => audio) ? <span className={css.second}>听</span> : null}
        </div>
      ) : null}
    </article>
  );
}

function ElderCard({ monday, draft: { title, lessons } }: { monday: string; draft: Draft }) {
  return (
    <article className={css.card}>
      <p className={css.week}>第{isoWeek(monday).week}周</p>
      <h2>{title || '还没写'}</h2>
      <span className={css.primary}>{lessons.some(({ audio }) => audio) ? '听老师讲' : '去学第1课'}</span>
      <span className={css.outline}>说一句，打卡</span>
    </article>
  );
}

function TabBar({ look }: { look: Look }) {
  const tabs = look === 'elder' ? ['本周', '学习', '我的'] : ['本周', '学习', '小组', '我的'];
  return (
    <p className={css.tabs} aria-hidden="true">
      {tabs.map((tab) => (
        <span key={tab}>{tab}</span>
      ))}
    </p>
  );
}
