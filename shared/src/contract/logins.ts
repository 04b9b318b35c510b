import { z } from 'zod';
import { roles } from '../permissions.ts';
import type { loginRoutes } from '../routes/logins.ts';
import { date, id, instant } from './common.ts';
import type { ContractOf } from './contract.ts';

export const role = z.enum(roles);

/** A caller as the apps need it: who, where, with which roles. `member` is null for an operator. */
export const caller = z.object({
  roles: z.array(role),
  member: z
    .object({ id, name: z.string(), groupId: id.nullable(), groupName: z.string().nullable(), paper: z.boolean() })
    .nullable(),
  operator: z.object({ id, name: z.string() }).nullable(),
  town: z.object({ code: z.string(), name: z.string(), schoolName: z.string() }).nullable(),
  /** Groups that this person leads. */
  leads: z.array(z.object({ id, name: z.string() })),
  /** The version of the privacy notice that was agreed to; null: none, or withdrawn. */
  consentVersion: z.string().nullable(),
});

const loggedIn = z.object({ state: z.literal('logged_in'), token: z.string(), expiresAt: instant, caller });
const choice = z.object({ memberId: id, name: z.string(), townName: z.string(), groupName: z.string().nullable() });
const choose = z.object({ state: z.literal('choose'), ticket: z.string(), choices: z.array(choice) });
const unbound = z.object({ state: z.literal('unbound'), ticket: z.string() });

/** `choose`: several members use this WeChat. `unbound`: nobody does yet, bind with the ticket. A ticket lives 10 minutes. */
export const loginAnswer = z.discriminatedUnion('state', [loggedIn, choose, unbound]);

const ticket = z.string().min(20).max(100);
const wechatCode = z.string().min(1).max(128);

export const loginContract = {
  getHealth: { answer: z.object({ ok: z.boolean(), version: z.string(), mode: z.enum(['demo', 'production']), database: z.string() }) },
  getOpenApi: { answer: z.record(z.string(), z.unknown()) },
  getPrivacyNotice: {
    answer: z.object({ version: z.string(), title: z.string(), updatedOn: date, paragraphs: z.array(z.object({ heading: z.string(), text: z.string() })) }),
  },
  getDemo: {
    answer: z.object({
      demo: z.boolean(),
      now: instant,
      roles: z.array(z.object({ role, label: z.string(), name: z.string(), tasks: z.string() })),
      town: z.object({ code: z.string(), name: z.string() }).nullable(),
      sandboxUrl: z.string().nullable(),
    }),
  },
  setDemoClock: { body: z.object({ now: z.iso.datetime({ offset: true, message: '时间要写成ISO格式，如2026-11-30T08:00:00+08:00' }) }), answer: z.object({ now: instant }) },
  createDemoLogin: { body: z.object({ role }), answer: loggedIn },

  /** `another`: this WeChat is known, and one more person is to use it; answers a ticket to bind them with. */
  createLogin: { body: z.object({ code: wechatCode, another: z.boolean().default(false) }), answer: loginAnswer },
  chooseLogin: { body: z.object({ ticket, memberId: id }), answer: loggedIn },
  createLinkLogin: { body: z.object({ secret: ticket }), answer: loggedIn },
  createBinding: {
    body: z.object({
      ticket,
      /** One of the two: the code of WeChat's phone button, or an invitation from the leader. */
      phoneCode: wechatCode.optional(),
      invitation: z.string().trim().min(4).max(16).optional(),
      /** The notice that the person has just agreed to. */
      consentVersion: z.string().max(20),
    }),
    answer: loginAnswer,
  },
  getCurrentLogin: { answer: caller },
  endCurrentLogin: { answer: null },

  createDesktopLogin: { answer: z.object({ id, code: z.string(), secret: z.string(), expiresAt: instant }) },
  confirmDesktopLogin: { body: z.object({ code: z.string().regex(/^\d{8}$/, '登录码是8位数字') }), answer: null },
  collectDesktopLogin: {
    params: z.object({ id }),
    body: z.object({ secret: ticket }),
    answer: z.discriminatedUnion('state', [z.object({ state: z.literal('waiting') }), z.object({ state: z.literal('ended') }), loggedIn]),
  },

  createConsent: { body: z.object({ version: z.string().max(20) }), answer: null },
  withdrawConsent: { answer: null },
} satisfies ContractOf<typeof loginRoutes>;

