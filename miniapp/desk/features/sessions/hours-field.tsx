import { SelectField } from '../../components/field.tsx';

const halves = Array.from({ length: 16 }, (_, index) => String((index + 1) / 2));

/** Study hours by halves up to a day's eight. */
export function HoursField({ value, onChange }: { value: string; onChange: (hours: string) => void }) {
  const all = halves.includes(value) ? halves : [value, ...halves];
  return <SelectField label="算几个学时" hint="按时长提议，可以改" choices={all.map((hours) => ({ value: hours, label: `${hours}学时` }))} value={value} onChange={(event) => onChange(event.target.value)} />;
}
