import { type InvitationState, invitationStateNames, invitationStates } from '@weidangxiao/shared/rules/teacher.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { InvitationLine } from './invitation-line.tsx';
import { TeacherTabs } from './teacher-tabs.tsx';

const pageSize = 30;
const choices = [{ value: '', label: '全部邀请' }, ...invitationStates.map((value) => ({ value: value as string, label: invitationStateNames[value] }))];

/** All invitations; those that wait for an answer are what somebody comes for. */
export function InvitationsPage() {
  const [state, setState] = useState('');
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${state} ${page}`, () => call('listTeacherInvitations', { query: { page, pageSize, state: (state || undefined) as InvitationState | undefined } }));
  return (
    <Page title="师资" aside="谁请了谁，答复怎么说">
      <TeacherTabs now="/teacher-invitations" />
      <FilterBar>
        <BarSelect label="答复" value={state} choices={choices} onChange={(event) => { setState(event.target.value); setPage(1); }} />
      </FilterBar>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="没有邀请">打开一位老师，点“请这位老师”</Empty>
          ) : (
            <>
              <Pad narrow>
                <ul>{items.map((invitation) => <InvitationLine key={invitation.id} invitation={invitation} named onChanged={() => void loaded.reload()} />)}</ul>
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="次" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}
