import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Figure, Figures } from '../../components/figure.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { now, whenInChinese } from '../../platform/clock.ts';
import { go } from '../../platform/router.ts';
import type { RosterImport } from './import-words.ts';
import { OfferedRoles } from './offered-roles.tsx';
import type { ImportDesk } from './use-import-desk.ts';

const withdrawableMs = 7 * 86_400_000;

/** What an import has done; it can be taken back as a whole for seven days. */
export function ImportedPage({ roster, desk }: { roster: RosterImport; desk: ImportDesk }) {
  const { state, writtenAt, valid, added, changed, unchanged, invalid, fileName } = roster;
  const withdrawable = state === 'written' && writtenAt !== null && now() < writtenAt + withdrawableMs;
  const withdraw = async (): Promise<void> => {
    const sure = await ask({ title: '撤回整批', text: `这次新加的${added}人会从花名册里拿掉，变动的${changed}人会改回原样。`, yes: '撤回整批' });
    if (sure) await desk.withdraw();
  };
  const actions = (
    <>
      {withdrawable ? <Button busy={desk.act.busy} onClick={() => void withdraw()}>撤回整批</Button> : null}
      {invalid > 0 ? <Button onClick={() => go('/imports')}>改好再导一次</Button> : null}
      <Button kind="primary" onClick={() => go('/members')}>去花名册</Button>
    </>
  );
  return (
    <Page title={state === 'withdrawn' ? '这批已经撤回' : '导入好了'} aside={fileName} actions={actions}>
      <Pad>
        <div className="stack">
          <FailureNote failure={desk.act.failure} />
          {state === 'withdrawn' ? <Note tone="blue">这批写进去的都已经拿掉，花名册和导入前一样。</Note> : <Note tone="green" role="status">{valid}行写进了花名册{writtenAt ? `，${whenInChinese(writtenAt)}` : ''}。七天内可以整批撤回。</Note>}
          {state === 'withdrawn' ? null : <OfferedRoles importId={roster.id} />}
          <Figures label={state === 'withdrawn' ? '当时导入的' : '这次导入'}>
            <Figure value={added} unit="新加" />
            <Figure value={changed} unit="变动" />
            <Figure value={unchanged} unit="不变" />
            <Figure value={invalid} unit="没导" {...(invalid > 0 ? { note: '要改好再导', tone: 'amber' as const } : {})} />
          </Figures>
        </div>
      </Pad>
    </Page>
  );
}
