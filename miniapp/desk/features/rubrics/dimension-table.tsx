import { dimensionKeys, type DimensionKey, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Fragment, type ReactNode } from 'react';
import { BareField, Part, type RubricForm } from './figure-field.tsx';
import { pointsOf } from './rubric-draft.ts';
import css from './rubrics.module.css';

/** The five kinds of study as one table: what each is called, what it is worth, and how that is earned. The sum stands below, all the time. */
export function DimensionTable({ form, rubric }: { form: RubricForm; rubric: Rubric }) {
  const points = pointsOf(rubric);
  const whole = points?.words === '正好100';
  return (
    <Part title="五类学习">
      <div className={css.dimensions}>
        <header>叫什么</header>
        <header>满分</header>
        <header>怎么得</header>
        {dimensionKeys.map((key) => (
          <Fragment key={key}>
            <BareField form={form} field={`labels.${key}`} label={`第${dimensionKeys.indexOf(key) + 1}类叫什么`} figure={false} />
            <BareField form={form} field={`max.${key}`} label={`${rubric.labels[key]}满分`} />
            <div className={css.inside}>{insides[key](form)}</div>
          </Fragment>
        ))}
        <p className={css.total}>合计</p>
        <p className={`${css.total} ${whole ? 'green' : 'amber'}`} role="status" aria-label="满分合计">{points ? points.total : '–'}</p>
        <p className={`${css.total} ${whole ? 'green' : 'amber'}`}>{points?.words ?? '有一项不是数'}</p>
      </div>
    </Part>
  );
}

const byAttendance = (): ReactNode => <span>按出勤</span>;

const insides: Readonly<Record<DimensionKey, (form: RubricForm) => ReactNode>> = {
  centralized: byAttendance,
  night: byAttendance,
  group: (form) => (
    <>
      <span>发过言</span>
      <BareField form={form} field="contribution" label="发过言几分" className={css.small} />
      <span>分，其余按出勤</span>
    </>
  ),
  selfStudy: (form) => (
    <>
      <span>交心得</span>
      <BareField form={form} field="note" label="交心得几分" className={css.small} />
      <span>分，其余按打卡</span>
    </>
  ),
  practice: (form) => (
    <>
      <span>一次一次</span>
      <BareField form={form} field="practice" label="各次实践几分" className={css.practice} />
      <span>分</span>
    </>
  ),
};
