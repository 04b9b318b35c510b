import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useMay, useSession } from '../../platform/session.ts';
import type { Act } from '../../platform/use-act.ts';
import { copyHtml, htmlToCopy } from './article-html.ts';
import css from './article-page.module.css';
import type { Article, ThemeArticle } from './use-article.ts';

interface Props {
  of: ThemeArticle;
  act: Act;
  onDone: (article: Article) => void;
}

/** The way that is always open: copy, paste in WeChat's console, publish there, bring the address back. */
export function ByHand({ of: { theme, article }, act, onDone }: Props) {
  const writes = useMay('articles.write');
  const town = useSession(({ caller }) => caller?.town?.code ?? '');
  const copy = async (): Promise<void> => {
    const done = await copyHtml(htmlToCopy(article, town)).then(() => true, () => false);
    say(done ? '复制好了，到公众号后台的编辑器里粘贴' : '浏览器不让复制。请在右边的预览里全选、复制');
  };
  const inConsole = article.state === 'drafted' || article.state === 'publish_failed';
  return (
    <Section title="手工做" acts={<Button small icon="copy" onClick={() => void copy()}>复制正文</Button>}>
      <ol className={css.steps}>
        {inConsole ? <li>登录公众号后台mp.weixin.qq.com，草稿箱里有这一篇，看一遍，点发布。</li> : <li>复制正文，登录公众号后台mp.weixin.qq.com，新建图文，粘贴，填标题和封面，点发布。</li>}
        <li>打开发布好的文章，点右上角，复制链接，贴到下面。</li>
      </ol>
      {writes && (theme.state === 'scheduled' || theme.state === 'sent') ? <Address theme={theme} article={article} act={act} onDone={onDone} /> : null}
    </Section>
  );
}

function Address({ theme, article, act, onDone }: Props['of'] & Pick<Props, 'act' | 'onDone'>) {
  const [url, setUrl] = useState('');
  const run = async (): Promise<void> => {
    const done = await act.run(async () => onDone(await call('setArticleUrl', { params: { id: theme.id }, body: { url } })));
    if (!done) return;
    setUrl('');
    say('链接放到主题上了');
  };
  return (
    <form className={css.url} noValidate onSubmit={(event) => { event.preventDefault(); void run(); }}>
      <TextField label={article.url ? '换一个文章链接' : '文章链接'} type="url" placeholder="https://mp.weixin.qq.com/s/…" maxLength={500} value={url} error={blameOn(act.failure, 'url')} onChange={(event) => setUrl(event.target.value)} />
      <Button type="submit" busy={act.busy} disabled={url.trim() === ''}>贴上</Button>
    </form>
  );
}
