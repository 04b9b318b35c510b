import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Figure } from '../../components/figure.tsx';
import { Note } from '../../components/states.tsx';
import css from './imports.module.css';
import type { RosterImport } from './import-words.ts';

/** How the roster stands, in four numbers, and what was put in order on the way. */
export function ImportFigures({ roster }: { roster: RosterImport }) {
  const { valid, invalid, unchanged, tidied, missingCount } = roster;
  const [open, setOpen] = useState<'tidied' | 'missing' | null>(null);
  return (
    <section className={css.figures} aria-label="这份名册">
      <Figure value={valid + invalid} unit="表里的人" note="表头、空行、落款没算" />
      <Figure value={valid} unit="可以导入" note="格式和内容都对" tone="green" />
      <Figure value={invalid} unit="要改" note="改一行少一行，不用重传" {...(invalid > 0 ? { tone: 'amber' as const } : {})} />
      <Figure value={unchanged} unit="已经有了" note="和在册的一样，不动" tone="minor" />
      <div className={css.notes}>
        {tidied.count > 0 ? (
          <Note tone="plain">
            顺手改好{tidied.count}处。<Button kind="text" small onClick={() => setOpen('tidied')}>看改了哪些</Button>
          </Note>
        ) : null}
        {missingCount > 0 ? (
          <Note tone="blue">
            在册的{missingCount}人这份表里没有。<Button kind="text" small onClick={() => setOpen('missing')}>看是谁</Button>
          </Note>
        ) : null}
      </div>
      {open === 'tidied' ? <Dialog title="顺手改好的" onClose={() => setOpen(null)}><ul className={css.plainList}>{tidied.examples.map((example) => <li key={example}>{example}</li>)}</ul></Dialog> : null}
      {open === 'missing' ? <Missing roster={roster} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function Missing({ roster: { missing, missingCount }, onClose }: { roster: RosterImport; onClose: () => void }) {
  return (
    <Dialog title={`表里没有的${missingCount}人`} onClose={onClose}>
      <p className="minor">导入不会动他们。真的转走了或不在了，到花名册里一个个登记。</p>
      <ul className={css.plainList}>
        {missing.map(({ memberId, name, groupName }) => (
          <li key={memberId}>
            {name}
            <span className="minor">，{groupName ?? '没有小组'}</span>
          </li>
        ))}
      </ul>
      {missingCount > missing.length ? <p className="minor">另外还有{missingCount - missing.length}人</p> : null}
    </Dialog>
  );
}
