import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { Ready } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { TieDialog } from './tie-dialog.tsx';
import type { Board } from './year-board.ts';
import css from './years.module.css';

export type Tie = Answer<'listCapTies'>['items'][number];

/** Who is equal at the cap's edge, and what the committee has decided; nothing where nobody is. */
export function CapTies({ board, onChanged }: { board: Board; onChanged: () => void }) {
  const year = String(board.year);
  const loaded = useLoaded(`${year} ${board.run} ${board.stage}`, () => call('listCapTies', { params: { year } }));
  return (
    <Ready of={loaded} lines={3}>
      {({ items }) =>
        items.length === 0 ? null : (
          <div className={css.part}>
            <Section title="并列的，由委员会议定">
              <ul className={css.ties}>{items.map((tie) => <li key={tie.group?.id ?? 'none'}><TieLine tie={tie} year={year} from={board.scoredAt} onChanged={onChanged} /></li>)}</ul>
            </Section>
          </div>
        )
      }
    </Ready>
  );
}

function TieLine({ tie, year, from, onChanged }: { tie: Tie; year: string; from: number | null; onChanged: () => void }) {
  const [open, setOpen] = useState(false);
  const { group, places, people, decision } = tie;
  const names = people.map(({ member }) => member.name).join('、');
  return (
    <div className={css.tie}>
      <div className="grow">
        <p><b className="medium">{group?.name ?? '没有小组的'}</b>，{decision ? `${decision.chosen.map(({ name }) => name).join('、')}评优` : `${people.length}人并列，还有${places}个名额`}</p>
        <p className="note-size minor">{decision ? `${dateWithYear(decision.metOn)}开会，${decision.minutes}：${decision.reason}` : names}</p>
      </div>
      {decision ? null : <Button onClick={() => setOpen(true)}>议定</Button>}
      {open ? <TieDialog tie={tie} year={year} from={from} onClose={() => setOpen(false)} onDone={() => { setOpen(false); onChanged(); }} /> : null}
    </div>
  );
}
