import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { CourseTabs } from '../courses/course-tabs.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { type Category, categoryChoices, categoryNames, categoryTones, lengthOf, type LessonRow } from './lesson-words.ts';

const pageSize = 50;

const columns: ColumnDef<LessonRow>[] = [
  { header: '类别', cell: ({ row: { original } }) => <Chip tone={categoryTones[original.category]}>{categoryNames[original.category]}</Chip>, meta: { width: 90 } },
  { header: '课名', cell: ({ row: { original } }) => <a className="medium" href={`#/lessons/${original.id}`}>{original.title}</a>, meta: { wrap: true } },
  { header: '出处', cell: ({ row: { original } }) => <span className="minor">{original.source ?? ''}</span>, meta: { wrap: true } },
  { header: '音频', cell: ({ row: { original } }) => <Sound audio={original.audio} />, meta: { width: 110 } },
  { header: '读完', cell: ({ row: { original } }) => `${original.minutes}分钟`, meta: { right: true, width: 90 } },
  { header: '发过', cell: ({ row: { original } }) => <span className="minor">{original.sentOn ? dateWithYear(original.sentOn) : '没发过'}</span>, meta: { right: true, width: 140 } },
];

function Sound({ audio }: { audio: LessonRow['audio'] }) {
  return (
    <span className={`row note-size ${audio ? 'green' : 'minor'}`}>
      <Icon name={audio ? 'audioLines' : 'mic'} size={14} />
      {audio ? lengthOf(audio.seconds) : '还没录'}
    </span>
  );
}

/** The catalogue: what the town can teach, and the way in for Word files. */
export function LessonsPage() {
  const [filter, setFilter] = useState({ q: '', category: '', page: 1 });
  const [importing, setImporting] = useState(false);
  const writes = useMay('lessons.write');
  const { q, category, page } = filter;
  const loaded = useLoaded(`${q} ${category} ${page}`, () =>
    call('listLessons', { query: { page, pageSize, q: q || undefined, category: (category || undefined) as Category | undefined } }),
  );
  const actions = writes ? (
    <>
      <Button icon="fileUp" onClick={() => setImporting(true)}>从Word导入</Button>
      <Button kind="primary" icon="plus" onClick={() => go('/lessons/new')}>写一课</Button>
    </>
  ) : null;
  return (
    <Page title="教材课程" aside={loaded.data ? `${loaded.data.total}课` : ''} actions={actions}>
      <CourseTabs now="/lessons" />
      <FilterBar>
        <SearchBox label="找课名" onSearch={(words) => setFilter({ ...filter, q: words, page: 1 })} />
        <BarSelect label="类别" value={category} choices={[{ value: '', label: '全部类别' }, ...categoryChoices]} onChange={(event) => setFilter({ ...filter, category: event.target.value, page: 1 })} />
      </FilterBar>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={q || category ? '没有找到' : '还没有课'}>{q || category ? '换个词，或者看全部类别' : '把现成的Word文档导进来，改一改就是一课'}</Empty>
          ) : (
            <>
              <DataTable label="教材课程" columns={columns} rows={items} rowId={({ id }) => id} onOpen={({ id }) => go(`/lessons/${id}`)} />
              <Pager page={page} pageSize={pageSize} total={total} unit="课" onPage={(next) => setFilter({ ...filter, page: next })} />
            </>
          )
        }
      </Ready>
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </Page>
  );
}
