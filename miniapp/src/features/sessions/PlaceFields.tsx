import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { call } from '@/platform/request';
import { useStored } from '@/platform/stored';
import type { Chosen } from './plan';
import styles from './PlanForm.module.scss';
import { instantsOf, type When } from './times';

const few = 4;

interface VenueFieldProps {
  chosen: Chosen;
  /** null where the time stands already. */
  when: When | null;
  groupId: string;
  onChange: (chosen: Chosen) => void;
}

/** Venues seen from the group, the nearest first, with what is booked at that time said; or a place in words. */
export function VenueField({ chosen, when, groupId, onChange }: VenueFieldProps) {
  const times = when ? instantsOf(when) : null;
  const venues = useStored(groupId ? `venues/${groupId}/${times ? `${times.startsAt}-${times.endsAt}` : ''}` : null, () => call('listVenues', { query: { pageSize: 30, groupId, ...times } }));
  const options = (venues.value?.items ?? []).filter(({ closed }) => !closed).map(({ id, name, free }) => ({ value: id, name: free === false ? `${name}（有人订了）` : name, text: name }));
  return <ListOrWords label="在哪里" words="地点" placeholder="院坝、村活动室……" options={options} chosen={chosen} onChange={onChange} />;
}

/** Who teaches: from the town's list, or by name. */
export function TeacherField({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const teachers = useStored('teachers', () => call('listTeachers', { query: { pageSize: 30 } }));
  const options = (teachers.value?.items ?? []).map(({ id, name, organisation }) => ({ value: id, name, text: organisation ? `${organisation}${name}` : name }));
  return <ListOrWords label="谁来讲" words="主讲" placeholder="没有可以不填" options={options} chosen={chosen} onChange={onChange} />;
}

interface ListOrWordsProps {
  label: string;
  words: string;
  placeholder: string;
  options: readonly { readonly value: string; readonly name: string; readonly text: string }[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

function ListOrWords({ label, words, placeholder, options, chosen, onChange }: ListOrWordsProps) {
  const [all, setAll] = useState(false);
  const first = options.filter(({ value }, at) => at < few || value === chosen.id);
  const pick = (value: string) => onChange(value === chosen.id ? { id: null, text: '' } : { id: value, text: options.find((one) => one.value === value)?.text ?? '' });
  return (
    <>
      <View className={styles.label}>{label}</View>
      <Picks label={label} options={all ? options : first} chosen={chosen.id ? [chosen.id] : []} onPick={pick} />
      {!all && options.length > few && (
        <View className={styles.more}>
          <Button kind="text" size="small" onTap={() => setAll(true)}>
            看全部{options.length}个
          </Button>
        </View>
      )}
      <Field bare spoken label={words} value={chosen.text} onChange={(text) => onChange({ id: chosen.id && options.find(({ value }) => value === chosen.id)?.text === text ? chosen.id : null, text })} longest={80} placeholder={placeholder} />
    </>
  );
}
