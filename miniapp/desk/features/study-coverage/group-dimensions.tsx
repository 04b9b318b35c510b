import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './group-dimensions.module.css';

type Dimensions = Answer<'getGroupDimensions'>;

/** One group's five kinds of study over a year: how much of each it took part in, month by month. Times, never who, and no group beside another. */
export function GroupDimensions({ groupId, year }: { groupId: string; year: string }) {
  const loaded = useLoaded(`${groupId} ${year}`, () => call('getGroupDimensions', { params: { id: groupId, year } }));
  return (
    <section className={`${css.kinds} no-print`} aria-label="五类学习">
      <h2 className="section-title">五类学习，全组参加了多少</h2>
      <Ready of={loaded} lines={5}>{(dimensions) => (dimensions.months.length === 0 ? <Empty title="这一年还没有记录" /> : <Rows of={dimensions} />)}</Ready>
    </section>
  );
}

function Rows({ of: { dimensions, months } }: { of: Dimensions }) {
  return (
    <table>
      <thead>
        <tr>
          <td />
          {months.map(({ month }) => <th key={month} scope="col">{Number(month.slice(5))}月</th>)}
          <th scope="col" className={css.sum}>合计</th>
        </tr>
      </thead>
      <tbody>
        {dimensions.map(({ dimension, label }) => {
          const parts = months.map(({ month, parts: all }) => ({ month, ...(all.find((part) => part.dimension === dimension) ?? { took: 0, of: 0 }) }));
          const [took, most] = [sumOf(parts.map((part) => part.took)), sumOf(parts.map((part) => part.of))];
          return (
            <tr key={dimension}>
              <th scope="row">{label}</th>
              {parts.map((part) => <td key={part.month}><Cell label={label} {...part} /></td>)}
              <td className={css.sum}>{most === 0 ? <span className="minor">没有安排</span> : <>{took}<span className="minor"> / {most}</span></>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ label, month, took, of }: { label: string; month: string; took: number; of: number }) {
  const words = `${Number(month.slice(5))}月${label}，${of === 0 ? '没有安排' : `${of}次里参加了${took}次`}`;
  return (
    <span className={`${css.cell} ${of === 0 ? css.none : ''}`} role="img" aria-label={words} title={words}>
      {of === 0 ? null : <i style={{ height: `${Math.round((took / of) * 100)}%` }} />}
    </span>
  );
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
