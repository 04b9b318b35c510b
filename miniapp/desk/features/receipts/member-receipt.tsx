import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { TextField } from '../../components/field.tsx';
import { Ready } from '../../components/states.tsx';
import { dateWithYear, today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { Section } from '../../components/section.tsx';
import { EntryFile } from '../score-entries/entry-file.tsx';
import css from './receipts.module.css';

type Receipt = Answer<'getMemberReceipt'>;

/** For the committee: every point of a month with its reason. */
export function MemberReceipt({ memberId }: { memberId: string }) {
  const [month, setMonth] = useState(monthOf(today()));
  const loaded = useLoaded(`${memberId} ${month}`, () => call('getMemberReceipt', { params: { id: memberId, month } }));
  return (
    <Section title="得分明细">
      <TextField label="月份" type="month" max={monthOf(today())} value={month} onChange={(event) => { if (event.target.value) setMonth(event.target.value); }} />
      <Ready of={loaded} lines={4}>{(receipt) => <Lines receipt={receipt} />}</Ready>
    </Section>
  );
}

function Lines({ receipt: { month, sumEarned, sumMax, lines, adjustments, given, rubricVersion, state } }: { receipt: Receipt }) {
  return (
    <>
      <p>
        {monthInChinese(month)}已记<b>{sumEarned}</b>分，满分{sumMax}分{state === 'running' ? '，这个月还没完' : ''}
      </p>
      <ul className={css.lines}>
        {lines.map(({ dimension, label, offered, earned, max, formula, events }) => (
          <li key={dimension}>
            <p className="row">
              <b className="medium">{label}</b>
              <span className="grow" />
              <span>{offered ? `${earned} / ${max}` : '本月没有'}</span>
            </p>
            {formula ? <p className="note-size minor">{formula}</p> : null}
            {events.map(({ date, title, evidence, effect }) => (
              <p className="note-size minor" key={date + title}>{dateWithYear(date)}，{title}，{evidence}，{effect}</p>
            ))}
          </li>
        ))}
        {given.map((one) => <Given key={one.kind} given={one} />)}
        {adjustments.map(({ label, points }) => (
          <li key={label} className="row"><span className="grow">{label}</span>{points}</li>
        ))}
      </ul>
      <p className="faint note-size">按规则{rubricVersion}算</p>
    </>
  );
}

/** Bonus or deduction: what counts of it, the rule, and every entry with its reason. */
function Given({ given: { label, counted, rule, entries } }: { given: Receipt['given'][number] }) {
  return (
    <li>
      <p className="row">
        <b className="medium">{label}</b>
        <span className="grow" />
        <span>{counted}</span>
      </p>
      <p className="note-size minor">{rule}</p>
      {entries.map(({ entryId, points, on, reason, evidence, hasFile }) => (
        <div className="note-size minor" key={entryId}>
          {dateWithYear(on)}，{reason}，{evidence}，{points}
          {hasFile ? <EntryFile id={entryId} name={reason} /> : null}
        </div>
      ))}
    </li>
  );
}
