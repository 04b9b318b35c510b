import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Page, Pad } from '../../components/page.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { TownTabs } from '../towns/town-tabs.tsx';
import { bodyOf, branchOf, type Chart, inOrder, type Post } from './chart.ts';
import css from './organisation.module.css';
import { PostCard } from './post-card.tsx';
import { PostDialog } from './post-dialog.tsx';

/** Who holds which office and what they have to do, from the top down. */
export function OrganisationPage() {
  const loaded = useLoaded('organisation', () => call('getOrganisation', {}));
  return <Ready of={loaded} lines={8}>{(chart) => <ChartDesk chart={chart} onSaved={loaded.put} reload={loaded.reload} />}</Ready>;
}

/** A post to change, or a new one under another. */
interface Opened {
  post: Post | null;
  parentId: string | null;
}

function ChartDesk({ chart, onSaved, reload }: { chart: Chart; onSaved: Loaded<Chart>['put']; reload: () => Promise<void> }) {
  const writes = useMay('organisation.write');
  const [open, setOpen] = useState<Opened | null>(null);
  const act = useAct();
  const store = async (posts: readonly Post[], revision: number): Promise<Chart> => {
    const stored = await call('setOrganisation', { body: { revision, posts: bodyOf(posts) } });
    onSaved(stored);
    return stored;
  };
  const put = async (posts: readonly Post[], words: string): Promise<boolean> => {
    let revision = chart.revision;
    const done = await act.run(async () => { revision = (await store(posts, chart.revision)).revision; });
    if (done) say(words, () => store(chart.posts, revision));
    if (!done) await reload();
    return done;
  };
  const keep = async (post: Post): Promise<void> => {
    const known = chart.posts.some(({ id }) => id === post.id);
    if (await put(known ? chart.posts.map((one) => (one.id === post.id ? post : one)) : [...chart.posts, post], known ? '改好了' : `加上了${post.title}`)) setOpen(null);
  };
  const remove = async (post: Post): Promise<void> => {
    const gone = branchOf(chart.posts, post.id);
    if (gone.size > 1 && !(await ask({ title: `去掉${post.title}`, text: `下面的${gone.size - 1}个岗位会一起去掉。`, yes: '一起去掉' }))) return;
    if (await put(chart.posts.filter(({ id }) => !gone.has(id)), `去掉了${post.title}`)) setOpen(null);
  };
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setOpen({ post: null, parentId: null })}>加岗位</Button> : null;
  return (
    <Page title="学校资料" aside={chart.changed ? `${chart.changed.by.name}改于${whenInChinese(chart.changed.at)}` : ''} actions={add}>
      <TownTabs now="/organisation" />
      {open ? null : <FailureNote failure={act.failure} />}
      {chart.posts.length === 0 ? (
        <Empty title="还没有组织架构">从书记开始加，再加他下面的岗位，写清谁来做、做什么</Empty>
      ) : (
        <ChartTree posts={chart.posts} onOpen={writes ? setOpen : null} />
      )}
      {open ? <PostDialog {...open} posts={chart.posts} busy={act.busy} failure={act.failure} onClose={() => { setOpen(null); act.clear(); }} onKeep={(post) => void keep(post)} onRemove={(post) => void remove(post)} /> : null}
    </Page>
  );
}

function ChartTree({ posts, onOpen }: { posts: readonly Post[]; onOpen: ((opened: Opened) => void) | null }) {
  return (
    <Pad narrow>
      <ul className={css.chart}>
        {inOrder(posts).map(({ post, depth }) => (
          <li key={post.id} style={{ marginLeft: depth * 28 }}>
            <PostCard post={post} onOpen={onOpen && (() => onOpen({ post, parentId: post.parentId }))} onAdd={onOpen && (() => onOpen({ post: null, parentId: post.id }))} />
          </li>
        ))}
      </ul>
    </Pad>
  );
}
