import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Chip } from '../../components/chip.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { useFileUrl } from '../../platform/file-url.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { type Act, useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { refreshWaiting } from '../overview/waiting.ts';
import { type Reflection, stateNames, stateTones, verdictOf } from './reflection-words.ts';
import css from './reflections.module.css';

/** One reflection, to be read before it is published or given back. */
export function ReflectionPage({ id }: { id: string }) {
  const loaded = useLoaded(id, () => call('getReflection', { params: { id } }));
  const act = useAct();
  return (
    <Ready of={loaded} lines={10}>
      {(reflection) => (
        <Page title="心得" aside={<a href="#/reflections">回到列表</a>} actions={<ReviewActions reflection={reflection} act={act} />}>
          <Pad narrow>
            <Text reflection={reflection} act={act} />
          </Pad>
        </Page>
      )}
    </Ready>
  );
}

function ReviewActions({ reflection, act }: { reflection: Reflection; act: Act }) {
  const reviews = useMay('reflections.review');
  const [returning, setReturning] = useState(false);
  if (!reviews || reflection.state !== 'in_review') return null;
  const { id } = reflection;
  const risky = reflection.machineCheck !== 'pass';
  const finish = async (words: string): Promise<void> => {
    say(words);
    void refreshWaiting();
    go('/reflections');
  };
  const publish = async (): Promise<void> => {
    const sure = !risky || (await ask({ title: '发布这篇心得', text: `${verdictOf(reflection).words}。读过没有不妥，再发布。`, yes: '读过了，发布' }));
    if (sure && (await act.run(() => call('publishReflection', { params: { id } })))) await finish('发布了，全镇都能读到');
  };
  const giveBack = async (reason: string): Promise<void> => {
    if (await act.run(() => call('returnReflection', { params: { id }, body: { reason } }))) await finish('已退回，写的人会收到通知');
  };
  return (
    <>
      <Button disabled={act.busy} onClick={() => setReturning(true)}>退回</Button>
      <Button kind="primary" busy={act.busy} onClick={() => void publish()}>发布</Button>
      {returning ? <ReasonDialog title="退回心得" text="写的人会看到这句话，改好可以再交。" label="哪里要改" yes="退回" max={200} busy={act.busy} failure={act.failure} onClose={() => setReturning(false)} onDone={(reason) => void giveBack(reason)} /> : null}
    </>
  );
}

function Text({ reflection, act }: { reflection: Reflection; act: Act }) {
  const { title, paragraphs, pictures, author, group, state, monday, submittedAt, createdAt, returnedReason } = reflection;
  const verdict = verdictOf(reflection);
  return (
    <article className={css.article}>
      <div className="row wrap">
        <Chip tone={stateTones[state]}>{stateNames[state]}</Chip>
        <Chip tone={verdict.tone}>{verdict.words}</Chip>
        <span className="minor">
          {author.name}，{group?.name ?? '没有小组'}，{whenInChinese(submittedAt ?? createdAt)}
          {monday ? `，学${dateWithYear(monday)}主题` : ''}
        </span>
      </div>
      <FailureNote failure={act.failure} />
      {returnedReason ? <Note tone="amber">退回时说：{returnedReason}</Note> : null}
      <h2>{title}</h2>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      <div className={css.pictures}>
        {pictures.map((fileId, index) => (
          <Picture key={fileId} fileId={fileId} alt={`照片${index + 1}`} />
        ))}
      </div>
    </article>
  );
}

function Picture({ fileId, alt }: { fileId: string; alt: string }) {
  const url = useFileUrl(fileId);
  if (url === 'failed') return <span className="minor">照片没取到</span>;
  return url ? <a href={url} target="_blank" rel="noreferrer"><img src={url} alt={alt} /></a> : <span className={css.hold} />;
}
