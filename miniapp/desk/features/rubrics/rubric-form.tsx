import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { gradeNames, grades, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { DimensionTable } from './dimension-table.tsx';
import { FigureField, Part, type RubricForm } from './figure-field.tsx';
import { creditKeys } from './rubric-draft.ts';
import css from './rubrics.module.css';

/** Everything that a rubric says, in the order in which a month is scored. */
export function RubricFields({ form, rubric }: { form: RubricForm; rubric: Rubric }) {
  return (
    <>
      <DimensionTable form={form} rubric={rubric} />
      <Part title="出勤怎么算" note="1是算一次，0.5是半次，空着是不计；免学的都不计">
        <div className={css.figures}>{creditKeys.map((status) => <FigureField key={status} form={form} field={`credit.${status}`} label={attendanceStatusNames[status]} />)}</div>
      </Part>
      <Part title="等次和加减分">
        <div className={css.figures}>
          {(['excellent', 'good', 'fair'] as const).map((grade) => <FigureField key={grade} form={form} field={`bands.${grade}`} label={`${gradeNames[grade]}，几分起`} />)}
          <FigureField form={form} field="mostBonus" label="加分最多" />
          <FigureField form={form} field="mostDeduction" label="扣分最多" />
          <FigureField form={form} field="leastDimensions" label="有几类才评" />
        </div>
      </Part>
      <Part title="互评">
        <div className={css.figures}>
          {grades.map((grade) => <FigureField key={grade} form={form} field={`vote.values.${grade}`} label={`${gradeNames[grade]}折合几分`} />)}
          <FigureField form={form} field="vote.weight" label="占多少，如0.3" />
          <FigureField form={form} field="vote.leastBallots" label="至少几票" />
          <FigureField form={form} field="vote.leastShare" label="至少多少人投" />
          <FigureField form={form} field="vote.trimFrom" label="几票起去头尾" />
        </div>
      </Part>
      <YearPart form={form} />
    </>
  );
}

function YearPart({ form }: { form: RubricForm }) {
  const fault = form.faults.get('year');
  return (
    <Part title="年终">
      <div className={css.figures}>
        <FigureField form={form} field="year.monthsWeight" label="各月占多少" />
        <FigureField form={form} field="year.hoursPoints" label="学时几分" />
        <FigureField form={form} field="year.mostResults" label="成果最多几分" />
        <FigureField form={form} field="year.leastMonths" label="评过几个月" />
        <FigureField form={form} field="year.excellentShare" label="优秀最多占" />
      </div>
      {fault ? <p className={css.fault} role="alert">{fault}</p> : null}
    </Part>
  );
}
