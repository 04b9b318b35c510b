import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Note } from '../../components/states.tsx';
import { giveUpSession, useSession } from '../../platform/session.ts';
import { CodeLogin } from './code-login.tsx';
import { DemoLogins } from './demo-logins.tsx';

/** Over the page that somebody was at when their login ended: back in, it goes on where it was. */
export function LoginAgain() {
  const { words } = useSession();
  const leave = async (): Promise<void> => {
    if (await ask({ title: '不登录，离开', text: '还没保存的内容离开就没有了。', yes: '离开', no: '接着登录' })) giveUpSession();
  };
  return (
    <Dialog title={words ?? '请重新登录'} size="login" onClose={() => void leave()} actions={<Button onClick={() => void leave()}>不登录，离开</Button>}>
      <Note tone="blue">写的内容都还在这一页，登录后接着写，再保存一次。</Note>
      <CodeLogin />
      <DemoLogins />
    </Dialog>
  );
}
