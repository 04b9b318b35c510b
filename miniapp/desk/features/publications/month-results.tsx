import { useState } from 'react';
import { Ready } from '../../components/states.tsx';
import type { Loaded } from '../../platform/use-loaded.ts';
import type { ResultGroup } from './grade-counts.ts';
import { GroupScores } from './group-scores.tsx';
import { LaterPoorList, PoorList } from './poor-list.tsx';
import css from './publications.module.css';
import { ResultsTable } from './results-table.tsx';
import type { Draft } from './use-draft.ts';

/** What the month has come to, for the committee: counts first, figures of a group on request. Those nobody has talked with stand above all. */
export function MonthResults({ draft }: { draft: Loaded<Draft> }) {
  const [opened, setOpened] = useState<ResultGroup | null>(null);
  return (
    <Ready of={draft} lines={8}>
      {(results) => (
        <div className={css.results}>
          {results.stage === 'committee' && results.untalked > 0 ? <PoorList draft={results} /> : null}
          {results.stage === 'committee' ? null : <LaterPoorList draft={results} />}
          <ResultsTable groups={results.groups} onOpen={setOpened} />
          {results.stage === 'committee' && results.untalked === 0 ? <PoorList draft={results} /> : null}
          {opened ? <GroupScores month={results.month} group={opened} onClose={() => setOpened(null)} /> : null}
        </div>
      )}
    </Ready>
  );
}
