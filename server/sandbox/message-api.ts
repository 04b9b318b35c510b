import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { isObject, jsonBody, requireToken, type JsonObject } from './api-request.ts';
import { isValueAllowed } from './message-values.ts';
import type { MessageTemplate } from './options.ts';
import type { ReceivedMessage } from './received-messages.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const programStates = ['developer', 'trial', 'formal'];
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];
/** Live error texts cut the field's name short at about this length. WECHAT.md, Conventions */
const fieldTextLength = 30;

type Order = Omit<ReceivedMessage, 'msgid' | 'receivedAt'> & { openid: string };

/** `message/subscribe/send`. WECHAT.md §2 */
export function messageApi(api: FastifyInstance, state: SandboxState): void {
  const receivers = new Set<string>();
  api.post('/cgi-bin/message/subscribe/send', async (request, reply) => {
    requireToken(state, request);
    const order = readOrder(state, jsonBody(request));
    if (receivers.has(order.openid)) throw new WechatRefusal(43108);
    receivers.add(order.openid);
    try {
      await wait(state.settings.limits.sendTakesMs);
      const msgid = deliver(state, order);
      // Written by hand: as a JavaScript number this id would already be rounded. §2
      return await reply.type('application/json').send(`{"errcode":0,"errmsg":"ok","msgid":${msgid}}`);
    } finally {
      receivers.delete(order.openid);
    }
  });
}

/** Spends exactly one credit. @throws WechatRefusal 43101 refused or no credit, 43107 banned. §2 */
function deliver(state: SandboxState, { openid, ...message }: Order): string {
  const obstacle = state.subscriptions.obstacle(openid, message.templateId);
  if (obstacle) throw new WechatRefusal(obstacle);
  if (state.users.get(openid).refusesMessages) throw new WechatRefusal(43101);
  state.subscriptions.spend(openid, message.templateId);
  const msgid = state.messages.add(openid, { ...message, receivedAt: state.now() });
  const list = [{ TemplateId: message.templateId, MsgID: msgid, ErrorCode: '0', ErrorStatus: 'success' }];
  state.events.tell(state.settings.appId, { openid, event: 'subscribe_msg_sent_event', wrapper: 'SubscribeMsgSentEvent', list });
  return msgid;
}

/** @throws WechatRefusal 40003 openid, 40037 template, 47003 data, 45168 sensitive word. §2 */
function readOrder(state: SandboxState, body: JsonObject): Order {
  const openid = typeof body.touser === 'string' ? body.touser : '';
  if (!state.users.find(openid)) throw new WechatRefusal(40003);
  const template = state.settings.templates.find(({ id }) => id === body.template_id);
  if (!template) throw new WechatRefusal(40037);
  const page = body.page ?? null;
  if (page !== null && typeof page !== 'string') throw new WechatRefusal(47003, 'page');
  const fields = readFields(template, body.data);
  refuseSensitiveWords(state, fields);
  return {
    openid,
    templateId: template.id,
    title: template.title,
    fields,
    page,
    miniprogramState: oneOf(programStates, body.miniprogram_state ?? 'formal', 'miniprogram_state'),
    lang: oneOf(languages, body.lang ?? 'zh_CN', 'lang'),
  };
}

/** Every field of the template once, nothing else. @throws WechatRefusal 47003 that names the field. §2 */
function readFields(template: MessageTemplate, data: unknown): ReceivedMessage['fields'] {
  if (!isObject(data)) throw new WechatRefusal(47003, 'data');
  const stranger = Object.keys(data).find((name) => !Object.hasOwn(template.fields, name));
  if (stranger) throw invalidField(stranger);
  return Object.entries(template.fields).map(([name, label]) => {
    const entry = data[name];
    const value = isObject(entry) ? entry.value : undefined;
    if (typeof value !== 'string' || !isValueAllowed(template, name, value)) throw invalidField(name);
    return { name, label, value };
  });
}

function invalidField(name: string): WechatRefusal {
  return new WechatRefusal(47003, `data.${name}.value invalid`.slice(0, fieldTextLength));
}

function refuseSensitiveWords(state: SandboxState, fields: ReceivedMessage['fields']): void {
  const text = fields.map(({ value }) => value).join('\n');
  if (state.settings.sensitiveWords.some((word) => text.includes(word))) throw new WechatRefusal(45168);
}

function oneOf(allowed: readonly string[], value: unknown, name: string): string {
  if (typeof value !== 'string' || !allowed.includes(value)) throw new WechatRefusal(47003, name);
  return value;
}
