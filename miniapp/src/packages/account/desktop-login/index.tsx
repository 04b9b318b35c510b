import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { back, say } from '@/platform/navigation';
import { call } from '@/platform/request';

/** Confirms the short-lived code that a desktop shows; there are no passwords. */
export default function DesktopLoginPage() {
  const [code, setCode] = useState('');
  const { busy, fault, run } = useAct();
  const digits = code.replace(/\D/g, '');
  const confirm = () =>
    run(async () => {
      await call('confirmDesktopLogin', { body: { code: digits } });
      say('电脑已登录');
      back();
    });
  return (
    <Page
      title="登录电脑端"
      foot={
        <Button busy={busy} disabled={digits.length !== 8} onTap={() => void confirm()}>
          确认登录
        </Button>
      }
    >
      <Words as="page">输入电脑上的8位数字</Words>
      <Words as="minor">只确认自己眼前的电脑。别人发来的数字不要填。</Words>
      <Field label="登录码" kind="number" longest={9} value={code} onChange={setCode} fault={fault} />
    </Page>
  );
}
