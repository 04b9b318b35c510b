import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { sessionKindNames } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays, dateInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { Ready } from '../../components/states.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './coverage.module.css';

type Strip = Answer<'getSessionStrip'>;
type Cell = Strip['groups'][number]['cells'][number];

interface Props {
  year: string;
  /** How many of each group were reached in `month`, at the end of its row. */
  groups: Answer<'getCoverage'>['groups'];
  month: string;
}

/** Groups down, weeks across: how much was held, to look at and never to be ordered by. */
export function SessionStrip({ year, groups, month }: Props) {
  const loaded = useLoaded(year, () => call('getSessionStrip', { params: { year } }));
  return (
    <section className={`${css.strip} no-print`} aria-label={`${year}年每组每周的活动`}>
      <div className="row apart">
        <h2 className="section-title">每组每周，办了几场</h2>
        <Legend />
      </div>
      <Ready of={loaded} lines={10}>{(strip) => <Rows strip={strip} groups={groups} month={month} />}</Ready>
    </section>
  );
}

/** A little of what is planned is shown as well. */
const aheadDays = 14;

function Rows({ strip, groups, month }: { strip: Strip } & Pick<Props, 'groups' | 'month'>) {
  const last = addDays(today(), aheadDays);
  const weeks = strip.weeks.filter(({ monday }) => monday <= last);
  return (
    <div className={css.scroll}>
      <table>
        <thead>
          <tr>
            <td />
            {weeks.map(({ monday, week }, index) => (
              <th key={monday} scope="col" abbr={`第${week}周`}>{startsMonth(monday, weeks[index - 1]?.monday, weeks[index + 1]?.monday) ? `${Number(monday.slice(5, 7))}月` : ''}</th>
            ))}
            <th scope="col" className={css.reached}>{Number(month.slice(5))}月</th>
          </tr>
        </thead>
        <tbody>
          {strip.groups.map(({ group, cells }) => {
            const byMonday = new Map(cells.map((cell) => [cell.monday, cell]));
            const covered = groups.find((one) => one.group?.id === group.id);
            return (
              <tr key={group.id}>
                <th scope="row"><a href={`#/sessions?month=${month}&look=list&group=${group.id}`}>{group.name}</a></th>
                {weeks.map(({ monday, week }) => (
                  <td key={monday}><Week cell={byMonday.get(monday)} monday={monday} week={week} /></td>
                ))}
                <td className={css.reached} title={covered ? `${covered.members}人里${covered.reached}人学到了` : ''}>{covered ? <>{covered.reached}<span className="minor">/{covered.members}</span></> : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Week({ cell, monday, week }: { cell: Cell | undefined; monday: string; week: number }) {
  const held = cell?.held ?? 0;
  const kinds = (cell?.kinds ?? []).map((kind) => sessionKindNames[kind]).join('、');
  const words = `第${week}周，${dateInChinese(monday)}起，${held > 0 ? `${held}场` : '没有活动'}${kinds ? `，${kinds}` : ''}${cell && cell.planned > 0 ? `，还排了${cell.planned}场` : ''}`;
  const look = cell && held > 0 ? (css[`step${cell.step}`] ?? '') : cell && cell.planned > 0 ? css.planned : css.none;
  return <i className={look} title={words} role="img" aria-label={words} />;
}

/** A month that has only one column has no room for its name. */
function startsMonth(monday: string, before: string | undefined, after: string | undefined): boolean {
  const month = monthOf(monday);
  return (before === undefined || monthOf(before) !== month) && after !== undefined && monthOf(after) === month;
}

function Legend() {
  return (
    <p className={css.legend} aria-hidden="true">
      <i className={css.none} />没有
      <i className={css.planned} />排了
      少<i className={css.step1} /><i className={css.step2} /><i className={css.step3} /><i className={css.step4} />多
    </p>
  );
}
