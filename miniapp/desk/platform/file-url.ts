import { useEffect, useState } from 'react';
import { fetchBytes } from './request.ts';

const urls = new Map<string, Promise<string>>();

/** Pictures and sound of drafts need the login's header, which an <img> cannot send: they are fetched once and kept. */
function urlOf(fileId: string): Promise<string> {
  const known = urls.get(fileId);
  if (known) return known;
  const made = fetchBytes('getFile', { params: { id: fileId } }).then((bytes) => URL.createObjectURL(bytes));
  urls.set(fileId, made);
  made.catch(() => urls.delete(fileId));
  return made;
}

/** The address of a stored file; null while it loads, 'failed' when it cannot be had. */
export function useFileUrl(fileId: string | null): string | 'failed' | null {
  const [url, setUrl] = useState<string | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    setUrl(null);
    if (fileId) urlOf(fileId).then((made) => current && setUrl(made), () => current && setUrl('failed'));
    return () => {
      current = false;
    };
  }, [fileId]);
  return url;
}
