import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { sheetsOf } from './sheets.ts';
import { SignInSheet } from './sign-in-sheet.tsx';
import css from './sign-in-sheet.module.css';

/** The sheet of one session, as it comes out of the printer. */
export function SheetPage({ id }: { id: string }) {
  const loaded = useLoaded(id, () => sheetsOf(id));
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  const print = <Button kind="primary" icon="printer" disabled={!loaded.data} onClick={() => window.print()}>打印</Button>;
  return (
    <Page title="签到表" aside={<a href={`#/sessions/${id}`}>回到这一场</a>} actions={print}>
      <Ready of={loaded}>
        {(pages) => (
          <div className={`app light ${css.desk}`}>
            {pages.map((page) => (
              <SignInSheet key={page.at} page={page} school={school} />
            ))}
          </div>
        )}
      </Ready>
    </Page>
  );
}
