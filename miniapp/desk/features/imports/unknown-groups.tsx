import { Button } from '../../components/button.tsx';
import { Note } from '../../components/states.tsx';
import css from './imports.module.css';
import type { RosterImport } from './import-words.ts';
import type { ImportDesk } from './use-import-desk.ts';

/** Groups that the sheet names and the town does not have: made in one go, or one by one. */
export function UnknownGroups({ roster: { unknownGroups }, desk }: { roster: RosterImport; desk: ImportDesk }) {
  if (unknownGroups.length === 0) return null;
  const create = (names: string[]): void =>
    void desk.fix(names.map((name) => ({ kind: 'create_group', name })), names.length === 1 ? `会新建“${names[0] ?? ''}”` : `会新建${names.length}个小组`);
  return (
    <div className={css.groups}>
      <Note tone="amber">
        <span>表里有{unknownGroups.length}个镇里还没有的小组。是新小组就建，是写错了就在下面改。</span>
        <span className="row wrap">
          {unknownGroups.length > 1 ? <Button small disabled={desk.act.busy} onClick={() => create(unknownGroups.map(({ name }) => name))}>全部新建</Button> : null}
          {unknownGroups.slice(0, 20).map(({ name, rows }) => (
            <Button key={name} small disabled={desk.act.busy} onClick={() => create([name])}>新建{name}（{rows}人）</Button>
          ))}
        </span>
      </Note>
    </div>
  );
}
