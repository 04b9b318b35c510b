import { articleMoves } from '@weidangxiao/shared/rules/article.ts';
import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import type { Act } from '../../platform/use-act.ts';
import type { Article, ThemeArticle } from './use-article.ts';

interface Props {
  of: ThemeArticle;
  act: Act;
  onDone: (article: Article) => void;
}

/** What can be asked of WeChat now; one of them is red. */
export function ArticleActions({ of: { theme, article }, act, onDone }: Props) {
  const writes = useMay('articles.write');
  const approved = theme.state === 'scheduled' || theme.state === 'sent';
  if (!writes || !article.connected || !approved) return null;
  const moves = articleMoves[article.state];
  const publishes = article.publishes && moves.publish !== undefined && !article.outdated;
  const run = async (name: 'draftArticle' | 'publishArticle', words: string): Promise<void> => {
    if (await act.run(async () => onDone(await call(name, { params: { id: theme.id } })))) say(words);
  };
  const publish = async (): Promise<void> => {
    const sure = await ask({ title: '发布这篇文章', text: '发布以后人人能看到，只能到公众号后台删。先看一遍右边的预览。', yes: '发布' });
    if (sure) await run('publishArticle', '交给微信了，发布好会告诉你');
  };
  return (
    <>
      {moves.draft ? (
        <Button kind={publishes ? 'line' : article.state === 'published' && !article.outdated ? 'line' : 'primary'} busy={act.busy} disabled={article.faults.length > 0} onClick={() => void run('draftArticle', '在做草稿，一般半分钟就好')}>
          {article.state === 'none' ? '做成公众号草稿' : '重做草稿'}
        </Button>
      ) : null}
      {publishes ? <Button kind="primary" busy={act.busy} onClick={() => void publish()}>发布</Button> : null}
    </>
  );
}
