import { articleHtml } from '@weidangxiao/shared/rules/article-html.ts';
import { useEffect, useState } from 'react';
import { fetchBytes } from '../../platform/request.ts';
import type { Article } from './use-article.ts';

const kept = new Map<string, Promise<string>>();

/** The article as a reader will see it. Its frame has no login and no address of ours, so pictures stand in it as data. */
export function useArticleHtml({ source, pictures }: Article): string {
  const [images, setImages] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = pictures.map(({ fileId }) => fileId).join(' ');
  useEffect(() => {
    let current = true;
    const wanted = ids.split(' ').filter(Boolean);
    void Promise.allSettled(wanted.map(dataUrl)).then((results) => {
      if (current) setImages(new Map(results.flatMap((result, at) => (result.status === 'fulfilled' ? [[wanted[at] ?? '', result.value] as const] : []))));
    });
    return () => {
      current = false;
    };
  }, [ids]);
  return articleHtml(source.blocks, images, { ...source.card, imageUrl: null });
}

/** For a person's own hands: pictures from WeChat where it has them, else from here, where WeChat's editor fetches them once they are public. */
export function htmlToCopy({ source, pictures }: Article, townCode: string): string {
  const addresses = pictures.map(({ fileId, url }) => [fileId, url ?? `${window.location.origin}/api/files/${fileId}?town=${townCode}`] as const);
  return articleHtml(source.blocks, new Map(addresses), { ...source.card, appId: null, imageUrl: null });
}

/** As formatted text, so that it can be pasted into WeChat's editor; as HTML where a browser has no such clipboard. */
export async function copyHtml(html: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(html);
  const [rich, plain] = [new Blob([html], { type: 'text/html' }), new Blob([html], { type: 'text/plain' })];
  return navigator.clipboard.write([new ClipboardItem({ 'text/html': rich, 'text/plain': plain })]);
}

function dataUrl(fileId: string): Promise<string> {
  const known = kept.get(fileId);
  if (known) return known;
  const made = fetchBytes('getFile', { params: { id: fileId }, query: {} }).then(readAsData);
  kept.set(fileId, made);
  made.catch(() => kept.delete(fileId));
  return made;
}

function readAsData(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}
