import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DropZone } from '../../components/drop-zone.tsx';
import { TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { Page } from '../../components/page.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { BlockList } from '../lessons/block-list.tsx';
import { keyed, type KeyedBlock, storable } from '../lessons/keyed-blocks.ts';
import { WordWarningsNote } from '../lessons/word-warnings.tsx';
import css from './implementation-plans.module.css';
import { usePlanBody } from './use-plan-body.ts';

interface Before {
  version: number;
  title: string;
  /** The next one is not in force before it. */
  effectiveFrom: string;
  blocks: KeyedBlock[];
}

interface Draft {
  title: string;
  effectiveFrom: string;
  changes: string;
}

/** A new version begins with the words of the one before it. */
export function NewPlanPage() {
  const loaded = useLoaded('before', newest);
  return <Ready of={loaded} lines={8}>{(before) => <Write before={before} />}</Ready>;
}

function Write({ before }: { before: Before }) {
  const id = useMemo(clientId, []);
  const [draft, setDraft] = useState<Draft>({ title: before.title, effectiveFrom: before.effectiveFrom > today() ? before.effectiveFrom : today(), changes: '' });
  const act = useAct();
  const { blocks, setBlocks, warnings, progress, read } = usePlanBody(before.blocks, act, draft.title, (title) => setDraft((now) => ({ ...now, title })));
  const [saved, setSaved] = useState(false);
  const touched = draft.changes !== '' || blocks !== before.blocks || draft.title !== before.title;
  useUnsaved(touched && !saved ? '新的一版还没保存' : null);
  const ready = draft.title.trim() !== '' && draft.changes.trim() !== '' && draft.effectiveFrom !== '' && storable(blocks).length > 0;
  const save = async (): Promise<void> => {
    const body = { clientId: id, basedOn: before.version, title: draft.title.trim(), blocks: storable(blocks), effectiveFrom: draft.effectiveFrom, changes: draft.changes.trim() };
    if (!(await act.run(() => call('createImplementationPlan', { body })))) return;
    setSaved(true);
    say(`第${before.version + 1}版存好了`);
    setTimeout(() => go('/implementation-plan'), 0);
  };
  const actions = <Actions version={before.version + 1} busy={act.busy} ready={ready} onSave={() => void save()} />;
  return (
    <Page title="实施方案" aside={before.version > 0 ? `从第${before.version}版改起，旧的留着` : '第一版'} actions={actions}>
      <div className={css.form}>
        <FailureNote failure={act.failure} placed={['title', 'effectiveFrom', 'changes']} />
        <PlanFields draft={draft} before={before} wrong={(field) => blameOn(act.failure, field)} onChange={(part) => setDraft({ ...draft, ...part })} />
        <DropZone label="选一个Word文件" accept=".docx" progress={progress} onFile={(file) => void read(file)}>从Word读进来，会换掉下面的正文</DropZone>
        <WordWarningsNote warnings={warnings} />
        <BlockList blocks={blocks} onChange={setBlocks} />
      </div>
    </Page>
  );
}

function Actions({ version, busy, ready, onSave }: { version: number; busy: boolean; ready: boolean; onSave: () => void }) {
  return (
    <>
      <Button onClick={() => go('/implementation-plan')}>先不</Button>
      <Button kind="primary" busy={busy} disabled={!ready} onClick={onSave}>存成第{version}版</Button>
    </>
  );
}

function PlanFields({ draft, before: { version, effectiveFrom }, wrong, onChange }: { draft: Draft; before: Before; wrong: (field: string) => string | null; onChange: (part: Partial<Draft>) => void }) {
  return (
    <FormGrid>
      <Cell part="half"><TextField label="名称" maxLength={60} value={draft.title} error={wrong('title')} onChange={(event) => onChange({ title: event.target.value })} /></Cell>
      <Cell part="quarter"><TextField label="从哪天起用" type="date" min={effectiveFrom || undefined} value={draft.effectiveFrom} error={wrong('effectiveFrom')} onChange={(event) => onChange({ effectiveFrom: event.target.value })} /></Cell>
      <Cell><TextField label="和上一版有什么不一样" maxLength={300} placeholder={version === 0 ? '第一版' : '夜校从每周一次改成两周一次'} value={draft.changes} error={wrong('changes')} onChange={(event) => onChange({ changes: event.target.value })} /></Cell>
    </FormGrid>
  );
}

async function newest(): Promise<Before> {
  const [last] = (await call('listImplementationPlans', { query: { pageSize: 1 } })).items;
  if (!last) return { version: 0, title: '', effectiveFrom: '', blocks: [] };
  const { version, title, effectiveFrom, blocks } = await call('getImplementationPlan', { query: { version: last.version } });
  return { version, title, effectiveFrom, blocks: blocks.map(keyed) };
}
