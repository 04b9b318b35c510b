import { Check, SelectField, TextArea, TextField } from '../../components/field.tsx';
import { blameOn, type Failure } from '../../platform/failure.ts';
import { genderChoices, type Member, type Tag, tagNames, tags } from './member-words.ts';
import css from './members.module.css';

/** What is written about a person, as it stands in a form. */
export interface Person {
  name: string;
  gender: '' | 'male' | 'female';
  tags: Tag[];
  duty: string;
  joinedOn: string;
  paper: boolean;
  /** Null: not touched. It is never shown without having been asked for. */
  remark: string | null;
}

export const blankPerson: Person = { name: '', gender: '', tags: ['party_member'], duty: '', joinedOn: '', paper: false, remark: null };

export function personOf({ name, gender, tags: held, duty, joinedOn, paper }: Member): Person {
  return { name, gender: gender ?? '', tags: held, duty: duty ?? '', joinedOn: joinedOn ?? '', paper, remark: null };
}

export function personBody({ name, gender, tags: held, duty, joinedOn, paper, remark }: Person) {
  const about = { name: name.trim(), gender: gender || null, tags: held, duty: duty.trim() || null, joinedOn: joinedOn.trim() || null, paper };
  return remark === null ? about : { ...about, remark: remark.trim() || null };
}

interface Props {
  person: Person;
  failure: Failure | null;
  onChange: (part: Partial<Person>) => void;
}

export function PersonFields({ person, failure, onChange }: Props) {
  const wrong = (field: string): string | null => blameOn(failure, field);
  const toggle = (tag: Tag, on: boolean): void => onChange({ tags: on ? [...person.tags, tag] : person.tags.filter((one) => one !== tag) });
  return (
    <>
      <div className={css.pair}>
        <TextField label="姓名" maxLength={30} value={person.name} error={wrong('name')} onChange={(event) => onChange({ name: event.target.value })} />
        <SelectField label="性别" choices={genderChoices} value={person.gender} onChange={(event) => onChange({ gender: event.target.value as Person['gender'] })} />
      </div>
      <div className={css.pair}>
        <TextField label="职务" maxLength={60} value={person.duty} error={wrong('duty')} onChange={(event) => onChange({ duty: event.target.value })} />
        <TextField label="入党时间" placeholder="1990-09" maxLength={10} value={person.joinedOn} error={wrong('joinedOn')} onChange={(event) => onChange({ joinedOn: event.target.value })} />
      </div>
      <fieldset className={css.tagsField}>
        <legend className="note-size minor">类别</legend>
        {tags.map((tag) => (
          <Check key={tag} label={tagNames[tag]} checked={person.tags.includes(tag)} onChange={(on) => toggle(tag, on)} />
        ))}
      </fieldset>
      <Check label="每周主题用纸质稿，由组长送到（和手机上学一样算）" checked={person.paper} onChange={(paper) => onChange({ paper })} />
      <TextArea label="备注" rows={2} maxLength={500} placeholder="身体情况等。加密存着，看一次记一次" value={person.remark ?? ''} onChange={(event) => onChange({ remark: event.target.value })} />
    </>
  );
}
