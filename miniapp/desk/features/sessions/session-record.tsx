import { Section } from '../../components/section.tsx';
import { useFileUrl } from '../../platform/file-url.ts';
import { ActionLine } from './action-line.tsx';
import css from './sessions.module.css';
import type { SessionDetail } from './session-words.ts';

/** What its close-out wrote down. */
export function SessionRecord({ session: { record, actions } }: { session: SessionDetail }) {
  if (!record) return null;
  const { text, voice, covered, gap, photos, spoke } = record;
  return (
    <Section title="记录">
      {text ? <p className={css.record}>{text}</p> : null}
      {voice ? <Voice fileId={voice.fileId} seconds={voice.seconds} /> : null}
      {covered ? <p><span className="minor">讲了什么：</span>{covered}</p> : null}
      {spoke.length > 0 ? <p><span className="minor">发言：</span>{spoke.map(({ name }) => name).join('、')}</p> : null}
      {gap ? <p><span className="minor">找到的差距：</span>{gap}</p> : null}
      {actions.length > 0 ? <ul>{actions.map((action) => <ActionLine key={action.id} action={action} />)}</ul> : null}
      {photos.length > 0 ? (
        <div className={css.photos}>
          {photos.map((fileId, index) => (
            <Photo key={fileId} fileId={fileId} alt={`照片${index + 1}`} />
          ))}
        </div>
      ) : null}
    </Section>
  );
}

function Voice({ fileId, seconds }: { fileId: string; seconds: number }) {
  const url = useFileUrl(fileId);
  if (url === 'failed') return <p className="minor">声音没取到，过一会儿再打开</p>;
  return url ? <audio controls src={url} aria-label={`${seconds}秒的录音`} /> : <p className="minor">正在取{seconds}秒的录音</p>;
}

function Photo({ fileId, alt }: { fileId: string; alt: string }) {
  const url = useFileUrl(fileId);
  if (url === 'failed') return <span className="minor">照片没取到</span>;
  return url ? <a href={url} target="_blank" rel="noreferrer"><img src={url} alt={alt} /></a> : null;
}
