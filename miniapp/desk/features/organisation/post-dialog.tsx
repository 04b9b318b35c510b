import { type PostRole, postRoleNames, postRoles } from '@weidangxiao/shared/rules/organisation.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import type { Failure } from '../../platform/failure.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { branchOf, type Post } from './chart.ts';

interface Props {
  post: Post | null;
  parentId: string | null;
  posts: readonly Post[];
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onKeep: (post: Post) => void;
  onRemove: (post: Post) => void;
}

/** One office of the chart; it cannot hang below itself. */
export function PostDialog({ post, parentId, posts, busy, failure, onClose, onKeep, onRemove }: Props) {
  const before = { title: post?.title ?? '', role: (post?.role ?? '') as PostRole | '', duties: post?.duties.join('\n') ?? '', parentId: parentId ?? '', member: (post?.holder.member ?? null) as Picked | null, text: post?.holder.member ? '' : (post?.holder.text ?? '') };
  const [draft, setDraft] = useState(before);
  const set = (part: Partial<typeof before>): void => setDraft({ ...draft, ...part });
  const own = post ? branchOf(posts, post.id) : new Set<string>();
  const parents = posts.filter(({ id }) => !own.has(id)).map(({ id, title }) => ({ value: id, label: title }));
  const keep = (): void => {
    if (draft.title.trim() === '') return;
    const duties = draft.duties.split('\n').map((duty) => duty.trim()).filter(Boolean);
    onKeep({ id: post?.id ?? clientId(), title: draft.title.trim(), role: draft.role || null, duties, parentId: draft.parentId || null, holder: { member: draft.member, text: draft.text.trim() } });
  };
  const actions = (
    <>
      {post ? <Button disabled={busy} onClick={() => onRemove(post)}>去掉这个岗位</Button> : null}
      <span className="grow" />
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={busy} disabled={draft.title.trim() === ''}>{post ? '保存' : '加上'}</Button>
    </>
  );
  return (
    <Dialog title={post ? '改岗位' : '加岗位'} onClose={onClose} actions={actions} unsaved={JSON.stringify(draft) !== JSON.stringify(before)} onSubmit={keep}>
      <FormGrid>
        <Cell part="half"><TextField label="岗位" maxLength={30} value={draft.title} onChange={(event) => set({ title: event.target.value })} /></Cell>
        <Cell part="half"><SelectField label="归谁管" choices={[{ value: '', label: '最上面' }, ...parents]} value={draft.parentId} onChange={(event) => set({ parentId: event.target.value })} /></Cell>
        <Cell part="half"><MemberPicker label="谁来做" value={draft.member} onPick={(member) => set({ member })} /></Cell>
        <Cell part="half">{draft.member ? null : <TextField label="不在名册里的，写名字" maxLength={30} value={draft.text} onChange={(event) => set({ text: event.target.value })} />}</Cell>
        <Cell><SelectField label="两个固定的职务" choices={[{ value: '', label: '都不是' }, ...postRoles.map((value) => ({ value: value as string, label: postRoleNames[value] }))]} value={draft.role} onChange={(event) => set({ role: event.target.value as PostRole | '' })} /></Cell>
        <Cell><TextArea label="做什么，一行一条" rows={5} value={draft.duties} onChange={(event) => set({ duties: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={failure} />
    </Dialog>
  );
}
