import type { DemoUser } from '../demo-users.ts';
import type { ReceivedMessage } from '../received-messages.ts';
import type { SandboxState } from '../state.ts';
import { html, type Html } from './html.ts';
import { clockText, dayAndClockText } from './shanghai-time.ts';

const shownMessages = 20;
const drawnGrains = 5;
const freshForMs = 60_000;

/** One member's phone: who it is, what it still accepts, what has arrived. */
export function phone(state: SandboxState, user: DemoUser): Html {
  return html`<div class="status"><span>${clockText(state.now())}</span><span>微信</span></div>
    <header>
      <span class="face" aria-hidden="true">${[...user.nickname][0] ?? ''}</span>
      <div class="who"><h2>${user.nickname}</h2><p>${user.phone ? masked(user.phone) : '没有绑定手机号'}</p></div>
      ${refusalSwitch(user)}
    </header>
    <ul class="credits">${credits(state, user)}</ul>
    ${chat(state, user)}`;
}

function refusalSwitch({ openid, nickname, refusesMessages }: DemoUser): Html {
  const body = JSON.stringify({ refusesMessages: !refusesMessages });
  return html`<button type="button" class="switch" role="switch" id="refuse-${openid}" aria-checked="${String(refusesMessages)}"
    aria-label="${nickname}拒收通知" data-method="PATCH" data-url="users/${encodeURIComponent(openid)}" data-body="${body}"
    ><span>拒收</span><i></i></button>`;
}

/** What may still come, by its kind; all that may not is one line. */
function credits({ settings, subscriptions }: SandboxState, { openid }: DemoUser): Html[] {
  const kinds = settings.templates.map(({ id, title }) => ({ title, left: subscriptions.credits(openid, id) }));
  const some = kinds.filter(({ left }) => left > 0);
  const none = kinds.length - some.length;
  const rest = some.length > 0 ? `另外${none}种` : `${none}种通知`;
  return [...some.map(credit), ...(none > 0 ? [html`<li><span>${rest}</span><b>没有次数</b></li>`] : [])];
}

/** A grain for each message that may still come; a recorded fact, so gold. */
function credit({ title, left }: { title: string; left: number }): Html {
  const grains = Array.from({ length: Math.min(left, drawnGrains) }, () => html`<i></i>`);
  return html`<li><span>${title}</span><span class="grains" aria-hidden="true">${grains}</span><b>还能收${left}条</b></li>`;
}

function chat(state: SandboxState, user: DemoUser): Html {
  const messages = state.messages.of(user.openid);
  const cards = messages.slice(0, shownMessages).map((message) => card(state, message));
  const hidden = messages.length - cards.length;
  return html`<section class="chat" tabindex="0" aria-label="${user.nickname}的服务通知">
    ${cards.length > 0 ? cards : emptyChat(user)}
    ${hidden > 0 ? html`<p class="when">更早的还有${hidden}条</p>` : null}
  </section>`;
}

function emptyChat({ refusesMessages }: DemoUser): Html {
  const hint = refusesMessages ? '这部手机关掉了通知' : '有次数时，通知会到这里';
  return html`<p class="empty"><b>还没有消息</b>${hint}</p>`;
}

function card(state: SandboxState, message: ReceivedMessage): Html {
  const age = state.now() - message.receivedAt;
  const fresh = age >= 0 && age < freshForMs ? html`<em>刚到</em>` : null;
  const rows = message.fields.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return html`<p class="when">${dayAndClockText(message.receivedAt)}</p>
    <article class="card"><p class="from">${state.settings.appName}${fresh}</p><h3>${message.title}</h3><dl>${rows}</dl>${entry(state, message)}</article>`;
}

/** The way into the mini-program, as a link where a browser can open it. */
function entry({ settings }: SandboxState, { page }: ReceivedMessage): Html {
  if (page === null) return html`<p class="entry off">这条通知没有带页面</p>`;
  if (!settings.openPage) return html`<p class="entry off">${page}</p>`;
  return html`<a class="entry" href="${settings.openPage(page)}" target="_blank" rel="noopener"><span>进入小程序</span><span aria-hidden="true">›</span></a>`;
}

function masked(phoneNumber: string): string {
  return phoneNumber.replace(/^(\d{3})\d{4}/, '$1****');
}
