import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { fetchBytes } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './complaints.module.css';

/** Fetched when somebody wants to see it; it may show people. */
export function ComplaintPhoto({ id }: { id: string }) {
  const [url, setUrl] = useState<string | null>(null);
  const act = useAct();
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  if (url) return <a href={url} target="_blank" rel="noreferrer"><img className={css.photo} src={url} alt="附的照片" /></a>;
  const show = (): Promise<boolean> => act.run(async () => setUrl(URL.createObjectURL(await fetchBytes('getComplaintPhoto', { params: { id } }))));
  return (
    <p className="row">
      <Button small icon="image" busy={act.busy} onClick={() => void show()}>看照片</Button>
      {act.failure ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
    </p>
  );
}
