import { Demo, type Role } from '../support/demo';
import { builtPages } from './built-app';
import type { MiniProgram } from './mini-program';
import { sampleOf, type Sample } from './sample';
import { become, choose, onPhoneOf } from './weapp';

/** One kind of person on one page. What they read there, and in the large version where that says something else. */
interface Visit {
  readonly as: Role | 'guest';
  readonly query?: (sample: Sample) => string;
  readonly sees: (sample: Sample) => readonly string[];
  readonly elder?: (sample: Sample) => readonly string[];
  /** All of it is on the phone already: nothing to wait for, nothing to fail. */
  readonly atOnce?: true;
}

/** Whoever adds a page says here who opens it and what they read. */
const visits: Readonly<Record<string, readonly Visit[]>> = {
  'pages/week/index': [
    { as: 'guest', query: () => 'town=longfeng', sees: ({ theme }) => [...theme.titleLines, ...theme.lessons.map(({ title }) => title), '不登录也能看'], elder: ({ theme }) => [...theme.titleLines, '打给镇党校'] },
    { as: 'member', sees: ({ theme }) => [theme.weekLabel, '已记'], elder: () => ['打给镇党校'] },
  ],
  'pages/study/index': [
    { as: 'guest', sees: ({ theme }) => [`${theme.weekLabel}的课`, ...theme.lessons.map(({ title }) => title)] },
    { as: 'member', sees: () => ['课程，共', '每周主题'] },
  ],
  'pages/group/index': [
    { as: 'guest', sees: () => ['登录以后，看得到你的小组'], atOnce: true },
    { as: 'member', sees: ({ member }) => [member.groupName, '以前的活动', '我的心得'] },
    { as: 'leader', sees: ({ leader, sessions }) => [leader.groupName, sessions.now.title, sessions.unclosed.title, '点名', '收尾', '安排一次活动', '看本组'] },
    { as: 'approver', sees: () => ['等你审的', '1份主题'] },
  ],
  'pages/me/index': [
    { as: 'guest', sees: () => ['看每周的主题，不用登录'], atOnce: true },
    { as: 'member', sees: ({ member }) => [member.name, '我的打卡'], atOnce: true },
    { as: 'leader', sees: () => ['我带的小组'], atOnce: true },
    { as: 'approver', sees: () => ['等我审的'], atOnce: true },
  ],
  'packages/read/lesson/index': [{ as: 'guest', query: ({ theme }) => `id=${theme.lessons[0]?.id}&monday=${theme.monday}`, sees: ({ theme }) => [theme.lessons[0]?.title ?? '', '写一句收获，打卡', '下一课'] }],
  'packages/read/check-in/index': [{ as: 'leader', query: ({ openMonday }) => `monday=${openMonday}`, sees: () => ['这一周，你记住了哪一句', '完成打卡'] }],
  'packages/read/week/index': [{ as: 'member', query: ({ past }) => `monday=${past.monday}`, sees: ({ past }) => past.titleLines }],
  'packages/record/receipt/index': [{ as: 'member', sees: () => ['个人自学', '分数只有你和评定委员看得到'], elder: () => ['看每一项', '有不对的，打电话问'] }],
  'packages/record/check-ins/index': [{ as: 'member', sees: ({ member }) => [member.line] }],
  'packages/record/receipts/index': [
    { as: 'member', sees: () => ['这一页给评定委员看'], atOnce: true },
    { as: 'committee', sees: ({ leader }) => ['得分明细只有本人和评定委员看得到', leader.groupName] },
  ],
  'packages/record/waiting/index': [{ as: 'member', sees: () => ['都交上去了'], atOnce: true }],
  'packages/record/inbox/index': [{ as: 'member', sees: ({ notice }) => [notice] }],
  'packages/leader/leaves/index': [{ as: 'leader', sees: ({ waitingLeave }) => [waitingLeave] }],
  'packages/record/hours/index': [{ as: 'member', sees: () => ['应修', '学时', '迟到、早退算一半'], elder: () => ['学时，要学'] }],
  'packages/record/year/index': [{ as: 'member', sees: () => ['各月得分', '按现在的记录', '分数只有你和评定委员看得到'], elder: () => ['看每一项', '学时，要学'] }],
  'packages/leader/dimensions/index': [{ as: 'leader', sees: () => ['集中学习', '夜校学习', '不显示谁到谁没到'], elder: ({ dimensions }) => [dimensions] }],
  'packages/record/ballot/index': [{ as: 'member', sees: () => ['互评'], atOnce: true }],
  'packages/sessions/sign-in/index': [
    { as: 'guest', sees: () => ['还没登录'], atOnce: true },
    { as: 'member', sees: () => ['输入老师写在黑板上的四位数'], atOnce: true },
  ],
  'packages/sessions/leaves/index': [{ as: 'member', sees: () => ['可以补的', '请过的假'] }],
  'packages/courses/requests/index': [{ as: 'member', sees: ({ course }) => [course.request.title, '点一课'] }],
  'packages/courses/set/index': [{ as: 'member', query: ({ course }) => `id=${course.set.id}`, sees: ({ course }) => [course.set.title] }],
  'packages/town/schools/index': [{ as: 'member', sees: ({ member }) => [member.groupName] }],
  'packages/town/school/index': [{ as: 'member', query: ({ member }) => `id=${member.groupId}`, sees: ({ member }) => [member.groupName, '下一次学习'] }],
  'packages/town/organisation/index': [{ as: 'member', sees: ({ organisation }) => [organisation] }],
  'packages/town/plan/index': [{ as: 'member', sees: ({ plan }) => [plan] }],
  'packages/town/complaints/index': [{ as: 'member', sees: () => ['说镇里的事，直接交到区里', '凭回执号查答复'], atOnce: true }],
  'packages/town/publications/index': [{ as: 'member', sees: ({ sheet }) => [sheet.title, '核对一张公示表'] }],
  'packages/town/publication/index': [{ as: 'member', query: ({ sheet }) => `kind=month&period=${sheet.period}`, sees: ({ sheet, member }) => [sheet.code, member.groupName] }],
  'packages/town/verify/index': [
    { as: 'guest', sees: () => ['公示表最下面一行有编号'], atOnce: true },
    { as: 'member', query: ({ sheet }) => `code=${sheet.code}`, sees: () => ['和公示时一样'] },
  ],
  'packages/leader/objection/index': [
    { as: 'member', sees: () => ['这一页给组长用'], atOnce: true },
    { as: 'leader', query: ({ sheet }) => `kind=month&period=${sheet.period}`, sees: () => ['谁提的', '口头说的'], atOnce: true },
  ],
  'packages/leader/home/index': [{ as: 'leader', sees: ({ leader, theme }) => [leader.groupName, theme.weekLabel, '可以帮一把'] }],
  'packages/leader/reflections/index': [{ as: 'leader', sees: ({ leader }) => [leader.written] }],
  'packages/leader/reflection/index': [
    { as: 'leader', query: ({ published }) => `id=${published.id}`, sees: ({ published }) => [published.title, ...published.paragraphs] },
    { as: 'admin', query: ({ waiting }) => `id=${waiting.id}`, sees: ({ waiting }) => [waiting.title, '退回', '发布'] },
  ],
  'packages/leader/compose/index': [{ as: 'leader', sees: () => ['小组心得', '提纲', '交审'], atOnce: true }],
  'packages/leader/approvals/index': [
    { as: 'approver', sees: ({ planned }) => ['每周主题', planned.title] },
    { as: 'admin', sees: ({ waiting }) => [waiting.title] },
  ],
  'packages/leader/theme/index': [{ as: 'approver', query: ({ planned }) => `id=${planned.id}`, sees: ({ planned }) => [planned.titleLines[0] ?? '', '送审', '退回', '通过'] }],
  'packages/leader/plan/index': [
    { as: 'leader', sees: () => ['哪一类', '几点开始', '在哪里'], atOnce: true },
    { as: 'leader', query: ({ sessions }) => `id=${sessions.next.id}`, sees: () => ['怎么学', '改好'] },
  ],
  'packages/leader/roll-call/index': [{ as: 'leader', query: ({ sessions }) => `id=${sessions.now.id}`, sees: ({ leader, sessions }) => [sessions.now.title, leader.name, '人没点', '完成点名'] }],
  'packages/leader/sign-in-code/index': [{ as: 'leader', query: ({ sessions }) => `id=${sessions.now.id}`, sees: () => ['起可以签', '签了'] }],
  'packages/leader/sign-in-sheet/index': [{ as: 'leader', query: ({ sessions }) => `id=${sessions.now.id}`, sees: ({ leader }) => ['六位页码', leader.name, '其余都算到'] }],
  'packages/leader/close-out/index': [{ as: 'leader', query: ({ sessions }) => `id=${sessions.unclosed.id}`, sees: () => ['已填好三项', '应到', '每人1学时', '收尾并存档'] }],
  'packages/leader/correction/index': [{ as: 'leader', query: ({ sessions }) => `id=${sessions.closed.id}`, sees: ({ sessions }) => [sessions.closed.title, '为什么改', '记上更正'] }],
  'packages/leader/sign-ins/index': [
    { as: 'member', sees: () => ['这一页给组长看'], atOnce: true },
    { as: 'leader', sees: () => ['都核对完了'] },
  ],
  'packages/leader/points/index': [
    { as: 'member', sees: () => ['这一页给组长看'], atOnce: true },
    { as: 'leader', sees: () => ['给谁', '加还是扣', '交给委员会定', '提过的', '没有采纳'] },
  ],
  'packages/leader/paper-votes/index': [{ as: 'leader', sees: () => ['纸质票'], atOnce: true }],
  'packages/sessions/session/index': [
    { as: 'member', query: ({ sessions }) => `id=${sessions.closed.id}`, sees: ({ sessions }) => [sessions.closed.title, '记下的', '讲了什么'] },
    { as: 'leader', query: ({ sessions }) => `id=${sessions.unclosed.id}`, sees: ({ sessions }) => [sessions.unclosed.title, '还没收尾', '签到码', '取消这一场'] },
  ],
  'packages/sessions/past/index': [{ as: 'leader', sees: ({ sessions }) => [sessions.unclosed.title] }],
  'packages/account/login/index': [{ as: 'guest', sees: () => ['微信登录', '选一个身份试试'], atOnce: true }],
  'packages/account/consent/index': [{ as: 'member', sees: ({ privacy }) => privacy }],
  'packages/account/privacy/index': [{ as: 'guest', sees: ({ privacy }) => privacy }],
  'packages/account/elder-offer/index': [{ as: 'guest', sees: () => ['哪一种看着舒服', '就用这个'], atOnce: true }],
  'packages/account/desktop-login/index': [{ as: 'approver', sees: () => ['扫电脑上的码', '8位数字', '确认登录'], atOnce: true }],
  'packages/account/settings/index': [
    { as: 'guest', sees: () => ['长辈版', '跟随手机'], atOnce: true },
    { as: 'member', sees: () => ['跟随手机', '提醒'], atOnce: true },
  ],
  'packages/account/people/index': [{ as: 'member', sees: ({ member }) => [member.name, '加一个人', '退出登录'], atOnce: true }],
};

let demo: Demo;
let app: MiniProgram;
let sample: Sample;
beforeAll(async () => {
  demo = await Demo.start();
  sample = await sampleOf(demo);
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await app.open('pages/week/index?town=longfeng');
}, 300_000);
afterAll(() => demo?.server.stop());

test('every page of the build is visited here, and no other', () => {
  expect(Object.keys(visits).sort()).toEqual(builtPages().sort());
});

for (const role of ['guest', 'member', 'leader', 'approver', 'committee', 'admin'] as const) {
  const pages = Object.entries(visits).flatMap(([route, all]) => all.filter((visit) => visit.as === role).map((visit) => ({ route, visit })));
  describe(`as ${role}`, () => {
    beforeAll(async () => {
      if (role !== 'guest') await become(app, demo, role);
    });
    test.each(pages)('$route loads, and shows what it is for', ({ route, visit }) => loads(addressOf(route, visit), visit));
    test.each(pages)('$route says so where there is no network, and recovers by itself', ({ route, visit }) => survivesNoNetwork(addressOf(route, visit), visit));
    test.each(pages)('$route in the large version', async ({ route, visit }) => {
      if (!app.isElder) await choose(app, '长辈版');
      await app.open(addressOf(route, visit));
      for (const words of (visit.elder ?? visit.sees)(sample)) await app.sees(words);
      expect(app.isElder).toBe(true);
    });
    afterAll(() => choose(app, '标准'));
  });
}

test('no page has sent more to WeChat at once than it draws quickly', () => {
  expect(app.largestSetData).toBeLessThan(256 * 1024);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});

function addressOf(route: string, { query }: Visit): string {
  return query ? `${route}?${query(sample)}` : route;
}

async function loads(address: string, { sees, atOnce }: Visit): Promise<void> {
  app.phone.memory.forgetCopies();
  const release = app.phone.network.hold();
  await app.open(address);
  // Nothing comes from the server yet: a slow machine may draw late, but what is on the phone is drawn all the same.
  if (atOnce) for (const words of sees(sample)) await app.sees(words);
  else await app.settled(() => app.announces('正在取'));
  const shown = sees(sample).every((words) => app.text().includes(words));
  release();
  for (const words of sees(sample)) await app.sees(words);
  expect(shown).toBe(atOnce === true);
}

async function survivesNoNetwork(address: string, { sees, atOnce }: Visit): Promise<void> {
  app.phone.memory.forgetCopies();
  app.phone.setOnline(false);
  await app.open(address);
  await app.sees('没有网络');
  if (!atOnce) await app.sees('没有连上网络。你的记录都还在，联网后再试。');
  app.phone.setOnline(true);
  for (const words of sees(sample)) await app.sees(words);
  await app.doesNotSee('没有连上网络');
}
