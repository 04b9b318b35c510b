import { dateInChinese, isoWeek } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { useSession } from '../../platform/session.ts';
import { BlocksView } from '../lessons/blocks-view.tsx';
import { categoryNames, type Lesson } from '../lessons/lesson-words.ts';
import { gistOf, roomFor } from './lesson-gist.ts';
import css from './pack-page.module.css';
import type { Theme } from './theme-words.ts';
import { WeekCode } from './week-code.tsx';

export interface Pack {
  theme: Theme;
  lessons: Lesson[];
}

interface Props {
  pack: Pack;
  /** Whose sheet it is: a group's name, or empty for the whole town. */
  group: string;
}

/** One sheet to hand out or to hang up: what it is about, how each lesson begins, and a line to hand back. */
export function PackSheet({ pack, group }: Props) {
  const room = roomFor(pack.lessons.length);
  return (
    <article className={`${css.paper} ${css.single}`}>
      <PackHead theme={pack.theme} group={group} />
      {pack.lessons.map(({ id, title, blocks }, at) => (
        <section key={id}>
          <h3>{`第${at + 1}课，${title}`}</h3>
          <p className={css.gist}>{gistOf(blocks, room)}</p>
        </section>
      ))}
      <TakeawaySlip />
    </article>
  );
}

/** The whole text in type for reading without glasses, as many pages as it takes. */
export function PackText({ pack, group }: Props) {
  return (
    <article className={css.paper}>
      <PackHead theme={pack.theme} group={group} />
      {pack.lessons.map(({ id, category, title, source, blocks }, at) => (
        <section key={id}>
          <h3>{`第${at + 1}课，${title}`}</h3>
          <p className={css.eyebrow}>{categoryNames[category]}{source ? `，${source}` : ''}</p>
          <BlocksView blocks={blocks} />
        </section>
      ))}
      <TakeawaySlip />
    </article>
  );
}

function PackHead({ theme: { monday, title, lead }, group }: { theme: Theme; group: string }): ReactNode {
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  return (
    <header className={css.head}>
      <div className="grow">
        <p className={css.eyebrow}>{[school, group, `第${isoWeek(monday).week}周`, dateInChinese(monday)].filter(Boolean).join('，')}</p>
        <h2>{title}</h2>
        {lead ? <p className={css.lead}>{lead}</p> : null}
      </div>
      <WeekCode monday={monday} />
    </header>
  );
}

function TakeawaySlip() {
  return (
    <section className={css.note}>
      <h3>我的一句收获</h3>
      <p className={css.who}>
        <span>姓名</span>
        <span>日期</span>
      </p>
      <i />
      <i />
      <p>交给组长，和手机上打卡一样算。没有手机、看不清的，请组长念给你听。</p>
    </section>
  );
}
