import { BindingsService } from '../../src/logins/bindings.service.ts';
import { OperatorsService } from '../../src/logins/operators.service.ts';
import { RolesService } from '../../src/members/roles.service.ts';
import { NoticesService } from '../../src/notices/notices.service.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import { samplePhone } from '../factory.ts';
import { rosterFile } from './files.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId } from './world.ts';

const consentVersion = privacyNotice.version;
const memberOf = ({ owner }: Cell) => ({ params: { id: owner.member.id } });

/** A WeChat that the given members have bound, and a login code of it. */
async function wechatOf({ world, owner }: Cell, bound: 0 | 2): Promise<string> {
  const { server, home } = world;
  const { openid } = server.sandbox.createUser({ nickname: '有微信的人', phone: samplePhone() });
  const members = bound ? [home.fellow.member, home.stranger.member] : [];
  for (const member of members) await server.make.act(owner.town, () => server.get(BindingsService).bind(member, openid));
  return server.sandbox.createLoginCode(openid);
}

async function ticketOf(cell: Cell, bound: 0 | 2): Promise<string> {
  const answer = await cell.world.server.api.call('createLogin', { body: { code: await wechatOf(cell, bound) } });
  if (answer.state === 'logged_in') throw new Error('the WeChat is bound to one member');
  return answer.ticket;
}

async function invitationFor({ world, relation, owner }: Cell): Promise<string> {
  const { code } = await world.townOf(relation).admin.api.call('createInvitation', { params: { id: owner.member.id } });
  return code;
}

async function importIn({ world, relation }: Cell): Promise<string> {
  const { admin, group } = world.townOf(relation);
  const { id } = await admin.api.call('createRosterImport', { file: await rosterFile(group.name) });
  return id;
}
const onImport = async (cell: Cell) => ({ params: { id: await importIn(cell) } });

export const peopleProbes = {
  getHealth: plain(),
  getOpenApi: plain(),
  getPrivacyNotice: plain(),
  getDemo: plain(),
  setDemoClock: plain(({ world }) => ({ body: { now: new Date(world.server.now()).toISOString() } })),
  createDemoLogin: plain(() => ({ body: { role: 'member' } })),

  createLogin: plain(async (cell) => ({ body: { code: await wechatOf(cell, 0) } })),
  chooseLogin: plain(async (cell) => ({ body: { ticket: await ticketOf(cell, 2), memberId: cell.world.home.fellow.member.id } })),
  createLinkLogin: plain(async ({ world }) => ({ body: { secret: (await world.server.get(OperatorsService).linkFor('运维')).secret } })),
  createBinding: plain(async (cell) => ({ body: { ticket: await ticketOf(cell, 0), invitation: await invitationFor(cell), consentVersion } })),
  getCurrentLogin: plain(),
  endCurrentLogin: plain(),
  createDesktopLogin: plain(),
  confirmDesktopLogin: plain(async ({ world }) => ({ body: { code: (await world.server.api.call('createDesktopLogin')).code } })),
  collectDesktopLogin: plain(async ({ world }) => {
    const { id, secret } = await world.server.api.call('createDesktopLogin');
    return { params: { id }, body: { secret } };
  }),
  createConsent: plain(() => ({ body: { version: consentVersion } })),
  withdrawConsent: { ...plain(), spoils: true },

  listTowns: plain(),
  createTown: plain(() => ({ body: { code: `t-${newId().slice(0, 8)}`, name: '新镇', schoolName: '新镇微党校', foundedOn: '2026-05-15', admin: { name: '新管理员', phone: samplePhone() } } })),
  getTown: plain(),
  updateTown: plain(() => ({ body: { contactPhone: '0825-0000000' } })),
  listGroups: plain(),
  createGroup: plain(() => ({ body: { name: `新组${newId().slice(0, 8)}` } })),
  updateGroup: onTarget(async ({ owner, world }) => ({ params: { id: (await world.server.make.group(owner.town)).id }, body: { name: `改名${newId().slice(0, 8)}` } })),
  closeGroup: onTarget(async ({ owner, world }) => ({ params: { id: (await world.server.make.group(owner.town)).id } })),
  getMyGroup: plain(),

  listNotices: inList(
    async ({ owner, world }) => {
      await tell(owner, world);
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, { owner }) => items.some(({ text }) => text === owner.member.id),
  ),
  readNotice: onTarget(async ({ owner, world }) => {
    await tell(owner, world);
    const { items } = await owner.api.call('listNotices');
    return { params: { id: items[0]?.id ?? '' } };
  }),
  listAuditRows: inList(
    async ({ owner }) => {
      await owner.api.call('createConsent', { body: { version: consentVersion } });
      return { query: { pageSize: 100, act: 'consent.given' } };
    },
    ({ items }, _, { owner }) => items.some(({ target }) => target === owner.member.id),
  ),

  listMembers: inList(
    ({ owner }) => ({ query: { pageSize: 100, q: owner.member.name } }),
    ({ items }, _, { owner }) => items.some(({ id }) => id === owner.member.id),
  ),
  createMember: onTarget(({ owner }) => ({ body: { name: '新来的', groupId: owner.member.groupId ?? '', phone: samplePhone() } })),
  getMember: onTarget(memberOf),
  updateMember: onTarget((cell) => ({ ...memberOf(cell), body: { duty: '委员' } })),
  changePhone: onTarget((cell) => ({ ...memberOf(cell), body: { phone: samplePhone() } })),
  revealPhone: onTarget(memberOf),
  revealRemark: onTarget(memberOf),
  moveMember: onTarget((cell) => ({ ...memberOf(cell), body: { groupId: cell.world.home.otherGroup.id, on: '2026-11-20' } }), { spoils: true }),
  closeMember: onTarget((cell) => ({ ...memberOf(cell), body: { kind: 'closed', on: '2026-11-20', reason: '去世' } }), { spoils: true, relations: ['same group', 'other group', 'other town'] }),
  reopenMember: onTarget(memberOf),
  grantRole: onTarget((cell) => ({ ...memberOf(cell), body: { role: 'committee' } }), { spoils: true }),
  endRole: onTarget(
    async ({ owner, world }) => {
      const { id: groupId } = await world.server.make.group(owner.town);
      const grant = await world.server.make.act(owner.town, () => world.server.get(RolesService).give(owner.town.scope, owner.member.id, 'leader', groupId));
      return { params: { id: owner.member.id, roleId: grant.id } };
    },
    { spoils: true },
  ),
  createInvitation: onTarget(memberOf),

  createRosterImport: plain(async () => ({ file: await rosterFile() })),
  getRosterTemplate: plain(),
  getRosterImport: onTarget(onImport),
  listRosterRows: onTarget(onImport),
  getRosterErrorSheet: onTarget(onImport),
  correctRosterRows: onTarget(async (cell) => ({ ...(await onImport(cell)), body: { fixes: [{ kind: 'skip', row: 2 }] } })),
  confirmRosterImport: onTarget(async (cell) => ({ ...(await onImport(cell)), body: {} })),
  withdrawRosterImport: onTarget(async (cell) => {
    const written = await onImport(cell);
    await cell.world.townOf(cell.relation).admin.api.call('confirmRosterImport', { ...written, body: {} });
    return written;
  }),
} satisfies Partial<Probes>;

async function tell(owner: Cell['owner'], world: Cell['world']): Promise<void> {
  const news = { kind: 'test', title: '说一声', text: owner.member.id, link: null, dedupeKey: newId() };
  await world.server.make.act(owner.town, () => world.server.get(NoticesService).tell(owner.town.scope, [owner.member.id], news));
}
