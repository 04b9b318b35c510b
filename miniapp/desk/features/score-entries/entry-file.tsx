import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { fetchBytes } from '../../platform/request.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './score-entries.module.css';

/** The paper or picture behind an entry; fetched when somebody wants to see it, since it may show people. */
export function EntryFile({ id, name }: { id: string; name: string }) {
  const [url, setUrl] = useState<string | null>(null);
  const act = useAct();
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  if (url) return <a href={url} target="_blank" rel="noreferrer"><img className={css.photo} src={url} alt={`${name}的附件`} /></a>;
  const show = (): Promise<boolean> => act.run(async () => {
    const bytes = await fetchBytes('getScoreEntryFile', { params: { id } });
    if (bytes.type.startsWith('image/')) setUrl(URL.createObjectURL(bytes));
    else saveFile(bytes, `${name}的附件.pdf`);
  });
  return (
    <span className="row">
      <Button small kind="text" icon="paperclip" busy={act.busy} aria-label={`看${name}的附件`} onClick={() => void show()}>看附件</Button>
      {act.failure ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
    </span>
  );
}
