import { longestOwnTag } from '@weidangxiao/shared/rules/member-tag.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Check, TextField } from '../../components/field.tsx';
import { Fieldset } from '../../components/fieldset.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { InlineForm } from './inline-form.tsx';
import type { MemberDetail } from './member-words.ts';

interface Props {
  member: MemberDetail;
  onChanged: () => Promise<void>;
}

/** The town's own words for somebody, beside the five kinds: they decide which courses are put together for them. */
export function MemberTags({ member, onChanged }: Props) {
  const writes = useMay('tags.write') && member.state === 'active';
  const [editing, setEditing] = useState(false);
  const done = async (): Promise<void> => {
    setEditing(false);
    await onChanged();
  };
  return (
    <Section title="镇里的标签" acts={writes && !editing ? <Button small onClick={() => setEditing(true)}>改标签</Button> : null}>
      {editing ? <Edit member={member} onDone={() => void done()} onChanged={onChanged} onCancel={() => setEditing(false)} /> : <Tags words={member.ownTags} />}
    </Section>
  );
}

function Tags({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <p className="minor">没有。养蜂户、返乡青年这样的，给合适的课用</p>;
  return <p className="row wrap">{words.map((word) => <Chip key={word}>{word}</Chip>)}</p>;
}

function Edit({ member, onDone, onChanged, onCancel }: Props & { onDone: () => void; onCancel: () => void }) {
  const { data } = useLoaded('tags', () => call('listTags', {}));
  const [words, setWords] = useState<readonly string[]>(member.ownTags);
  const [fresh, setFresh] = useState('');
  const act = useAct();
  const known = [...new Set([...(data?.tags.filter(({ own }) => own).map(({ tag }) => tag) ?? []), ...words])];
  const wanted = fresh.trim() === '' ? words : [...new Set([...words, fresh.trim()])];
  const store = (own: readonly string[]): Promise<unknown> => call('setMemberTags', { params: { id: member.id }, body: { tags: [...member.tags, ...own] } });
  const save = async (): Promise<void> => {
    if (!(await act.run(() => store(wanted)))) return;
    say('标签改好了', () => store(member.ownTags).then(onChanged));
    onDone();
  };
  return (
    <InlineForm onSubmit={() => void save()}>
      {known.length > 0 ? (
        <Fieldset label={`已有的，全镇最多${data?.mostOwn ?? 12}个`}>
          {known.map((word) => (
            <Check key={word} label={word} checked={words.includes(word)} onChange={(on) => setWords(on ? [...words, word] : words.filter((one) => one !== word))} />
          ))}
        </Fieldset>
      ) : null}
      <TextField label="新加一个" maxLength={longestOwnTag} placeholder="养蜂户" value={fresh} onChange={(event) => setFresh(event.target.value)} />
      <FailureNote failure={act.failure} />
      <div className="row">
        <Button small kind="primary" type="submit" busy={act.busy}>保存</Button>
        <Button small onClick={onCancel}>先不</Button>
      </div>
    </InlineForm>
  );
}
