import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { refreshCaller, useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { TownTabs } from './town-tabs.tsx';

type Town = Answer<'getTown'>;

export function TownPage() {
  const loaded = useLoaded('town', () => call('getTown', {}));
  return <Ready of={loaded}>{(town) => <TownForm key={town.id} town={town} onSaved={loaded.put} />}</Ready>;
}

function TownForm({ town, onSaved }: { town: Town; onSaved: (town: Town) => void }) {
  const mayWrite = useMay('town.write');
  const [draft, setDraft] = useState({ ...town, contactPhone: town.contactPhone ?? '' });
  const save = useAct();
  const changed = draft.name !== town.name || draft.schoolName !== town.schoolName || draft.foundedOn !== town.foundedOn || draft.contactPhone !== (town.contactPhone ?? '');
  useUnsaved(changed ? '镇的资料改了还没保存' : null);
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const run = async (): Promise<void> => {
    const { name, schoolName, foundedOn, contactPhone } = draft;
    const done = await save.run(async () => {
      onSaved(await call('updateTown', { body: { name, schoolName, foundedOn, contactPhone: contactPhone.trim() || null } }));
      await refreshCaller();
    });
    if (done) say('已保存');
  };
  const button = mayWrite ? <Button kind="primary" busy={save.busy} disabled={!changed} onClick={() => void run()}>保存</Button> : null;
  return (
    <Page title="学校资料" aside={`代号${town.code}`} actions={button}>
      <TownTabs now="/town" />
      <Pad narrow>
        <div className="stack">
          <FailureNote failure={save.failure} />
          <TextField label="镇名" value={draft.name} maxLength={40} readOnly={!mayWrite} onChange={(event) => set({ name: event.target.value })} />
          <TextField label="微党校的名称" hint="手机上每一页都用这个名字" value={draft.schoolName} maxLength={40} readOnly={!mayWrite} onChange={(event) => set({ schoolName: event.target.value })} />
          <TextField label="成立日期" hint="成立那年按不满一年算" type="date" value={draft.foundedOn} readOnly={!mayWrite} onChange={(event) => set({ foundedOn: event.target.value })} />
          <TextField label="联系电话" hint="长辈遇到问题时打这个电话。可以不填" value={draft.contactPhone} maxLength={17} readOnly={!mayWrite} onChange={(event) => set({ contactPhone: event.target.value })} />
        </div>
      </Pad>
    </Page>
  );
}
