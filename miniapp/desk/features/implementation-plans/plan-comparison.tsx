import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { Ready } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { compareLines, type ComparedLine } from './compare-lines.ts';
import css from './implementation-plans.module.css';
import { linesOf } from './plan-lines.ts';

type Plan = Answer<'getImplementationPlan'>;

/** What a version took out and put in, against the one before it. */
export function PlanComparison({ before, after }: { before: number; after: number }) {
  const loaded = useLoaded(`${before} ${after}`, () => Promise.all([before, after].map((version) => call('getImplementationPlan', { query: { version } }))));
  return <Ready of={loaded}>{([old, young]) => (old && young ? <Lines before={old} after={young} /> : null)}</Ready>;
}

function Lines({ before, after }: { before: Plan; after: Plan }) {
  const lines = compareLines([before.title, `从${dateWithYear(before.effectiveFrom)}起用`, ...linesOf(before.blocks)], [after.title, `从${dateWithYear(after.effectiveFrom)}起用`, ...linesOf(after.blocks)]);
  const count = (kind: ComparedLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  return (
    <section aria-label={`第${before.version}版到第${after.version}版`}>
      <p className="minor">第{before.version}版到第{after.version}版：去掉{count('removed')}段，加上{count('added')}段，{count('same')}段没有变。</p>
      <div className={css.compared}>{spansOf(lines).map((span, at) => <Span key={at} lines={span} />)}</div>
    </section>
  );
}

/** Of what stays the same, so many lines around a change are shown. */
const around = 1;

function Span({ lines }: { lines: readonly ComparedLine[] }) {
  if (lines[0]?.kind !== 'same' || lines.length <= around * 2 + 1) return lines.map((line, at) => <Line key={at} line={line} />);
  const [first, last] = [lines.slice(0, around), lines.slice(-around)];
  return (
    <>
      {first.map((line, at) => <Line key={at} line={line} />)}
      <details>
        <summary>{lines.length - around * 2}段没有变</summary>
        {lines.slice(around, -around).map((line, at) => <Line key={at} line={line} />)}
      </details>
      {last.map((line, at) => <Line key={at} line={line} />)}
    </>
  );
}

function Line({ line: { kind, text } }: { line: ComparedLine }) {
  if (kind === 'removed') return <p><del><span className="unseen">去掉：</span>{text}</del></p>;
  if (kind === 'added') return <p><ins><span className="unseen">加上：</span>{text}</ins></p>;
  return <p className="minor">{text}</p>;
}

/** Lines that stay and lines that do not, in turns. */
function spansOf(lines: readonly ComparedLine[]): ComparedLine[][] {
  const spans: ComparedLine[][] = [];
  for (const line of lines) {
    const span = spans.at(-1);
    if (span && (span[0]?.kind === 'same') === (line.kind === 'same')) span.push(line);
    else spans.push([line]);
  }
  return spans;
}
