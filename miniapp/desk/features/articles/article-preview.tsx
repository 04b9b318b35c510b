import { useArticleHtml } from './article-html.ts';
import css from './article-page.module.css';
import type { Article } from './use-article.ts';

/** As in WeChat: a frame that runs nothing, knows nobody and reaches nothing. */
export function ArticlePreview({ article }: { article: Article }) {
  const body = useArticleHtml(article);
  const { title, author } = article.source;
  return (
    <>
      <p className="note-size minor">公众号里是这样</p>
      <iframe className={css.frame} title="文章预览" sandbox="" srcDoc={page(title, author, body)} />
    </>
  );
}

function page(title: string, author: string, body: string): string {
  const style = 'body{margin:0;padding:20px 16px 32px;background:#fff;font-family:sans-serif;overflow-wrap:anywhere}h1{font-size:22px;line-height:1.4;margin:0 0 10px}.by{font-size:15px;color:#888;margin:0 0 22px}td{overflow-wrap:anywhere}';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><h1>${escaped(title)}</h1><p class="by">${escaped(author)}</p>${body}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
