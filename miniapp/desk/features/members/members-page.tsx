import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { roleNames } from '../../platform/role-names.ts';
import { askedIn, go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { useGroups } from '../groups/use-groups.ts';
import { MemberPanel } from './member-panel.tsx';
import { type Member, type MemberState, stateChoices, tagNames } from './member-words.ts';
import css from './members.module.css';
import { NewMember } from './new-member.tsx';
import { RosterTabs } from './roster-tabs.tsx';

const pageSize = 50;

const columns: ColumnDef<Member>[] = [
  { header: '姓名', cell: ({ row: { original } }) => <a className="medium" href={`#/members/${original.id}`} onClick={(event) => event.stopPropagation()}>{original.name}</a>, meta: { width: 84, limit: 7 } },
  { header: '小组', cell: ({ row: { original } }) => original.groupName ?? <span className="amber">没有小组</span>, meta: { limit: 11 } },
  { header: '手机', cell: ({ row: { original } }) => <Phone member={original} /> },
  { header: '类别', cell: ({ row: { original } }) => <span className="minor">{original.tags.map((tag) => tagNames[tag]).join('、')}</span>, meta: { limit: 10 } },
  { header: '职务', cell: ({ row: { original } }) => original.duty ?? '', meta: { limit: 10 } },
  { header: '入党', cell: ({ row: { original } }) => original.joinedOn ?? '' },
  { header: '角色', cell: ({ row: { original } }) => <Roles member={original} /> },
  { header: '怎么收', cell: ({ row: { original } }) => <span className="minor">{original.paper ? '纸质稿' : original.bound ? '微信' : '没绑微信'}</span> },
];

function Phone({ member: { phoneMasked, phoneShared } }: { member: Member }) {
  if (!phoneMasked) return <span className="faint">没有</span>;
  return (
    <>
      {phoneMasked}
      {phoneShared ? <span className="faint note-size"> 共用</span> : null}
    </>
  );
}

function Roles({ member: { roles } }: { member: Member }) {
  return (
    <span className="row">
      {roles.filter(({ role }) => role !== 'member').map(({ id, role }) => (
        <Chip key={id} tone="blue">{roleNames[role]}</Chip>
      ))}
    </span>
  );
}

interface Filter {
  groupId: string;
  q: string;
  state: MemberState;
  page: number;
}

/** Everybody of the town; `open`: the person whose panel is open. */
export function MembersPage({ open }: { open: string | null }) {
  const [filter, setFilter] = useState<Filter>(() => ({ groupId: askedIn('group'), q: askedIn('q'), state: 'active', page: 1 }));
  const [adding, setAdding] = useState(false);
  const groups = useGroups() ?? [];
  const writes = useMay('members.write');
  const { groupId, q, state, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listMembers', { query: { page, pageSize, groupId: groupId || undefined, q: q || undefined, state } }));
  const set = (part: Partial<Filter>): void => setFilter({ ...filter, page: 1, ...part });
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>加一个人</Button> : null;
  return (
    <Page title="花名册" aside={loaded.data ? `${loaded.data.total}人` : ''} actions={add}>
      <RosterTabs now="/members" />
      <div className={css.filter}>
        <SearchBox label="找姓名" initial={q} onSearch={(words) => set({ q: words })} />
        <GroupSelect permission="members.read" value={groupId} onPick={(next) => set({ groupId: next })} />
        <BarSelect label="在册状态" value={state} choices={stateChoices} onChange={(event) => set({ state: event.target.value as MemberState })} />
      </div>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={q || groupId ? '没有找到' : '这里还没有人'}>{q || groupId ? '换个名字，或者看全部小组' : '一个个加，或者从Excel导入'}</Empty>
          ) : (
            <>
              <DataTable label="花名册" columns={columns} rows={items} rowId={({ id }) => id} onOpen={({ id }) => go(`/members/${id}`)} />
              <Pager page={page} pageSize={pageSize} total={total} unit="人" onPage={(next) => set({ page: next })} />
            </>
          )
        }
      </Ready>
      {open ? <MemberPanel key={open} id={open} groups={groups} onChanged={() => void loaded.reload()} onClose={() => go('/members')} /> : null}
      {adding ? <NewMember groups={groups} onClose={() => setAdding(false)} onMade={() => { setAdding(false); void loaded.reload(); }} /> : null}
    </Page>
  );
}
