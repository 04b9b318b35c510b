import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { Section } from '../../components/section.tsx';

/** Health and the like: shown only when asked for, and that is written down. */
export function RemarkSection({ memberId }: { memberId: string }) {
  const mayRead = useMay('members.remark');
  const [remark, setRemark] = useState<string | null>(null);
  const act = useAct();
  if (!mayRead) return null;
  const show = (): Promise<boolean> => act.run(async () => setRemark((await call('revealRemark', { params: { id: memberId } })).remark ?? '没有备注'));
  return (
    <Section title="备注" acts={remark === null ? <Button small busy={act.busy} onClick={() => void show()}>看备注</Button> : null}>
      <p className={remark === null ? 'minor' : ''}>{remark ?? '有备注，加密存着。只在办事要用时看。'}</p>
      {remark === null ? null : <p className="faint note-size">你看了备注，已记入操作记录。</p>}
      <FailureNote failure={act.failure} />
    </Section>
  );
}
