import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NoteBar } from '@/components/NoteBar';
import { Row } from '@/components/Row';
import { useAct } from '@/platform/act';
import { logout, withdrawConsent } from '@/platform/login';
import { ask, open } from '@/platform/navigation';
import type { Caller } from '@/platform/session';

/** The login: elsewhere, as somebody else, or no longer; and the consent. */
export function Account({ caller }: { caller: Caller | null }) {
  const { busy, fault, run } = useAct();
  if (!caller) return null;
  const withdraw = async (): Promise<void> => {
    const sure = await ask({ title: '收回同意', text: '以后不再用手机记录你的学习。已经记下的还在，纸质方式照样有效，记分一样。', yes: '收回' });
    if (sure) await run(withdrawConsent);
  };
  return (
    <Card>
      {caller.member && <Row title="登录电脑端" note="输入电脑上的8位数字" onTap={() => open('packages/account/desktop-login/index')} />}
      <Row title="隐私说明" onTap={() => open('packages/account/privacy/index')} />
      {caller.consentVersion !== null && <Row title="收回同意" onTap={() => void withdraw()} />}
      <Row title="换一个人用" note="各人的记录分开放" onTap={() => open('packages/account/login/index')} />
      {fault && <NoteBar tone="amber">{fault}</NoteBar>}
      <Button kind="line" busy={busy} onTap={() => void logout()}>
        退出登录
      </Button>
    </Card>
  );
}
