import type { PushManner } from '../event-push.ts';
import type { SandboxState } from '../state.ts';
import { actButton } from './act-button.ts';
import { html, type Html } from './html.ts';

const lateMs = 10_000;

const manners: readonly { id: string; label: string; manner: Partial<PushManner> }[] = [
  { id: 'push-usual', label: '照常', manner: {} },
  { id: 'push-twice', label: '发两遍', manner: { copies: 2 } },
  { id: 'push-late', label: '晚10秒', manner: { lateMs } },
  { id: 'push-xml', label: '用XML', manner: { shape: 'xml' } },
];

/** How events reach the server, and how the last one did; nothing where no address is set. */
export function pushPanel({ events, settings }: SandboxState): Html | null {
  if (!events.isAimed(settings.appId)) return null;
  const { shape, copies, lateMs: late } = events.manner();
  const isOn = ({ id }: { id: string }): boolean => ({ 'push-twice': copies > 1, 'push-late': late > 0, 'push-xml': shape === 'xml' })[id] ?? (copies === 1 && late === 0 && shape === 'json');
  return html`<span class="what" aria-hidden="true">事件推送</span><div class="drills" role="group" aria-label="事件怎么推送">
      ${manners.map((one) => actButton({ id: one.id, label: one.label, method: 'PUT', url: 'push-manner', body: one.manner, pressed: isOn(one) }))}
    </div>
    ${lastPush(events.records()[0])}`;
}

function lastPush(last: { event: string; tries: number; taken: boolean } | undefined): Html {
  if (!last) return html`<p class="calm">还没有推送过事件</p>`;
  if (last.taken) return html`<p class="calm">最近一次推送收到了（${last.event}）</p>`;
  return html`<p class="warn">最近一次推送没人收（${last.event}，试了${last.tries}次）</p>`;
}
