import { formDefinition, type FormKey, formKeys, type FormSubject } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { askedIn } from '../../platform/router.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useReach } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { fileName, fileOf, type Format, type PaperChoice, type PaperForm, viewOf, wanted } from './paper-choice.ts';
import { PaperTabs } from './paper-tabs.tsx';
import { PaperTarget, thisMonth } from './paper-target.tsx';
import { PrintForm } from './print-form.tsx';

/** One sheet: which, of whom, of when; then to be looked at, printed or taken away. */
export function PaperworkPage() {
  const subjects = useSubjects();
  const keys = formKeys.filter((key) => subjects.has(formDefinition(key).subject));
  const [choice, setChoice] = useState(() => firstChoice(keys));
  const want = wanted(choice);
  const key = want && JSON.stringify(want);
  const shown = useLoaded(key, () => viewOf(want as NonNullable<typeof want>));
  const act = useAct();
  const save = (form: PaperForm, format: Format): Promise<boolean> => act.run(async () => want && saveFile(await fileOf(want, format), fileName(form, choice, format)));
  const actions = (
    <>
      <Button icon="download" disabled={!shown.data || act.busy} onClick={() => shown.data && void save(shown.data, 'xlsx')}>Excel</Button>
      <Button icon="download" disabled={!shown.data || act.busy} onClick={() => shown.data && void save(shown.data, 'docx')}>Word</Button>
      <Button kind="primary" icon="printer" disabled={!shown.data} onClick={() => window.print()}>打印</Button>
    </>
  );
  return (
    <Page title="表格材料" aside="都从记录里来，不用再填一遍" actions={actions}>
      <PaperTabs now="/paperwork" />
      <FilterBar>
        <FormSelect value={choice.form} keys={keys} onPick={(form) => setChoice({ ...choice, form })} />
        <PaperTarget choice={choice} onChange={(part) => setChoice({ ...choice, ...part })} />
      </FilterBar>
      <FailureNote failure={act.failure} />
      {want ? <Ready of={shown}>{(form) => <PrintForm form={form} />}</Ready> : <Empty title={missing(choice)}>选好以后，这里就是打印出来的样子</Empty>}
    </Page>
  );
}

function firstChoice(keys: readonly FormKey[]): PaperChoice {
  const form = keys.find((key) => key === askedIn('form')) ?? keys[0] ?? 'sign-in-blank';
  return { form, month: askedIn('month') || (isRated(form) ? lastMonth() : thisMonth()), wholeYear: false, groupId: askedIn('group'), sessionId: askedIn('session'), member: null, objectionId: askedIn('objection') };
}

/** Of the month that is over: this one has no scores yet. */
const isRated = (form: FormKey): boolean => ['scores', 'published'].includes(formDefinition(form).subject);
const lastMonth = (): string => addDays(`${thisMonth()}-01`, -1).slice(0, 7);

function missing({ form }: PaperChoice): string {
  return { session: '要哪一场活动的', group: '要哪个小组的', member: '要谁的', town: '', scores: '', published: '', objection: '' }[formDefinition(form).subject];
}

/** Whose forms this person may make. */
function useSubjects(): ReadonlySet<FormSubject> {
  const reaches = { session: useReach('paperwork.sessions'), group: useReach('paperwork.groups'), member: useReach('paperwork.members'), town: useReach('paperwork.town'), scores: useReach('paperwork.scores'), published: useReach('paperwork.published'), objection: useReach('objections.follow') };
  const isEnough = (subject: FormSubject): boolean => reaches[subject] === 'town' || (reaches[subject] === 'group' && (subject === 'session' || subject === 'group' || subject === 'objection'));
  return new Set((Object.keys(reaches) as FormSubject[]).filter(isEnough));
}

/** By the town's own names. */
function FormSelect({ value, keys, onPick }: { value: FormKey; keys: readonly FormKey[]; onPick: (form: FormKey) => void }) {
  const forms = useLoaded('forms', () => call('listForms', {})).data?.forms ?? [];
  const titles = new Map(forms.map(({ key, title }) => [key, title]));
  return <BarSelect label="哪张表" value={value} choices={keys.map((key) => ({ value: key, label: titles.get(key) ?? formDefinition(key).title }))} onChange={(event) => onPick(event.target.value as FormKey)} />;
}
