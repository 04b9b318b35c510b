import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '../../components/button.tsx';
import { call } from '../../platform/request.ts';
import { useReach } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import type { Picked } from '../members/member-picker.tsx';
import css from './score-entries.module.css';
import type { ScoreEntries } from './score-entry-words.ts';

interface Props {
  month: string;
  /** The talks that are listed: with another one, fewer are owed. */
  seen: ScoreEntries;
  /** Null where this person enters none. */
  onTalk: ((about: Picked) => void) | null;
}

/** Whom a talk is owed: those poor before the month is published, and those whom a dated change has made so since. */
export function OwedTalks({ month, seen: { items, total }, onTalk }: Props) {
  const reads = useReach('publications.draft') === 'town';
  const standing = items.filter(({ reversal }) => reversal === null).length;
  const { data } = useLoaded(reads ? `${month} ${total} ${standing}` : null, () => call('getPublicationDraft', { params: { month } }));
  if (!data) return null;
  const before = data.stage === 'committee' ? data.poors.map((one) => ({ ...one, said: '公示以前要谈' })) : [];
  const owed = [...before, ...data.laterPoors.map((one) => ({ ...one, said: `${dateInChinese(one.on)}改成“差”，公示以后改的` }))].filter(({ talk }) => talk === null);
  if (owed.length === 0) return null;
  return (
    <section className={css.owed} aria-label="还没谈话的">
      <h2 className="section-title">还没谈话的{owed.length}人</h2>
      <ul>
        {owed.map(({ member, group, m, said }) => (
          <li key={member.memberId}>
            <b className="medium">{member.name}</b>
            <span className="minor">{group?.name ?? '没有小组'}</span>
            <span>{m}分</span>
            <span className="grow minor">{said}</span>
            {onTalk ? <Button small aria-label={`登记和${member.name}的谈话`} onClick={() => onTalk(member)}>登记谈话</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
