import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/field.tsx';
import { blameOn } from '../../platform/failure.ts';
import { LessonOrder } from './lesson-order.tsx';
import { checksOf } from './theme-checks.ts';
import css from './theme-form.module.css';
import type { ThemeDesk } from './use-theme-desk.ts';

/** What is written about a Monday, and the last look before it goes out. */
export function ThemeForm({ desk }: { desk: ThemeDesk }) {
  const { draft, editing, act, set } = desk;
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  return (
    <>
      <div className={css.pair}>
        <TextField label="主题" maxLength={32} value={draft.title} readOnly={!editing} error={wrong('title')} onChange={(event) => set({ title: event.target.value })} />
        <TextField label="推送时间" value="周一8:00" readOnly />
      </div>
      <div className={css.halves}>
        <TextField label="导语" maxLength={60} placeholder={editing ? '一句话，说说为什么学这个' : ''} value={draft.lead} readOnly={!editing} error={wrong('lead')} onChange={(event) => set({ lead: event.target.value })} />
        <TextField label="公众号文章链接" type="url" placeholder={editing ? 'https://mp.weixin.qq.com/s/…' : '没填'} maxLength={500} value={draft.articleUrl} readOnly={!editing} error={wrong('articleUrl')} onChange={(event) => set({ articleUrl: event.target.value })} />
      </div>
      <LessonOrder draft={draft} editing={editing} onChange={(lessons) => set({ lessons })} />
      {desk.theme?.state === 'sent' && !editing ? null : <LastLook desk={desk} />}
    </>
  );
}

function LastLook({ desk }: { desk: ThemeDesk }) {
  return (
    <section aria-label="发之前看一眼">
      <h3 className="note-size minor">发之前看一眼</h3>
      <ul className={css.checks}>
        {checksOf(desk.draft, desk.planned.monday).map(({ ok, words }) => (
          <li key={words} className={ok ? 'minor' : 'amber'}>
            <Icon name={ok ? 'check' : 'circleAlert'} size={14} />
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
