import { type RequestState, requestStateNames, requestStates } from '@weidangxiao/shared/rules/course.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Chip, type Tone } from '../../components/chip.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor, useMaySomewhere } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { useFirstGroup } from '../groups/use-groups.ts';
import { CourseTabs } from './course-tabs.tsx';
import type { CourseRequest } from './course-words.ts';
import { RequestActs } from './request-acts.tsx';

const pageSize = 30;
const tones: Readonly<Record<RequestState, Tone>> = { open: 'amber', planned: 'green', closed: 'plain' };
const states = [...requestStates.map((value) => ({ value: value as string, label: requestStateNames[value] })), { value: '', label: '全部' }];

/** What people ask for, and what has become of it. */
export function CourseRequestsPage() {
  const [filter, setFilter] = useState({ state: 'open', groupId: useFirstGroup('course-requests.plan', ''), page: 1 });
  const plans = useMayFor('course-requests.plan');
  const acts = useMaySomewhere('course-requests.plan');
  const { state, groupId, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listCourseRequests', { query: { page, pageSize, groupId: groupId || undefined, state: (state || undefined) as RequestState | undefined } }));
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  return (
    <Page title="教材课程" aside="党员想学什么，点出来，排成活动">
      <CourseTabs now="/course-requests" />
      <FilterBar>
        <BarSelect label="到哪一步" value={state} choices={states} onChange={(event) => set({ state: event.target.value })} />
        <GroupSelect value={groupId} onPick={(next) => set({ groupId: next })} />
      </FilterBar>
      <PagedTable of={loaded} label="点课" columns={columnsFor(acts ? ({ group }) => plans(group?.id ?? null) : null, () => void loaded.reload())} rowId={({ id }) => id} unit="门" onPage={(next) => set({ page: next })} empty={state === 'open' ? '没有等着排的' : '没有这样的'} hint="党员在手机上点课，别人可以跟着点" />
    </Page>
  );
}

function columnsFor(plans: ((request: CourseRequest) => boolean) | null, onChanged: () => void): ColumnDef<CourseRequest>[] {
  const acts: ColumnDef<CourseRequest> = { id: 'acts', header: '', cell: ({ row: { original } }) => plans?.(original) && <RequestActs request={original} onChanged={onChanged} />, meta: { right: true } };
  return [
    { header: '想学什么', cell: ({ row: { original } }) => <What request={original} />, meta: { wrap: true } },
    { header: '谁点的', cell: ({ row: { original } }) => <span className="minor">{original.group?.name ?? ''}</span>, meta: { limit: 10 } },
    { header: '人数', cell: ({ row: { original } }) => <span title={original.people?.map(({ name }) => name).join('、')}>{original.joined}</span>, meta: { right: true } },
    { header: '什么时候', cell: ({ row: { original } }) => <span className="minor">{whenInChinese(original.createdAt)}</span> },
    { header: '到哪一步', cell: ({ row: { original } }) => <Chip tone={tones[original.state]}>{requestStateNames[original.state]}</Chip> },
    ...(plans ? [acts] : []),
  ];
}

function What({ request: { title, detail, people, session, closed } }: { request: CourseRequest }) {
  return (
    <>
      <b className="medium">{title}</b>
      {detail ? <span className="minor">，{detail}</span> : null}
      {people ? <p className="note-size minor">{people.slice(0, 6).map(({ name }) => name).join('、')}{people.length > 6 ? `等${people.length}人` : ''}</p> : null}
      {session ? <p className="note-size"><a className="link" href={`#/sessions/${session.id}`}>{dateWithYear(session.date)}，{session.title}</a></p> : null}
      {closed ? <p className="note-size minor">{closed.note}</p> : null}
    </>
  );
}
