import { dateInChinese, isoWeek } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { BlocksView } from '../lessons/blocks-view.tsx';
import { categoryNames, type Lesson } from '../lessons/lesson-words.ts';
import css from './paper-page.module.css';
import type { Theme } from './theme-words.ts';

interface Paper {
  theme: Theme;
  lessons: Lesson[];
}

/** The week in large type for those who learn from paper; worth the same as the phone. */
export function PaperPage({ monday }: { monday: string }) {
  const loaded = useLoaded(monday, () => paperOf(monday));
  const actions = <Button kind="primary" icon="printer" disabled={!loaded.data?.paper} onClick={() => window.print()}>打印</Button>;
  return (
    <Page title="大字稿" aside={<a href={`#/themes/${monday}`}>回到主题</a>} actions={actions}>
      <Ready of={loaded}>{({ paper }) => (paper ? <Sheets monday={monday} paper={paper} /> : <Empty title="这个周一还没写">写好以后就能打印大字稿</Empty>)}</Ready>
    </Page>
  );
}

function Sheets({ monday, paper: { theme, lessons } }: { monday: string; paper: Paper }) {
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  return (
    <div className={`app light ${css.desk}`}>
      <article className={css.paper}>
        <p className={css.eyebrow}>
          {school}，第{isoWeek(monday).week}周，{dateInChinese(monday)}
        </p>
        <h2>{theme.title}</h2>
        <p className={css.lead}>{theme.lead}</p>
        {lessons.map(({ id, category, title, source, blocks }, index) => (
          <section key={id}>
            <h3>
              第{index + 1}课，{title}
            </h3>
            <p className={css.eyebrow}>{categoryNames[category]}{source ? `，${source}` : ''}</p>
            <BlocksView blocks={blocks} />
          </section>
        ))}
        <section className={css.note}>
          <h3>我的一句收获</h3>
          <p>姓名　　　　　　　　日期　　　　　　　　</p>
          <i />
          <i />
          <i />
          <p>交给组长，和手机上打卡一样算。</p>
        </section>
      </article>
    </div>
  );
}

async function paperOf(monday: string): Promise<{ paper: Paper | null }> {
  const { mondays } = await call('listThemes', { query: { year: Number(monday.slice(0, 4)) } });
  const row = mondays.find((one) => one.monday === monday)?.theme;
  if (!row) return { paper: null };
  const theme = await call('getTheme', { params: { id: row.id } });
  const lessons = await Promise.all(theme.lessons.map(({ id }) => call('getLesson', { params: { id }, query: {} })));
  return { paper: { theme, lessons } };
}
