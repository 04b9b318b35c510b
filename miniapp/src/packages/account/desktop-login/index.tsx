import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Field } from '@/components/Field';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import styles from '@/features/account/Account.module.scss';
import { desktopCodeIn } from '@/features/account/desktop-code';
import { LoginFirst } from '@/features/account/LoginFirst';
import { useAct } from '@/platform/act';
import { back } from '@/platform/navigation';
import { call } from '@/platform/request';
import { canScan, scanCode } from '@/platform/scan';
import { useSession } from '@/platform/session';

/** 登录电脑端: the code on the desktop is scanned or typed, then confirmed; there are no passwords. */
export default function DesktopLoginPage() {
  const name = useSession(({ caller }) => caller?.member?.name ?? null);
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState(false);
  const [tried, setTried] = useState<string | null>(null);
  const act = useAct();
  const code = desktopCodeIn(typed);
  // What was wrong with the last code says nothing about the next.
  const fault = tried === typed ? act.fault : null;
  const confirm = () =>
    act.run(async () => {
      setTried(typed);
      await call('confirmDesktopLogin', { body: { code: code ?? '' } });
      setDone(true);
    });
  const foot = (
    <Button busy={act.busy} disabled={code === null} onTap={confirm}>
      确认登录
    </Button>
  );
  return (
    <Page title="登录电脑端" foot={name && !done ? foot : undefined}>
      {!name && <LoginFirst what="电脑端" />}
      {name && done && <Done name={name} />}
      {name && !done && (
        <>
          <Words as="page">{canScan ? '扫码，或输入电脑上的8位数字' : '输入电脑上的8位数字'}</Words>
          <Words as="minor">只确认自己眼前的电脑，别人发来的码不要用。</Words>
          {canScan && <Scan onCode={setTyped} />}
          <Field label="登录码" kind="number" longest={9} value={typed} onChange={setTyped} fault={fault} />
          {code !== null && fault === null && <Words as="minor">点“确认登录”，电脑就以{name}的名义进去。</Words>}
        </>
      )}
    </Page>
  );
}

function Scan({ onCode }: { onCode: (code: string) => void }) {
  const [wrong, setWrong] = useState(false);
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text === null) return;
    const code = desktopCodeIn(text);
    setWrong(code === null);
    if (code) onCode(code);
  };
  return (
    <View className={styles.acts}>
      <Button kind="line" icon="scan-line" onTap={() => void scan()}>
        扫电脑上的码
      </Button>
      {wrong && <Words as="note">扫到的不是登录码。请扫电脑登录页上的那一个。</Words>}
    </View>
  );
}

function Done({ name }: { name: string }) {
  return (
    <EmptyState icon="circle-check" title="电脑已登录" text={`电脑上一两秒就会以${name}的名义进去。用完在电脑上点“退出”。`}>
      <Button kind="line" onTap={back}>
        好
      </Button>
    </EmptyState>
  );
}
