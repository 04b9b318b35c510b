import { isoWeek } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { Segments } from '../../components/tabs.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { useGroups } from '../groups/use-groups.ts';
import { AudioDownloads } from './audio-downloads.tsx';
import css from './pack-page.module.css';
import { type Pack, PackSheet, PackText } from './pack-sheet.tsx';

type Look = 'sheet' | 'text';

const looks = [
  { key: 'sheet', label: '一张纸' },
  { key: 'text', label: '带全文' },
] as const;

/** 周一包: the week for those whom no phone reaches, on paper and for a loudspeaker; worth the same as the phone. */
export function PackPage({ monday }: { monday: string }) {
  const loaded = useLoaded(monday, () => packOf(monday));
  const [look, setLook] = useState<Look>('sheet');
  const [groupId, setGroupId] = useState('');
  const group = useGroups()?.find(({ id }) => id === groupId)?.name ?? '';
  const actions = <Button kind="primary" icon="printer" disabled={!loaded.data?.pack} onClick={() => window.print()}>打印</Button>;
  return (
    <Page title="周一包" aside={<a href={`#/themes/${monday}`}>回到主题</a>} actions={actions}>
      <FilterBar>
        <Segments<Look> label="印多少" tabs={looks} now={look} onPick={setLook} />
        <GroupSelect value={groupId} onPick={setGroupId} all="全镇" />
      </FilterBar>
      <Ready of={loaded}>{({ pack }) => (pack ? <Contents monday={monday} pack={pack} look={look} group={group} /> : <Empty title="这个周一还没写">写好以后就能打印周一包</Empty>)}</Ready>
    </Page>
  );
}

function Contents({ monday, pack, look, group }: { monday: string; pack: Pack; look: Look; group: string }) {
  return (
    <>
      <div className="no-print">
        <AudioDownloads label={`第${isoWeek(monday).week}周`} lessons={pack.lessons} />
      </div>
      <div className={`app light ${css.desk}`}>{look === 'sheet' ? <PackSheet pack={pack} group={group} /> : <PackText pack={pack} group={group} />}</div>
    </>
  );
}

async function packOf(monday: string): Promise<{ pack: Pack | null }> {
  const { mondays } = await call('listThemes', { query: { year: Number(monday.slice(0, 4)) } });
  const row = mondays.find((one) => one.monday === monday)?.theme;
  if (!row) return { pack: null };
  const theme = await call('getTheme', { params: { id: row.id } });
  const lessons = await Promise.all(theme.lessons.map(({ id }) => call('getLesson', { params: { id }, query: {} })));
  return { pack: { theme, lessons } };
}
