import { memberTagNames, memberTags } from '@weidangxiao/shared/rules/member-tag.ts';
import { Button } from '../../components/button.tsx';
import { Check, SelectField } from '../../components/field.tsx';
import { Fieldset, Radios } from '../../components/fieldset.tsx';
import { blameOn } from '../../platform/failure.ts';
import { useGroups } from '../groups/use-groups.ts';
import type { SessionDraft } from './session-draft.ts';
import type { FieldsProps } from './session-fields.tsx';

const ways = [{ value: 'groups', label: '小组' }, { value: 'tag', label: '一类人' }, { value: 'committee', label: '支委' }];
const tagChoices = memberTags.map((value) => ({ value, label: `全镇${memberTagNames[value]}` }));

/** Whom it expects: one group or several, everybody of a kind, the branch committee. */
export function WhoFields({ draft, failure, onChange }: FieldsProps) {
  const groups = useGroups() ?? [];
  const { who, groupIds, tag } = draft;
  const toggle = (id: string, on: boolean): void => onChange({ groupIds: on ? [...groupIds, id] : groupIds.filter((other) => other !== id) });
  const wrong = blameOn(failure, 'expects') ?? blameOn(failure, 'expects.groupIds');
  return (
    <>
      <Radios label="按什么定" choices={ways} value={who} onPick={(value) => onChange({ who: value as SessionDraft['who'] })} />
      {who === 'groups' ? (
        <>
          <Fieldset label={`小组，选了${groupIds.length}个`}>
            {groups.map(({ id, name }) => (
              <Check key={id} label={name} checked={groupIds.includes(id)} onChange={(on) => toggle(id, on)} />
            ))}
          </Fieldset>
          <span className="row">
            <Button small onClick={() => onChange({ groupIds: groups.map(({ id }) => id) })}>全选</Button>
            <Button small disabled={groupIds.length === 0} onClick={() => onChange({ groupIds: [] })}>全不选</Button>
          </span>
        </>
      ) : null}
      {who === 'tag' ? <SelectField label="哪一类" choices={tagChoices} value={tag} onChange={(event) => onChange({ tag: event.target.value })} /> : null}
      {wrong ? <p className="amber note-size" role="alert">{wrong}</p> : null}
    </>
  );
}
