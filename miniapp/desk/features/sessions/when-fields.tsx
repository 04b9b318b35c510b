import { seriesDates } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays, weekday, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Check, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { blameOn } from '../../platform/failure.ts';
import type { FieldsProps } from './session-fields.tsx';

/** Three months ahead: what is proposed for a series. */
const proposedDays = 84;

/** One time, or the same weekday every week until a day. */
export function WhenFields({ draft, failure, onChange }: FieldsProps) {
  const { date, from, to, until } = draft;
  const weekly = until !== '';
  const wrong = (field: string): string | null => blameOn(failure, field);
  const count = weekly && date ? seriesDates({ weekday: weekday(date), from: date, until }).length : 0;
  return (
    <FormGrid>
      <Cell part="quarter"><TextField label={weekly ? '从哪天起' : '哪天'} type="date" value={date} error={wrong('startsAt') ?? wrong('from')} onChange={(event) => onChange({ date: event.target.value })} /></Cell>
      <Cell part="quarter"><TextField label="几点开始" type="time" value={from} onChange={(event) => onChange({ from: event.target.value })} /></Cell>
      <Cell part="quarter"><TextField label="几点结束" type="time" value={to} error={wrong('endsAt') ?? wrong('minutes')} onChange={(event) => onChange({ to: event.target.value })} /></Cell>
      <Cell part="quarter">{weekly ? <TextField label="到哪天为止" type="date" min={date} value={until} error={wrong('until')} onChange={(event) => onChange({ until: event.target.value })} /> : null}</Cell>
      <Cell>
        <div className="row">
          <Check label={date ? `每${weekdayInChinese(date).replace('星期', '周')}都有` : '每周都有'} checked={weekly} disabled={date === ''} onChange={(on) => onChange({ until: on ? addDays(date, proposedDays) : '' })} />
          {count > 0 ? <span className="minor">一共{count}场</span> : null}
        </div>
      </Cell>
    </FormGrid>
  );
}
