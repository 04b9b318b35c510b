import { View } from '@tarojs/components';
import { mostInSeries, sessionFormatNames, sessionFormats, sessionKindNames, type SessionFormat, type SessionKind } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Switch } from '@/components/Switch';
import { Words } from '@/components/Words';
import { useWeek } from '../week/week';
import { type Draft, lastDate, suggestedTitle, withKind } from './plan';
import styles from './PlanForm.module.scss';
import { TeacherField, VenueField } from './PlaceFields';
import { weekdayName } from './sessions';
import { WhenField } from './WhenField';

interface PlanFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** It exists already: its time is moved with a word to everybody, its kind stays as it is told. */
  existing: boolean;
  /** The groups that this person leads, where there are several. */
  groups: readonly { readonly id: string; readonly name: string }[];
}

const kinds = (['night', 'group', 'practice'] as const).map((value) => ({ value: value as SessionKind, name: sessionKindNames[value] }));
const formats = sessionFormats.map((value) => ({ value, name: sessionFormatNames[value] }));

/** A session in a minute: what is usual stands there already, the title from this week's theme. */
export function PlanForm({ draft, onChange, existing, groups }: PlanFormProps) {
  const put = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <>
      {groups.length > 1 && !existing && (
        <>
          <View className={styles.label}>哪个小组</View>
          <Picks label="哪个小组" options={groups.map(({ id, name }) => ({ value: id, name }))} chosen={[draft.groupId]} onPick={(groupId) => put({ groupId })} />
        </>
      )}
      <View className={styles.label}>哪一类</View>
      <Picks label="哪一类" options={kinds} chosen={[draft.kind]} onPick={(kind) => onChange(existing ? { ...draft, kind } : withKind(draft, kind))} />
      <Title draft={draft} put={put} />
      {!existing && <WhenField when={draft.when} onChange={(when) => put({ when })} />}
      <VenueField chosen={draft.venue} when={existing ? null : draft.when} groupId={draft.groupId} onChange={(venue) => put({ venue })} />
      <More draft={draft} put={put} open={existing} />
      {!existing && <Series draft={draft} put={put} />}
      <View className={styles.room} />
    </>
  );
}

interface PartProps {
  draft: Draft;
  put: (part: Partial<Draft>) => void;
}

function Title({ draft, put }: PartProps) {
  const theme = useWeek(null).value?.theme ?? null;
  const suggestion = theme && suggestedTitle(draft.kind, theme.title);
  return (
    <>
      <Field spoken label="题目" value={draft.title} onChange={(title) => put({ title })} longest={60} placeholder="这一次讲什么" />
      {theme && suggestion && draft.title !== suggestion && (
        <View className={styles.more}>
          <Button kind="text" size="small" onTap={() => put({ title: suggestion, monday: theme.monday })}>
            用本周主题
          </Button>
        </View>
      )}
    </>
  );
}

/** What has a usual answer is behind one tap. */
function More({ draft, put, open }: PartProps & { open: boolean }) {
  const [shown, setShown] = useState(open || draft.agenda !== '' || draft.teacher.text !== '');
  if (!shown) {
    return (
      <View className={styles.more}>
        <Button kind="text" size="small" icon="plus" onTap={() => setShown(true)}>
          主讲、形式、讲哪几点
        </Button>
      </View>
    );
  }
  return (
    <>
      <TeacherField chosen={draft.teacher} onChange={(teacher) => put({ teacher })} />
      <View className={styles.label}>怎么学</View>
      <Picks label="怎么学" options={formats} chosen={[draft.format]} onPick={(format: SessionFormat) => put({ format })} />
      <Field spoken label="讲哪几点" value={draft.agenda} onChange={(agenda) => put({ agenda })} lines longest={1000} placeholder="收尾时会先替你填好" />
    </>
  );
}

const counts = [4, 6, 8, 12].map((count) => ({ value: String(count), name: `${count}次` }));

function Series({ draft, put }: PartProps) {
  const every = weekdayName(draft.when.date).replace('周', '每周');
  const on = draft.times > 1;
  return (
    <>
      <View className={styles.switch}>
        <Words>{every}都办</Words>
        <Switch on={on} label={`${every}都办`} onChange={(yes) => put({ times: yes ? Number(counts[0]?.value) : 1 })} />
      </View>
      {on && (
        <>
          <Picks label="一共几次" options={counts} chosen={[String(draft.times)]} onPick={(value) => put({ times: Math.min(mostInSeries, Number(value)) })} />
          <Words as="note">
            一直到{dateInChinese(lastDate(draft))}，一共{draft.times}次
          </Words>
        </>
      )}
    </>
  );
}
