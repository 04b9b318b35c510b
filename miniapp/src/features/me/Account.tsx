import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { type Caller, holds } from '@/platform/session';
import { complaintsPage } from '../complaints/complaints';
import { ElderRow } from './ElderRow';

/** How the app looks, what it knows, and whose phone this is. */
export function Account({ caller }: { caller: Caller | null }) {
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <Card rows>
      <ElderRow />
      <Row icon="settings" title="设置" note={elder ? undefined : '字号、深色、微信提醒'} onTap={() => open('packages/account/settings/index')} />
      {caller?.member && <Row icon="pen-line" title="投诉建议" note={elder ? undefined : '可以不留名字，镇里不答复就到区里'} onTap={() => open(complaintsPage)} />}
      <Row icon="shield-check" title="隐私和我的数据" onTap={() => open('packages/account/privacy/index')} />
      {caller && worksAtDesk(caller) && <Row icon="monitor" title="登录电脑端" note={elder ? undefined : '扫码，或输入8位数字'} onTap={() => open('packages/account/desktop-login/index')} />}
      {caller && <Row icon="smartphone" title="换人用、退出" note={elder ? undefined : '各人的记录分开放'} onTap={() => open('packages/account/people/index')} />}
    </Card>
  );
}

/** Members have their work on the phone; the desktop has nothing for them. */
function worksAtDesk(caller: Caller): boolean {
  return caller.member !== null && (['leader', 'approver', 'committee', 'admin'] as const).some((role) => holds(caller, role));
}
