import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import { HOST, type OpenScope } from '../platform/access/scope.ts';
import { requestContext } from '../platform/context/request-context.ts';
import { type Place, Vault } from '../platform/crypto/vault.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { TownsService } from '../towns/towns.service.ts';
import { BindingsService } from './bindings.service.ts';
import { CallerViewService, type LoggedIn } from './caller-view.service.ts';
import { ConsentsService } from './consents.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { LoginsService } from './logins.service.ts';
import { SecretsService } from './secrets.service.ts';

type LoginAnswer = Answer<'createLogin'>;
type Choice = Extract<LoginAnswer, { state: 'choose' }>['choices'][number];

const ticketPlace: Place = { townId: HOST, column: 'login_secrets.openid_cipher' };

/** From a WeChat code to a login: bound already, to be chosen among several, or to be bound first. */
@Injectable()
export class SignInService {
  constructor(
    private readonly wechat: WeChat,
    private readonly bindings: BindingsService,
    private readonly secrets: SecretsService,
    private readonly logins: LoginsService,
    private readonly views: CallerViewService,
    private readonly consents: ConsentsService,
    private readonly invitations: InvitationsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly towns: TownsService,
    private readonly vault: Vault,
    private readonly acts: Acts,
  ) {}

  /** In WeChat CloudRun its gateway has said who it is, and the code is not needed. With `another` nobody is logged in: the ticket is for one more person who will use this WeChat. */
  async byCode(scope: OpenScope, { code, another }: Input<'createLogin'>['body']): Promise<LoginAnswer> {
    const openid = requestContext()?.openid ?? (await this.wechat.code2Session(code)).openid;
    if (another) return { state: 'unbound', ticket: await this.ticketFor(scope, openid) };
    return this.answerFor(scope, openid, await this.membersOf(scope, openid));
  }

  /** One of several members who use this WeChat. */
  async choose(scope: OpenScope, { ticket, memberId }: Input<'chooseLogin'>['body']): Promise<LoggedIn> {
    const secret = await this.secrets.find(scope, 'ticket', ticket);
    const openid = this.openidOf(secret.openidCipher);
    const member = (await this.membersOf(scope, openid)).find(({ id }) => id === memberId);
    if (!member) throw new AppError('NOT_FOUND');
    return this.acts.perform(scope, async () => {
      await this.secrets.use(scope, secret);
      return this.begin(member, openid);
    });
  }

  /** Binds this WeChat to whom the phone or the invitation names, with consent first. */
  async bind(scope: OpenScope, body: Input<'createBinding'>['body']): Promise<LoginAnswer> {
    this.consents.requireCurrent(body.consentVersion);
    const secret = await this.secrets.find(scope, 'ticket', body.ticket);
    const openid = this.openidOf(secret.openidCipher);
    const found = body.phoneCode ? await this.byPhone(scope, body.phoneCode, openid) : [await this.invitations.memberOf(scope, body.invitation)];
    return this.acts.perform(scope, async () => {
      if (body.invitation) await this.invitations.use(scope, body.invitation);
      for (const member of found) await this.bindings.bind(member, openid);
      for (const member of found) await this.consents.give(systemScope(member.townId, 'binding'), member.id, body.consentVersion);
      const all = await this.membersOf(scope, openid);
      if (all.length === 1) await this.secrets.use(scope, secret);
      return this.answerFor(scope, openid, all);
    }, { act: 'binding.created' });
  }

  private async byPhone(scope: OpenScope, phoneCode: string, openid: string): Promise<Member[]> {
    const phone = await this.wechat.phoneNumber(phoneCode, openid);
    const found = await this.members.byPhone(scope, phone);
    if (found.length === 0) throw new AppError('PHONE_NOT_IN_ROSTER');
    return found;
  }

  private async answerFor(scope: OpenScope, openid: string, members: readonly Member[]): Promise<LoginAnswer> {
    const [only, another] = members;
    if (only && !another) return this.acts.perform(scope, () => this.begin(only, openid));
    const ticket = await this.ticketFor(scope, openid);
    if (!only) return { state: 'unbound', ticket };
    return { state: 'choose', ticket, choices: await Promise.all(members.map((member) => this.choiceOf(member))) };
  }

  private async ticketFor(scope: OpenScope, openid: string): Promise<string> {
    const openidCipher = this.vault.seal(openid, ticketPlace);
    return (await this.acts.perform(scope, () => this.secrets.make(scope, 'ticket', { openidCipher }), { act: 'login.ticket-made' })).secret;
  }

  private async begin(member: Member, openid: string): Promise<LoggedIn> {
    const { townId, id } = member;
    await this.bindings.renew(member, openid);
    return this.views.loggedIn(await this.logins.begin({ townId, memberId: id, operatorId: null }, 'wechat'));
  }

  private async membersOf(scope: OpenScope, openid: string): Promise<Member[]> {
    const bindings = await this.bindings.ofOpenid(scope, openid);
    const members = await Promise.all(bindings.map(({ townId, memberId }) => this.members.find(systemScope(townId, 'login'), memberId).catch(() => null)));
    return members.filter((member) => member?.state === 'active') as Member[];
  }

  private async choiceOf(member: Member): Promise<Choice> {
    const scope = systemScope(member.townId, 'login');
    const [town, names] = await Promise.all([this.towns.own(scope), this.groups.names(scope)]);
    return { memberId: member.id, name: member.name, townName: town.name, groupName: member.groupId && (names.get(member.groupId) ?? null) };
  }

  private openidOf(cipher: string | null): string {
    if (!cipher) throw new AppError('TICKET_ENDED');
    return this.vault.open(cipher, ticketPlace);
  }
}
