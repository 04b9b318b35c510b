import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useEffect, useRef, useState } from 'react';
import { hush, say } from '../../components/toast.tsx';
import { asFailure } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { type Act, useAct } from '../../platform/use-act.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import type { RosterFix, RosterImport, RosterRow, Show } from './import-words.ts';
import { placeOf } from './row-fixes.ts';

const pageSize = 50;

export interface ImportDesk {
  loaded: Loaded<RosterImport>;
  rows: Loaded<Answer<'listRosterRows'>>;
  show: Show;
  page: number;
  pageSize: number;
  act: Act;
  pick: (show: Show) => void;
  turn: (page: number) => void;
  /** Mends and says so; a row's mending can be taken back. */
  fix: (fixes: RosterFix[], told: string, row?: RosterRow) => Promise<boolean>;
  confirm: (since: string | null) => Promise<boolean>;
  withdraw: () => Promise<boolean>;
}

export function useImportDesk(id: string): ImportDesk {
  const loaded = useLoaded(id, () => call('getRosterImport', { params: { id } }));
  const [picked, setPicked] = useState<Show | null>(null);
  const [page, setPage] = useState(1);
  const show = picked ?? firstShow(loaded.data);
  const rows = useLoaded(loaded.data ? `${id} ${show} ${page}` : null, () => call('listRosterRows', { params: { id }, query: { show, page, pageSize } }));
  const act = useAct();
  const unsay = useUnsaid();
  const take = async (work: () => Promise<RosterImport>): Promise<void> => {
    setPicked(show);
    loaded.put(await work());
    await rows.reload();
  };
  const correct = (fixes: RosterFix[]): Promise<boolean> => act.run(() => take(() => call('correctRosterRows', { params: { id }, body: { fixes } })));
  return {
    ...{ loaded, rows, show, page, pageSize, act },
    pick: (next) => {
      setPicked(next);
      setPage(1);
    },
    turn: setPage,
    fix: async (fixes, told, row) => {
      const done = await correct(fixes);
      if (done) unsay.current = say(told, row ? () => void correct([{ ...placeOf(row), kind: 'undo' }]) : undefined);
      return done;
    },
    confirm: (since) =>
      act.run(async () => {
        hush();
        await take(() => call('confirmRosterImport', { params: { id }, body: since ? { since } : {} })).catch(async (error: unknown) => {
          // The town has changed meanwhile: what is asked has to be seen anew before it is written.
          if (asFailure(error).code === 'ROSTER_IMPORT_STALE') await Promise.all([loaded.reload(), rows.reload()]);
          throw error;
        });
      }),
    withdraw: () => act.run(() => take(() => call('withdrawRosterImport', { params: { id } }))),
  };
}

/** An offer to undo belongs to its page; elsewhere nobody would see what it did. */
function useUnsaid() {
  const unsay = useRef<() => void>(() => undefined);
  useEffect(() => () => unsay.current(), []);
  return unsay;
}

/** Exceptions before what is fine. */
function firstShow(roster: RosterImport | null): Show {
  if (!roster || roster.invalid > 0) return 'refused';
  return roster.added > 0 ? 'added' : roster.changed > 0 ? 'changed' : 'unchanged';
}
