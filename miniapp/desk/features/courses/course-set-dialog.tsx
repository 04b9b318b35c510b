import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { CourseSet } from './course-words.ts';
import { type Step, StepList } from './step-list.tsx';
import { useTags } from './use-tags.ts';

interface Props {
  set: CourseSet | null;
  onClose: () => void;
  onDone: () => void;
}

interface Draft {
  title: string;
  tag: string;
  why: string;
  steps: Step[];
}

function draftOf(set: CourseSet | null): Draft {
  const steps = set?.steps.map(({ topic, lessonId, lesson }) => ({ topic, lessonId, title: lesson?.title ?? (lessonId ? '已配的课' : null) })) ?? [];
  return { title: set?.title ?? '', tag: set?.tag ?? 'party_member', why: set?.why ?? '', steps: steps.length > 0 ? steps : [{ topic: '', lessonId: null, title: null }] };
}

/** For whom, why, and what comes after what. */
export function CourseSetDialog({ set, onClose, onDone }: Props) {
  const before = draftOf(set);
  const [draft, setDraft] = useState(before);
  const tags = useTags();
  const act = useAct();
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const steps = draft.steps.filter(({ topic }) => topic.trim() !== '').map(({ topic, lessonId }) => ({ topic: topic.trim(), lessonId }));
  const ready = draft.title.trim() !== '' && draft.why.trim() !== '' && steps.length > 0;
  const save = async (): Promise<void> => {
    if (!ready) return;
    const body = { title: draft.title.trim(), tag: draft.tag, why: draft.why.trim(), steps };
    if (!(await act.run(() => (set ? call('updateCourseSet', { params: { id: set.id }, body }) : call('createCourseSet', { body }))))) return;
    say(set ? '改好了' : '排好了，对得上的人在手机上能看到');
    onDone();
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>{set ? '保存' : '排上'}</Button>
    </>
  );
  return (
    <Dialog title={set ? '改套餐课程' : '排一套课'} size="wide" onClose={onClose} actions={actions} unsaved={JSON.stringify(draft) !== JSON.stringify(before)} onSubmit={() => void save()}>
      <FormGrid>
        <Cell part="half"><TextField label="叫什么" maxLength={40} value={draft.title} error={wrong('title')} onChange={(event) => change({ title: event.target.value })} /></Cell>
        <Cell part="half"><SelectField label="给谁" hint="镇里自己的标签，在花名册的人身上加" choices={tags.map(({ tag, name, members }) => ({ value: tag, label: `${name}，${members}人` }))} value={draft.tag} onChange={(event) => change({ tag: event.target.value })} /></Cell>
        <Cell><TextField label="为什么排它" maxLength={120} placeholder="带头人先会，才带得动。" hint="手机上推荐时，就用这句话" value={draft.why} error={wrong('why')} onChange={(event) => change({ why: event.target.value })} /></Cell>
      </FormGrid>
      <StepList steps={draft.steps} onChange={(next) => change({ steps: next })} />
      <FailureNote failure={act.failure} placed={['title', 'why']} />
    </Dialog>
  );
}
