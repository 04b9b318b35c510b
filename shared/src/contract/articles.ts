import { z } from 'zod';
import type { articleRoutes } from '../routes/articles.ts';
import { articleStates } from '../rules/article.ts';
import { blocks } from './blocks.ts';
import { byId, id, instant, optionalText, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

/** A town's official account; its secret is never told again. */
const account = z.object({
  appId: z.string(),
  name: z.string(),
  author: z.string(),
  /** Whether WeChat lets this account publish through the API; individual and unverified ones may not. */
  publishes: z.boolean(),
  /** Whether the mini-program is linked to it, so that articles may lead there. */
  linked: z.boolean(),
  /** Whether WeChat may tell of the end of a publication; without it the server asks. */
  pushed: z.boolean(),
  setAt: instant,
  /** Null where the operator set it. */
  setBy: person.nullable(),
});
const accountBody = z.object({
  appId: z.string().trim().regex(/^wx[0-9a-f]{16}$/, 'AppID以wx开头，一共18位，在公众号后台“设置与开发、基本配置”里'),
  /** Left out: the one that is kept, where the AppID stays the same. */
  appSecret: z.string().trim().regex(/^[0-9A-Za-z]{32}$/, 'AppSecret是32位字母和数字').optional(),
  name: text(40),
  author: optionalText(16).default(''),
  publishes: z.boolean().default(false),
  linked: z.boolean().default(false),
  /** Of the account's message push, as in its console; left out: as it is kept, where the AppID stays the same. Null ends it. */
  push: z
    .object({
      token: z.string().trim().regex(/^[0-9A-Za-z]{3,32}$/, 'Token是3到32位字母和数字'),
      aesKey: z.string().trim().regex(/^[0-9A-Za-z]{43}$/, 'EncodingAESKey是43位字母和数字').nullable().default(null),
    })
    .nullable()
    .optional(),
});

const article = z.object({
  state: z.enum(articleStates),
  /** What would be drafted now: the theme as it stands. */
  source: z.object({
    title: z.string(),
    author: z.string(),
    digest: z.string(),
    blocks,
    coverFileId: id.nullable(),
    card: z.object({ name: z.string(), title: z.string(), appId: z.string().nullable(), path: z.string() }),
  }),
  /** In their order, with WeChat's address where it has them. */
  pictures: z.array(z.object({ fileId: id, url: z.string().nullable() })),
  /** What WeChat would refuse; nothing is sent while there is any. */
  faults: z.array(z.object({ field: z.string(), message: z.string() })),
  /** Whether the town has an official account that can be asked, and whether it publishes through the API. */
  connected: z.boolean(),
  publishes: z.boolean(),
  /** The draft, or what was published, says something else than the theme does now. */
  outdated: z.boolean(),
  url: z.string().nullable(),
  /** Who published it. */
  way: z.enum(['api', 'person']).nullable(),
  /** What went wrong last, or what is waited for, and what to do. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  changedAt: instant.nullable(),
});

export const articleContract = {
  getOfficialAccount: { answer: z.object({ account: account.nullable(), wechat: z.boolean() }) },
  setOfficialAccount: { body: accountBody, answer: account },
  removeOfficialAccount: { answer: null },
  checkOfficialAccount: { answer: z.object({ ok: z.boolean(), message: z.string() }) },
  setTownOfficialAccount: { params: byId, body: accountBody, answer: account },

  getArticle: { params: byId, answer: article },
  draftArticle: { params: byId, answer: article },
  publishArticle: { params: byId, answer: article },
  setArticleUrl: { params: byId, body: z.object({ url: text(500) }), answer: article },
} satisfies ContractOf<typeof articleRoutes>;
