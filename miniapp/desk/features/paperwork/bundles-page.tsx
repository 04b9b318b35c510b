import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { bundleStateNames, periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useEffect, useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Chip, type Tone } from '../../components/chip.tsx';
import { BarSelect, Check } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { FailureNote } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { clientId } from '../../platform/client-id.ts';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call, fetchBytes } from '../../platform/request.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import type { Format } from './paper-choice.ts';
import { PaperTabs } from './paper-tabs.tsx';
import { thisMonth } from './paper-target.tsx';
import css from './paperwork.module.css';

type Bundle = Answer<'listPaperBundles'>['items'][number];

const againMs = 2_000;
const formats = [{ value: 'docx', label: 'Word' }, { value: 'xlsx', label: 'Excel' }];
const tones: Readonly<Record<Bundle['state'], Tone>> = { waiting: 'line', making: 'blue', ready: 'green', failed: 'amber', swept: 'plain' };

/** A whole town's month or year in one file: asked for, made in the background, taken away. */
export function BundlesPage() {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`bundles ${page}`, () => call('listPaperBundles', { query: { page, pageSize: 20 } }));
  const act = useAct();
  const { reload } = loaded;
  const isWorking = loaded.data?.items.some(({ state }) => state === 'waiting' || state === 'making') ?? false;
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => void reload(), againMs);
    return () => clearInterval(timer);
  }, [isWorking, reload]);
  const ask = (period: string, format: Format): Promise<boolean> => act.run(async () => {
    await call('createPaperBundle', { body: { clientId: clientId(), period, format } });
    await reload();
  });
  const save = (bundle: Bundle): Promise<boolean> => act.run(async () => saveFile(await fetchBytes('downloadPaperBundle', { params: { id: bundle.id } }), `${periodInChinese(bundle.period)}全镇表格.zip`));
  return (
    <Page title="表格材料" aside="打好一份压缩包，留7天">
      <PaperTabs now="/paper-bundles" />
      <Asking busy={act.busy} onAsk={(period, format) => void ask(period, format)} />
      <FailureNote failure={act.failure} />
      <PagedTable of={loaded} label="打过的包" columns={columnsOf(act.busy, (bundle) => void save(bundle))} rowId={({ id }) => id} unit="份" onPage={setPage} empty="还没有打过包" hint="选好月份，点“打包”。人可以走开，打好了有通知。" />
      <Pad>
        <p className="note-size minor">一个月：推送台账、各种登记表、每场的出勤表和记录表、每组的请假补学表。整年再加每组的学时表，每人的学时证明和学习档案。</p>
      </Pad>
    </Page>
  );
}

function Asking({ busy, onAsk }: { busy: boolean; onAsk: (period: string, format: Format) => void }) {
  const [month, setMonth] = useState(thisMonth);
  const [wholeYear, setWholeYear] = useState(false);
  const [format, setFormat] = useState<Format>('docx');
  const period = wholeYear ? month.slice(0, 4) : month;
  const step = (by: number): void => {
    const [year = 0, at = 1] = month.split('-').map(Number);
    setMonth(businessDate(Date.UTC(year, at - 1 + by * (wholeYear ? 12 : 1), 15)).slice(0, 7));
  };
  return (
    <FilterBar>
      <Stepped label={periodInChinese(period)} back={wholeYear ? '上一年' : '上个月'} forth={wholeYear ? '下一年' : '下个月'} onStep={step} />
      <Check label="整年" checked={wholeYear} onChange={setWholeYear} />
      <BarSelect label="文件" value={format} choices={formats} onChange={(event) => setFormat(event.target.value as Format)} />
      <Button kind="primary" busy={busy} onClick={() => onAsk(period, format)}>打包</Button>
    </FilterBar>
  );
}

function columnsOf(busy: boolean, save: (bundle: Bundle) => void): ColumnDef<Bundle>[] {
  return [
    { header: '时间', cell: ({ row: { original } }) => <span className="medium">{periodInChinese(original.period)}</span> },
    { header: '文件', cell: ({ row: { original } }) => (original.format === 'docx' ? 'Word' : 'Excel') },
    { header: '谁要的', cell: ({ row: { original } }) => <span className="minor">{original.askedBy.name}，{whenInChinese(original.askedAt)}</span> },
    { header: '情况', cell: ({ row: { original } }) => <State bundle={original} /> },
    { header: '大小', cell: ({ row: { original } }) => sizeOf(original.bytes), meta: { right: true } },
    { header: '', id: 'take', cell: ({ row: { original } }) => (original.state === 'ready' ? <Button small icon="download" disabled={busy} onClick={() => save(original)}>下载</Button> : null), meta: { width: 110 } },
  ];
}

function State({ bundle: { state, done, total, keptUntil } }: { bundle: Bundle }) {
  if (state === 'making' && total > 0) return <span>已写{done}张，共{total}张 <progress className={css.progress} value={done} max={total} aria-label="打包的进度" /></span>;
  return <span><Chip tone={tones[state]}>{bundleStateNames[state]}</Chip>{keptUntil === null ? null : <span className="note-size minor">　留到{dateWithYear(businessDate(keptUntil))}</span>}</span>;
}

function sizeOf(bytes: number | null): string {
  if (bytes === null) return '';
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}
