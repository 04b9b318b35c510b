import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Vault } from '../src/platform/crypto/vault.ts';
import { fill, rowsOf } from './fill.ts';

const memberColumns = ['town_id', 'id', 'name', 'phone_shared', 'tags', 'paper', 'state', 'created_at', 'updated_at'];
const bindingColumns = ['town_id', 'id', 'member_id', 'openid_index', 'openid_cipher', 'bound_at'];
const creditColumns = ['town_id', 'id', 'member_id', 'template_id', 'credits', 'changed_at'];

/** Members by the hundred thousand, in the order of their ids. */
export async function fillMembers(app: NestFastifyApplication, townId: string, people: number): Promise<string[]> {
  const ids = Array.from({ length: people }, () => randomUUID()).sort();
  await fill(app, 'members', memberColumns, rowsOf(ids, (id, at) => [[townId, id, `学员${at}`, 0, '[]', 0, 'active', 0, 0]]));
  return ids;
}

/** Each of them with a WeChat, and with so many credits for the template. Answers the openids by member. */
export async function bindAll(app: NestFastifyApplication, townId: string, ids: readonly string[], { templateId, credits }: { templateId: string; credits: number }): Promise<Map<string, string>> {
  const vault = app.get(Vault);
  const place = { townId, column: 'wechat_bindings.openid_cipher' };
  const openids = new Map(ids.map((id) => [id, `o${randomUUID().replaceAll('-', '').slice(0, 27)}`]));
  const openidOf = (id: string): string => openids.get(id) ?? '';
  await fill(app, 'wechat_bindings', bindingColumns, rowsOf(ids, (id) => [[townId, randomUUID(), id, vault.openIdIndex(openidOf(id)), vault.seal(openidOf(id), place), 0]]));
  await fill(app, 'subscription_credits', creditColumns, rowsOf(ids, (id) => [[townId, randomUUID(), id, templateId, credits, 0]]));
  return openids;
}
