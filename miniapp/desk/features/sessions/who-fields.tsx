import { tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import { Button } from '../../components/button.tsx';
import { Check, SelectField } from '../../components/field.tsx';
import { Fieldset, Radios } from '../../components/fieldset.tsx';
import { blameOn } from '../../platform/failure.ts';
import { useTags } from '../courses/use-tags.ts';
import { useGroupsFor } from '../groups/use-groups.ts';
import type { SessionDraft } from './session-draft.ts';
import type { FieldsProps } from './session-fields.tsx';

const ways = [{ value: 'groups', label: '小组' }, { value: 'tag', label: '一类人' }, { value: 'committee', label: '支委' }];

/** Whom it expects: one group or several, everybody of a kind (the five, or the town's own word), the branch committee. */
export function WhoFields({ draft, failure, onChange }: FieldsProps) {
  const { groups, whole } = useGroupsFor('study-sessions.write');
  const tags = useTags();
  const { who, groupIds, tag } = draft;
  const toggle = (id: string, on: boolean): void => onChange({ groupIds: on ? [...groupIds, id] : groupIds.filter((other) => other !== id) });
  const wrong = blameOn(failure, 'expects') ?? blameOn(failure, 'expects.groupIds');
  if (!whole) return <SelectField label="小组" hint="几个小组一起的，请镇里排" error={wrong} choices={groups.map(({ id, name }) => ({ value: id, label: name }))} value={groupIds[0] ?? ''} onChange={(event) => onChange({ groupIds: [event.target.value] })} />;
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
      {who === 'tag' ? <SelectField label="哪一类" hint="镇里自己的标签，在花名册的人身上加" choices={tagChoices(tags, tag)} value={tag} onChange={(event) => onChange({ tag: event.target.value })} /> : null}
      {wrong ? <p className="amber note-size" role="alert">{wrong}</p> : null}
    </>
  );
}

/** What is chosen already is there, also while the list is on its way, and when nobody has that word any longer. */
function tagChoices(tags: ReturnType<typeof useTags>, chosen: string): { value: string; label: string }[] {
  const known = tags.map(({ tag, name, members }) => ({ value: tag, label: `全镇${name}，${members}人` }));
  return known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: `全镇${tagInChinese(chosen)}` }];
}
