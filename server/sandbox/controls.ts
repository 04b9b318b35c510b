import { ControlRefusal } from './control-refusal.ts';
import type { DemoUser, DemoUserChange, NewDemoUser } from './demo-users.ts';
import type { Fault } from './faults.ts';
import type { MediaCheckEvent } from './media-checks.ts';
import type { PushManner, PushRecord, PushTarget } from './event-push.ts';
import type { Draft, OfficialAccount, Publication } from './official-accounts.ts';
import type { SafetyWord } from './options.ts';
import type { ReceivedMessage } from './received-messages.ts';
import type { SandboxState } from './state.ts';
import { answerSubscriptions, type SubscriptionResult, type SubscriptionWish } from './subscription-request.ts';

type Outcome = Publication['outcome'];

export interface PageOf<Item> {
  total: number;
  items: Item[];
}

export interface Slice {
  offset?: number;
  /** At most 200; 50 without it. */
  limit?: number;
}

/** What people and tests do with this WeChat; `/sandbox/` offers the same over HTTP. */
export interface SandboxControls {
  /** @throws ControlRefusal 409 when the openid is taken */
  createUser(user: NewDemoUser): DemoUser;
  listUsers(slice?: Slice): PageOf<DemoUser>;
  /** @throws ControlRefusal 404, as do all that take an openid */
  getUser(openid: string): DemoUser;
  changeUser(openid: string, change: DemoUserChange): DemoUser;
  /** The user opens the mini-program, which makes them active for §3. */
  visit(openid: string): void;
  /** `wx.login`: a code for five minutes, once. §1 */
  createLoginCode(openid: string): string;
  /** The getPhoneNumber button. @throws ControlRefusal 409 when the user has no phone number */
  createPhoneCode(openid: string): string;
  /** `wx.requestSubscribeMessage` with the answers that the user taps. §2 */
  answerSubscriptions(openid: string, wish: SubscriptionWish): SubscriptionResult;
  /** The phone's settings: a kept answer for a template, or none. §2 */
  keepAnswer(openid: string, templateId: string, kept: 'accept' | 'reject' | null): void;
  /** Credits left by template id. */
  credits(openid: string): Record<string, number>;
  /** Newest first, at most the last 200. */
  listMessages(openid: string, slice?: Slice): PageOf<ReceivedMessage>;
  mediaCheckEvents(): MediaCheckEvent[];
  replaceSafetyWords(words: readonly SafetyWord[]): void;
  setFault(fault: Fault): void;
  listFaults(): readonly Fault[];
  /** Clears the faults and restores the quotas. */
  clearFaults(): void;
  revokeTokens(): void;
  /** How an official account's next publications end: 0 out, 2 originality, 3 failed, 4 rejected, 5 deleted, 6 banned. §5 */
  endPublications(appId: string, outcome: Outcome): void;
  /** What has come out is taken down, by the account's people (5) or by WeChat (6). */
  takeDown(appId: string, outcome: 5 | 6): void;
  /** Somebody deletes drafts and material in the console. */
  emptyConsole(appId: string): void;
  /** The drafts and publications of an official account, newest first. */
  officialAccount(appId: string): { drafts: Draft[]; publications: Publication[] };
  /** Where an app's events go; null: nowhere. §2 */
  setPush(appId: string, target: PushTarget | null): void;
  /** Twice, late or in another shape; what is left out is as usual. */
  setPushManner(manner: Partial<PushManner>): void;
  /** The events that were told, newest first. */
  pushes(): readonly PushRecord[];
  /** Answers when no event is on its way any more. */
  pushesSettled(): Promise<void>;
  /** `perDay` more calls of this API today, then 45009. */
  leaveToday(path: string, perDay: number): void;
  /** Calls by API path since the start. */
  calls(): Record<string, number>;
}

export function controlsOf(state: SandboxState): SandboxControls {
  return { ...userControls(state), ...phoneControls(state), ...accountControls(state), ...pushControls(state), ...faultControls(state) };
}

type UserControls = Pick<SandboxControls, 'createUser' | 'listUsers' | 'getUser' | 'changeUser' | 'visit'>;

function userControls({ users, subscriptions }: SandboxState): UserControls {
  return {
    createUser: (wanted) => {
      const user = users.create(wanted);
      for (const [templateId, credits] of Object.entries(wanted.credits ?? {})) {
        subscriptions.addCredits(user.openid, templateId, credits);
      }
      return user;
    },
    listUsers: (slice) => sliceOf(users.all(), slice),
    getUser: (openid) => users.get(openid),
    changeUser: (openid, change) => Object.assign(users.get(openid), change),
    visit: (openid) => users.visit(openid),
  };
}

type PhoneControls = Pick<
  SandboxControls,
  'createLoginCode' | 'createPhoneCode' | 'answerSubscriptions' | 'keepAnswer' | 'credits' | 'listMessages'
>;

function phoneControls(state: SandboxState): PhoneControls {
  const { users, codes, subscriptions, messages, settings } = state;
  return {
    createLoginCode: (openid) => codes.create('login', users.get(openid).openid),
    createPhoneCode: (openid) => {
      if (!users.get(openid).phone) throw new ControlRefusal(409, `User ${openid} has no phone number`);
      return codes.create('phone', openid);
    },
    answerSubscriptions: (openid, wish) => answerSubscriptions(state, openid, wish),
    keepAnswer: (openid, templateId, kept) => {
      subscriptions.keep(users.get(openid).openid, templateId, kept);
      // Only refusals are told. §2, Events
      const list = [{ TemplateId: templateId, SubscribeStatusString: 'reject' }];
      if (kept === 'reject') state.events.tell(settings.appId, { openid, event: 'subscribe_msg_change_event', wrapper: 'SubscribeMsgChangeEvent', list });
    },
    credits: (openid) => {
      const { openid: known } = users.get(openid);
      return Object.fromEntries(settings.templates.map(({ id }) => [id, subscriptions.credits(known, id)]));
    },
    listMessages: (openid, slice) => sliceOf(messages.of(users.get(openid).openid), slice),
  };
}

type AccountControls = Pick<SandboxControls, 'endPublications' | 'takeDown' | 'emptyConsole' | 'officialAccount'>;

function accountControls({ officialAccounts }: SandboxState): AccountControls {
  const named = (appId: string): OfficialAccount => {
    const account = officialAccounts.find(appId);
    if (!account) throw new ControlRefusal(404, `There is no official account ${appId}`);
    return account;
  };
  return {
    endPublications: (appId, outcome) => void (named(appId).nextOutcome = outcome),
    takeDown: (appId, outcome) => named(appId).publications.forEach((publication) => void (publication.outcome = outcome)),
    emptyConsole: (appId) => {
      named(appId).drafts.splice(0);
      named(appId).material.clear();
    },
    officialAccount: (appId) => ({ drafts: [...named(appId).drafts], publications: [...named(appId).publications] }),
  };
}

type PushControls = Pick<SandboxControls, 'setPush' | 'setPushManner' | 'pushes' | 'pushesSettled'>;

function pushControls({ events }: SandboxState): PushControls {
  return {
    setPush: (appId, target) => events.aim(appId, target),
    setPushManner: (manner) => events.behave(manner),
    pushes: () => events.records(),
    pushesSettled: () => events.settled(),
  };
}

type FaultControls = Omit<SandboxControls, keyof UserControls | keyof PhoneControls | keyof AccountControls | keyof PushControls>;

function faultControls({ faults, quotas, tokens, mediaChecks, safetyWords, officialAccounts }: SandboxState): FaultControls {
  return {
    mediaCheckEvents: () => mediaChecks.events(),
    replaceSafetyWords: (words) => safetyWords.replace(words),
    setFault: (fault) => faults.set(fault),
    listFaults: () => faults.list(),
    clearFaults: () => {
      faults.clear();
      quotas.restore();
    },
    revokeTokens: () => [tokens, ...officialAccounts.all.map((account) => account.tokens)].forEach((each) => each.revokeAll()),
    leaveToday: (path, perDay) => quotas.leaveToday(path, perDay),
    calls: () => faults.calls(),
  };
}

function sliceOf<Item>(items: readonly Item[], { offset = 0, limit = 50 }: Slice = {}): PageOf<Item> {
  return { total: items.length, items: items.slice(offset, offset + Math.min(limit, 200)) };
}
