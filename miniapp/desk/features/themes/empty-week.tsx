import { isoWeek } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Empty, FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { draftOf } from './theme-draft.ts';
import type { ThemeDesk } from './use-theme-desk.ts';

/** A Monday without a theme: write one, take last year's, or give the town a rest. */
export function EmptyWeek({ desk, onChanged }: { desk: ThemeDesk; onChanged: () => Promise<void> }) {
  const { monday, holiday } = desk.planned;
  const writes = useMay('themes.write');
  const rest = useAct();
  const [naming, setNaming] = useState(false);
  const setHoliday = async (label: string | null): Promise<void> => {
    const done = await rest.run(async () => {
      await (label === null ? call('clearHoliday', { params: { monday } }) : call('setHoliday', { params: { monday }, body: { label } }));
      await onChanged();
    });
    if (done) setNaming(false);
    if (done) say(label === null ? '取消放假了，可以写主题' : `这个周一放假停发：${label}`);
  };
  if (holiday !== null) {
    return (
      <Empty title={`${holiday}，这个周一停发`}>
        <p>手机上会说明这周放假，不算漏学。</p>
        <FailureNote failure={rest.failure} />
        {writes && !desk.past ? <p><Button busy={rest.busy} onClick={() => void setHoliday(null)}>取消放假</Button></p> : null}
      </Empty>
    );
  }
  if (desk.past) return <Empty title="这个周一空过了">过去的周一不能补发。里面想发的内容，可以排到后面的周一。</Empty>;
  if (!writes) return <Empty title="这个周一还没写">镇管理员写好送审以后，这里就能看。</Empty>;
  return (
    <Empty title="这个周一还没写">
      <div className="row wrap">
        <Button kind="primary" icon="penLine" onClick={() => desk.start()}>写这个周一</Button>
        <CopyLastYear desk={desk} />
        <Button onClick={() => setNaming(true)}>这周放假停发</Button>
      </div>
      {naming ? <ReasonDialog title="这周放假停发" label="放什么假" yes="设为放假" max={20} initial="春节" busy={rest.busy} failure={rest.failure} onClose={() => setNaming(false)} onDone={(label) => void setHoliday(label)} /> : null}
    </Empty>
  );
}

/** The theme of the same week a year before, as a beginning. */
function CopyLastYear({ desk }: { desk: ThemeDesk }) {
  const { week, year } = isoWeek(desk.planned.monday);
  const last = useLoaded(String(year - 1), () => call('listThemes', { query: { year: year - 1 } }));
  const copy = useAct();
  const source = last.data?.mondays.find((one) => one.week === week && one.theme)?.theme;
  if (!source) return null;
  const take = async (): Promise<void> => {
    const done = await copy.run(async () => desk.start({ ...draftOf(await call('getTheme', { params: { id: source.id } })), articleUrl: '' }));
    if (done) say('抄过来了，改好再保存');
  };
  return <Button busy={copy.busy} title={source.title} onClick={() => void take()}>抄去年这一周的</Button>;
}
