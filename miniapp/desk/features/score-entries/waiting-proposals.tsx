import { scoreEntryKindNames } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Pager } from '../../components/pager.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { Decide } from '../attendance/decide.tsx';
import css from './score-entries.module.css';
import { plainPoints, type ScoreProposal } from './score-entry-words.ts';

const pageSize = 10;

/** What leaders propose and nobody has decided; accepted it is an entry at once. */
export function WaitingProposals({ onDone }: { onDone: () => void }) {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${page}`, () => call('listScoreProposals', { query: { state: 'waiting', page, pageSize } }));
  const total = loaded.data?.total ?? 0;
  if (!loaded.data || total === 0) return null;
  const done = (): void => {
    setPage(1);
    void loaded.reload();
    onDone();
  };
  return (
    <section className={css.waiting} aria-label="等你定的提议">
      <h2 className="section-title">组长提的，等你定</h2>
      <ul>{loaded.data.items.map((proposal) => <Proposal key={proposal.id} proposal={proposal} onDone={done} />)}</ul>
      {total > pageSize ? <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} /> : null}
    </section>
  );
}

function Proposal({ proposal: { id, kind, month, member, group, points, on, reason, evidence, proposedBy }, onDone }: { proposal: ScoreProposal; onDone: () => void }) {
  const me = useSession(({ caller }) => caller?.member?.id);
  const what = `${monthInChinese(month)}${scoreEntryKindNames[kind]}${plainPoints(points)}分`;
  return (
    <li className={css.proposal}>
      <div className="grow">
        <p><b className="medium">{member.name}</b> <span className="minor">{group.name}</span>，{what}</p>
        <p>{reason}</p>
        <p className="note-size minor">{dateWithYear(on)}的事。依据：{evidence}。{proposedBy.name}提</p>
      </div>
      {member.memberId === me ? (
        <span className="minor note-size">是你自己的，请别的委员定</span>
      ) : (
        <Decide name={`${member.name}${what}`} yes="采纳" no="不采纳" ask="为什么不采纳，组长会看到" decide={(accept, reason) => call('decideScoreProposal', { params: { id }, body: { accept, reason } })} onDone={onDone} />
      )}
    </li>
  );
}
