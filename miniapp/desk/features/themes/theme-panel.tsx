import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { EmptyWeek } from './empty-week.tsx';
import css from './planner.module.css';
import { ThemeForm } from './theme-form.tsx';
import { ThemeStepper } from './theme-stepper.tsx';
import { themeTones } from './theme-words.ts';
import type { ThemeDesk } from './use-theme-desk.ts';

/** The middle of the planner: one Monday, whatever state it is in. */
export function ThemePanel({ desk, onChanged }: { desk: ThemeDesk; onChanged: () => Promise<void> }) {
  const { planned, theme, editing } = desk;
  return (
    <section className={css.panel} aria-label={`${dateWithYear(planned.monday)}的主题`}>
      <div className={css.title}>
        <h2>
          第{planned.week}周，{dateWithYear(planned.monday)}
        </h2>
        {theme ? <Chip tone={themeTones[theme.state]}>{themeStateNames[theme.state]}</Chip> : null}
        <span className="grow" />
        {theme ? (
          <span className={css.changed}>
            <Icon name="history" size={14} />
            {theme.authors.at(-1)?.name}改于{whenInChinese(theme.changedAt)}，第{theme.revision}稿
          </span>
        ) : null}
      </div>
      <Ready of={desk.loaded} lines={8}>
        {() =>
          theme || editing ? (
            <>
              <ThemeStepper theme={theme} />
              <Words desk={desk} />
              <ThemeForm desk={desk} />
            </>
          ) : (
            <EmptyWeek desk={desk} onChanged={onChanged} />
          )
        }
      </Ready>
    </section>
  );
}

/** What has to be said about it: returned, missed, overtaken, failed, corrected. */
function Words({ desk }: { desk: ThemeDesk }) {
  const { theme, conflict, act, past, settle } = desk;
  if (conflict) {
    return (
      <Note tone="amber" role="alert">
        <p>{conflict.authors.at(-1)?.name}刚改过这份主题，你的改动还在这里，没有盖掉。</p>
        <p className="row">
          <Button small onClick={() => settle('theirs')}>用对方改的</Button>
          <Button small onClick={() => settle('mine')}>留我的，再保存</Button>
        </p>
      </Note>
    );
  }
  return (
    <>
      <FailureNote failure={act.failure} />
      {theme?.state === 'draft' && theme.returned ? <Note tone="amber">{theme.returned.by.name}退回了：{theme.returned.reason}（{whenInChinese(theme.returned.at)}）</Note> : null}
      {theme?.state === 'missed' ? <Note tone="amber">周一8点前没有通过，这一周没有发出，以后也不会补发。里面的课可以排到别的周一。</Note> : null}
      {theme?.state === 'draft' && past ? <Note tone="amber">这一周已经过去，不能再推送。</Note> : null}
      {theme?.corrections.map(({ at, by, note }) => (
        <Note key={at} tone="blue">更正：{note}（{by.name}，{whenInChinese(at)}）</Note>
      ))}
    </>
  );
}
