import { addDays, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { dateWithYear, now } from '../../platform/clock.ts';
import { useMayFor, useSession } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { SessionTabs } from '../sessions/session-tabs.tsx';
import { type Session, timesOf, whoOf } from '../sessions/session-words.ts';
import { sessionsBetween } from '../sessions/use-sessions.ts';
import type { SheetPage } from './sheet-pages.ts';
import { sheetsOfAll } from './sheets.ts';
import { SignInSheet } from './sign-in-sheet.tsx';
import css from './sign-in-sheet.module.css';
import list from './sheets-page.module.css';

/** A week's sheets in one go: choose, put together, print. */
export function SheetsPage() {
  const [monday, setMonday] = useState(() => mondayOf(now()));
  const [groupId, setGroupId] = useState('');
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [pages, setPages] = useState<SheetPage[] | null>(null);
  const reads = useMayFor('attendance.read');
  const act = useAct();
  const loaded = useLoaded(`${monday} ${groupId}`, () => toBePrinted(monday, groupId));
  const mine = (loaded.data ?? []).filter(({ group }) => reads(group?.id ?? null));
  const chosen = mine.filter(({ id }) => !without.has(id));
  const change = (work: () => void): void => {
    setPages(null);
    work();
  };
  const toggle = (id: string, on: boolean): void => change(() => setWithout(on ? new Set([...without].filter((one) => one !== id)) : new Set([...without, id])));
  const make = (): Promise<boolean> => act.run(async () => setPages(await sheetsOfAll(chosen.map(({ id }) => id))));
  const actions = pages ? <Button kind="primary" icon="printer" onClick={() => window.print()}>打印{pages.length}页</Button> : <Button kind="primary" busy={act.busy} disabled={chosen.length === 0} onClick={() => void make()}>出{chosen.length}场的签到表</Button>;
  return (
    <Page title="学习活动" aside="每场一页，大字" actions={actions}>
      <SessionTabs now="/sign-in-sheets" />
      <FilterBar>
        <Stepped label={`${dateWithYear(monday)}那一周`} back="上一周" forth="下一周" onStep={(by) => change(() => setMonday(addDays(monday, by * 7)))} />
        <GroupSelect permission="attendance.read" value={groupId} onPick={(next) => change(() => setGroupId(next))} />
      </FilterBar>
      <div className="no-print">
        <FailureNote failure={act.failure} />
        <Ready of={loaded} lines={5}>
          {() => (mine.length === 0 ? <Empty title="这一周没有要签到的活动">换一周，或者先排活动</Empty> : <Pad><Choices sessions={mine} without={without} onToggle={toggle} /></Pad>)}
        </Ready>
      </div>
      {pages ? <Sheets pages={pages} /> : null}
    </Page>
  );
}

function Choices({ sessions, without, onToggle }: { sessions: Session[]; without: ReadonlySet<string>; onToggle: (id: string, on: boolean) => void }) {
  return (
    <ul className={list.choices} aria-label="印哪几场">
      {sessions.map((session) => (
        <li key={session.id}>
          <Check label={`${dateWithYear(session.date)}${timesOf(session)}，${whoOf(session)}，${session.title}`} checked={!without.has(session.id)} onChange={(on) => onToggle(session.id, on)} />
        </li>
      ))}
    </ul>
  );
}

function Sheets({ pages }: { pages: readonly SheetPage[] }) {
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  return (
    <div className={`app light ${css.desk}`}>
      {pages.map((page) => (
        <SignInSheet key={`${page.session.id}-${page.at}`} page={page} school={school} />
      ))}
    </div>
  );
}

async function toBePrinted(monday: string, groupId: string): Promise<Session[]> {
  const sessions = await sessionsBetween(monday, addDays(monday, 6), { groupId, kind: '', state: '' });
  return sessions.filter(({ state }) => state === 'planned' || state === 'open');
}
