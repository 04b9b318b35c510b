import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { type RubricChange, rubricChanges } from '@weidangxiao/shared/rules/assessment/rubric-changes.ts';
import { monthOf, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { Page } from '../../components/page.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { blameOn, type Failure } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { Part, type RubricForm } from './figure-field.tsx';
import { draftOf, faultsByField, freeMonth, monthAfter, nextVersion, rubricFrom } from './rubric-draft.ts';
import { RubricFields } from './rubric-form.tsx';
import { RubricPreview } from './rubric-preview.tsx';
import { changeWords } from './rubric-rows.ts';
import css from './rubrics.module.css';

type Version = Answer<'listRubricVersions'>['items'][number];

/** A new version begins with what will hold when it begins. */
export function NewVersionPage() {
  const loaded = useLoaded('versions', () => call('listRubricVersions', { query: { pageSize: 100 } }));
  return <Ready of={loaded} lines={10}>{({ items }) => <Write versions={items} />}</Ready>;
}

function Write({ versions }: { versions: readonly Version[] }) {
  const id = useMemo(clientId, []);
  const writes = useMay('rubric.write');
  const standing = versions.filter(({ state }) => state !== 'withdrawn');
  const [month, setMonth] = useState(() => freeMonth(monthOf(today()), standing.map(({ effectiveFrom }) => monthOf(effectiveFrom))));
  const before = beforeOf(standing, month);
  const [draft, setDraft] = useState(() => ({ ...draftOf(before.rubric), version: nextVersion(month, versions.map(({ version }) => version)) }));
  const [reason, setReason] = useState('');
  const [adopted, setAdopted] = useState(false);
  const act = useAct();
  const rubric = rubricFrom(draft, before.rubric);
  const faults = faultsByField(rubric);
  const changes = rubricChanges(before.rubric, rubric);
  useUnsaved(writes && (changes.length > 0 || reason !== '') && !adopted ? '改的规则还没定下来' : null);
  const form: RubricForm = { draft, faults, set: (field, value) => setDraft({ ...draft, [field]: value }) };
  const ready = changes.length > 0 && faults.size === 0 && reason.trim() !== '' && month !== '';
  const adopt = async (): Promise<void> => {
    if (!(await act.run(() => call('createRubricVersion', { body: { clientId: id, month, reason: reason.trim(), rubric } })))) return;
    setAdopted(true);
    say(`${rubric.version}版定好了，${monthWithYear(month)}起用`);
    setTimeout(() => go('/rubric'), 0);
  };
  return (
    <Page title={writes ? '改规则' : '试改规则'} aside={writes ? `从${before.version}版改起，旧的留着` : '试试看，不会写下来；要改请找镇管理员'} actions={<Actions busy={act.busy} ready={ready} onAdopt={writes ? () => void adopt() : null} />}>
      <div className={css.columns}>
        <div className={css.main}>
          {writes ? <When form={form} month={month} reason={reason} failure={act.failure} onMonth={setMonth} onReason={setReason} /> : null}
          <RubricFields form={form} rubric={rubric} />
        </div>
        <Beside version={before.version} changes={changes} faults={faults.size} rubric={rubric} />
      </div>
    </Page>
  );
}

/** The committee tries, admins adopt. */
function Actions({ busy, ready, onAdopt }: { busy: boolean; ready: boolean; onAdopt: (() => void) | null }) {
  return (
    <>
      <Button onClick={() => go('/rubric')}>{onAdopt ? '先不' : '不试了'}</Button>
      {onAdopt ? <Button kind="primary" busy={busy} disabled={!ready} onClick={onAdopt}>定下来</Button> : null}
    </>
  );
}

/** What differs so far, and what it would come to. */
function Beside({ version, changes, faults, rubric }: { version: string; changes: readonly RubricChange[]; faults: number; rubric: Rubric }) {
  return (
    <aside className={css.side} aria-label="改了什么">
      <h2 className="section-title">和{version}版比</h2>
      {changes.length === 0 ? <p className="minor">还没有改的</p> : <ul className={css.changes}>{changes.map((change) => <li key={change.field}>{changeWords(change)}</li>)}</ul>}
      {faults > 0 ? <p className="amber" role="status">还有{faults}处要改，改好才能试算</p> : null}
      <RubricPreview rubric={faults === 0 && changes.length > 0 ? rubric : null} />
    </aside>
  );
}

interface WhenProps {
  form: RubricForm;
  month: string;
  reason: string;
  failure: Failure | null;
  onMonth: (month: string) => void;
  onReason: (reason: string) => void;
}

function When({ form, month, reason, failure, onMonth, onReason }: WhenProps) {
  const wrong = (field: string): string | null => blameOn(failure, field);
  return (
    <Part title="什么时候起用">
      <FailureNote failure={failure} placed={['month', 'rubric.version']} />
      <FormGrid>
        <Cell part="third"><TextField label="从哪个月起" type="month" min={monthAfter(monthOf(today()))} value={month} error={wrong('month')} hint="只能是还没开始的月份" onChange={(event) => onMonth(event.target.value)} /></Cell>
        <Cell part="third"><TextField label="这一版叫什么" maxLength={20} value={form.draft['version'] ?? ''} error={wrong('rubric.version') ?? form.faults.get('version')} onChange={(event) => form.set('version', event.target.value)} /></Cell>
        <Cell><TextField label="为什么改，大家看得到" maxLength={200} placeholder="支委会11月20日议过，集中学习要加重" value={reason} onChange={(event) => onReason(event.target.value)} /></Cell>
      </FormGrid>
    </Part>
  );
}

/** What would hold in that month without the new one. */
function beforeOf(standing: readonly Version[], month: string): Version {
  const before = standing.findLast(({ effectiveFrom }) => monthOf(effectiveFrom) <= month) ?? standing[0];
  if (!before) throw new Error('every town has a rubric');
  return before;
}
