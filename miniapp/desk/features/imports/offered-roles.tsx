import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './imports.module.css';
import type { RosterRow } from './import-words.ts';

const few = 8;

/** A duty in the sheet only ever suggests a role: here they are, to be given one by one. */
export function OfferedRoles({ importId }: { importId: string }) {
  const rows = useLoaded(importId, () => allRows(importId)).data ?? [];
  const [all, setAll] = useState(false);
  const offered = rows.filter(({ offeredRole, outcome }) => offeredRole !== null && outcome !== 'refused' && outcome !== 'skipped');
  if (offered.length === 0) return null;
  return (
    <section aria-label="职务像是有角色的">
      <h2 className="section-title">这{offered.length}人的职务像是组长</h2>
      <p className="minor">导入不会给角色。是组长的，到花名册里给他，他才能点名、看本组。</p>
      <ul className={css.plainList}>
        {offered.slice(0, all ? undefined : few).map(({ row, sheet, name, groupName, duty }) => (
          <li key={`${sheet ?? ''} ${row}`} className="row">
            <span className="grow">
              {name}
              <span className="minor">，{groupName ?? '没有小组'}，{duty}</span>
            </span>
            <a className="red" href={`#/members?q=${encodeURIComponent(name)}`}>去给角色</a>
          </li>
        ))}
      </ul>
      {offered.length > few && !all ? <Button kind="text" small onClick={() => setAll(true)}>另外{offered.length - few}人</Button> : null}
    </section>
  );
}

async function allRows(id: string): Promise<RosterRow[]> {
  const pageSize = 100;
  const rows: RosterRow[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await call('listRosterRows', { params: { id }, query: { show: 'all', page, pageSize } });
    rows.push(...items);
    if (items.length === 0 || rows.length >= total) return rows;
  }
}
