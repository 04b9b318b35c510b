import { kindOf, type Fault } from '../faults.ts';
import { actButton } from './act-button.ts';
import { html, type Html } from './html.ts';

const slowMs = 3_000;

interface Drill {
  id: string;
  label: string;
  fault: Fault;
}

const drills: readonly Drill[] = [
  { id: 'drill-slow', label: '变慢', fault: { path: '*', delayMs: slowMs } },
  { id: 'drill-refuse', label: '拒绝', fault: { path: '*', errcode: 45009 } },
  { id: 'drill-down', label: '断开', fault: { path: '*', down: true } },
  { id: 'drill-mute', label: '办了不回话', fault: { path: '*', dropAnswerAfterActing: true } },
];

const sendPath = '/cgi-bin/message/subscribe/send';
/** What one send may answer. WECHAT.md §2 */
const sendErrcodes = [-1, 40001, 40003, 40014, 40037, 43101, 43107, 43108, 45168, 47003, 41030, 45009];

const refusal = (errcode: number): Html => actButton({ id: `refusal-${errcode}`, label: String(errcode), method: 'PUT', url: 'faults', body: { path: sendPath, errcode } });

const apiNames: Record<string, string> = {
  '*': '全部接口',
  '/sns/jscode2session': '登录',
  '/cgi-bin/token': '取令牌',
  '/cgi-bin/stable_token': '取令牌',
  '/wxa/business/getuserphonenumber': '取手机号',
  '/cgi-bin/message/subscribe/send': '发通知',
  '/wxa/msg_sec_check': '文字检查',
  '/wxa/media_check_async': '图片检查',
  '/wxa/getwxacodeunlimit': '小程序码',
  '/wxa/generate_urllink': '小程序链接',
};

/** The panel that makes this WeChat slow, refusing or unreachable, and says which of it is on. */
export function faultPanel(faults: readonly Fault[]): Html {
  return html`<div class="drills" role="group" aria-label="让微信出点状况">
      ${actButton({ id: 'drill-none', label: '正常', method: 'DELETE', url: 'faults', pressed: faults.length === 0 })}
      ${drills.map((drill) => drillButton(drill, faults))}
    </div>
    <details id="refusals"><summary>发通知时答错误码</summary><div class="drills">${sendErrcodes.map(refusal)}</div></details>
    ${actButton({ id: 'quota', label: '通知额度用完', method: 'PUT', url: 'faults', body: { path: sendPath, dailyQuota: 0 } })}
    ${actButton({ id: 'revoke', label: '令牌作废', method: 'PUT', url: 'faults', body: { revokeTokens: true } })}
    ${stateLine(faults)}`;
}

function drillButton({ id, label, fault }: Drill, faults: readonly Fault[]): Html {
  const pressed = faults.some((active) => active.path === '*' && kindOf(active) === kindOf(fault));
  return actButton({ id, label, method: 'PUT', url: 'faults', body: fault, pressed });
}

function stateLine(faults: readonly Fault[]): Html {
  if (faults.length === 0) return html`<p class="calm">微信正常收发</p>`;
  return html`<p class="warn">${faults.map(sentence).join('；')}。点“正常”恢复</p>`;
}

function sentence(fault: Fault): string {
  const times = fault.times === undefined ? '' : `，还有${fault.times}次`;
  return `${apiNames[fault.path] ?? fault.path}${effect(fault)}${times}`;
}

function effect(fault: Fault): string {
  if ('errcode' in fault) return `拒绝，错误码${fault.errcode}`;
  if ('delayMs' in fault) return `慢${fault.delayMs / 1_000}秒`;
  if ('down' in fault) return '连不上';
  return 'httpStatus' in fault ? `网关报${fault.httpStatus}` : '办了但不回话';
}
