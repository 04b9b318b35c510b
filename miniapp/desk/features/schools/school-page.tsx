import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useMayFor } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { SchoolDialog } from './school-dialog.tsx';
import { SchoolFacts } from './school-facts.tsx';
import { SchoolLife } from './school-life.tsx';
import css from './schools.module.css';
import type { School } from './school-words.ts';

/** What a village's school shows of itself: who, where, what comes, what was. */
export function SchoolPage({ id }: { id: string }) {
  const loaded = useLoaded(id, () => call('getSchool', { params: { id } }));
  useReloadOnJump(loaded);
  return <Ready of={loaded} lines={8}>{(school) => <Body school={school} onSaved={loaded.put} />}</Ready>;
}

function Body({ school, onSaved }: { school: School; onSaved: (school: School) => void }) {
  const writes = useMayFor('schools.write')(school.id);
  const [editing, setEditing] = useState(false);
  const edit = writes ? <Button kind="primary" icon="penLine" onClick={() => setEditing(true)}>改这一页</Button> : null;
  return (
    <Page title={school.name} aside={<a href="#/schools">各村微党校</a>} actions={edit}>
      <div className={css.columns}>
        <SchoolFacts school={school} />
        <SchoolLife school={school} />
      </div>
      {editing ? <SchoolDialog school={school} onClose={() => setEditing(false)} onDone={(next) => { setEditing(false); onSaved(next); }} /> : null}
    </Page>
  );
}
