import { Jobs } from '../../src/platform/jobs/jobs.ts';
import { accountOfTests } from '../test-sandbox.ts';
import { type Cell, onTarget, plain, type Probes } from './probe.ts';
import type { Staffed } from './world.ts';

const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const { appId, appSecret, name } = accountOfTests;
const body = { appId, appSecret, name, publishes: true };

const onTheme = (cell: Cell) => ({ params: { id: staffOf(cell).sentTheme } });

/** The town has an account, and the article is published: from there each way is open. */
async function published(cell: Cell) {
  const { api } = staffOf(cell).admin;
  await api.call('setOfficialAccount', { body });
  await api.call('setArticleUrl', { ...onTheme(cell), body: { url: 'https://mp.weixin.qq.com/s/sample' } });
  return onTheme(cell);
}

async function drafted(cell: Cell) {
  const target = await published(cell);
  await staffOf(cell).admin.api.call('draftArticle', target);
  await cell.world.server.get(Jobs).runNow('articles');
  return target;
}

export const articleProbes = {
  getOfficialAccount: plain(),
  setOfficialAccount: plain(() => ({ body })),
  removeOfficialAccount: plain(async (cell) => {
    await published(cell);
    return {};
  }),
  checkOfficialAccount: plain(async (cell) => {
    await published(cell);
    return {};
  }),
  setTownOfficialAccount: onTarget((cell) => ({ params: { id: staffOf(cell).town.id }, body })),

  getArticle: onTarget(onTheme),
  draftArticle: onTarget(published),
  publishArticle: onTarget(drafted),
  setArticleUrl: onTarget((cell) => ({ ...onTheme(cell), body: { url: 'https://mp.weixin.qq.com/s/sample' } })),
} satisfies Partial<Probes>;
