import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { PlanState } from '@weidangxiao/shared/rules/implementation-plan.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip, type Tone } from '../../components/chip.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { Segments } from '../../components/tabs.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { BlocksView } from '../lessons/blocks-view.tsx';
import { TownTabs } from '../towns/town-tabs.tsx';
import css from './implementation-plans.module.css';
import { PlanComparison } from './plan-comparison.tsx';

type Row = Answer<'listImplementationPlans'>['items'][number];
const stateNames: Readonly<Record<PlanState, string>> = { current: '正在用', coming: '还没到日子', past: '以前的' };
const stateTones: Readonly<Record<PlanState, Tone>> = { current: 'green', coming: 'blue', past: 'plain' };

/** The document that the school works by: its versions, and the one that somebody reads. */
export function PlansPage() {
  const writes = useMay('implementation-plans.write');
  const loaded = useLoaded('plans', () => call('listImplementationPlans', { query: { pageSize: 50 } }));
  const [picked, setPicked] = useState<number | null>(null);
  const write = writes ? <Button kind="primary" icon="plus" onClick={() => go('/implementation-plan/new')}>{loaded.data?.total ? '出新的一版' : '写实施方案'}</Button> : null;
  return (
    <Page title="学校资料" aside="实施方案一版一版留着，不改旧的" actions={write}>
      <TownTabs now="/implementation-plan" />
      <Ready of={loaded}>
        {({ items }) => {
          const shown = picked ?? items.find(({ state }) => state === 'current')?.version ?? items[0]?.version ?? null;
          if (shown === null) return <Empty title="还没有实施方案">把镇里发的文件放进来，党员在手机上能看</Empty>;
          return (
            <div className={css.columns}>
              <ul className={css.versions} aria-label="各版">{items.map((row) => <Version key={row.id} row={row} now={row.version === shown} onPick={() => setPicked(row.version)} />)}</ul>
              <Text version={shown} before={items.find(({ version }) => version === shown - 1)?.version ?? null} />
            </div>
          );
        }}
      </Ready>
    </Page>
  );
}

function Version({ row: { version, effectiveFrom, state, changes, created }, now, onPick }: { row: Row; now: boolean; onPick: () => void }) {
  return (
    <li>
      <button type="button" aria-current={now ? 'true' : undefined} onClick={onPick}>
        <span className="row">
          <b className="medium">第{version}版</b>
          <Chip tone={stateTones[state]}>{stateNames[state]}</Chip>
        </span>
        <span className="note-size minor">{dateWithYear(effectiveFrom)}起，{created.by.name}{whenInChinese(created.at)}写</span>
        <span className="note-size">{changes}</span>
      </button>
    </li>
  );
}

/** Read as a whole, or against the version before it. */
function Text({ version, before }: { version: number; before: number | null }) {
  const [look, setLook] = useState<'whole' | 'compared'>('whole');
  const compared = look === 'compared' && before !== null;
  return (
    <div className={css.text}>
      {before === null ? null : <Segments label="怎么看" tabs={[{ key: 'whole', label: '全文' }, { key: 'compared', label: `和第${before}版比` }]} now={look} onPick={setLook} />}
      {compared ? <PlanComparison before={before} after={version} /> : <Whole version={version} />}
    </div>
  );
}

function Whole({ version }: { version: number }) {
  const loaded = useLoaded(String(version), () => call('getImplementationPlan', { query: { version } }));
  return (
    <Ready of={loaded}>
      {({ title, blocks }) => (
        <article>
          <h2>{title}</h2>
          <BlocksView blocks={blocks} />
        </article>
      )}
    </Ready>
  );
}
