import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import type { Demo } from '../support/demo';

interface Titled {
  readonly id: string;
  readonly title: string;
}
interface Theme extends Titled {
  readonly monday: string;
  readonly weekLabel: string;
  readonly lessons: readonly Titled[];
}
interface Written extends Titled {
  readonly paragraphs: readonly string[];
}
interface Session extends Titled {
  readonly date: string;
  readonly state: 'planned' | 'open' | 'closed' | 'cancelled';
  readonly group: { readonly id: string } | null;
}
interface Person {
  readonly memberId: string;
  readonly name: string;
  readonly groupId: string;
  readonly groupName: string;
}

/** What the server has for the pages to show, asked for beside the app. */
export interface Sample {
  readonly theme: Theme & { titleLines: readonly string[] };
  readonly past: { monday: string; titleLines: readonly string[] };
  /** A Monday for which nobody of the sample town has handed in anything, too late by now. */
  readonly openMonday: string;
  /** `line`: what they have last handed in, or what stands where there is nothing. */
  readonly member: Person & { readonly line: string };
  /** `written`: their own latest reflection, or what stands where there is none. */
  readonly leader: Person & { readonly written: string };
  /** Of the leader's own group: one that is on now, one that waits for its close-out, one on record, the next. */
  readonly sessions: { readonly now: Session; readonly unclosed: Session; readonly closed: Session; readonly next: Session };
  readonly notice: string;
  readonly published: Written;
  readonly waiting: Written;
  readonly planned: Titled & { titleLines: readonly string[] };
  readonly privacy: readonly string[];
  readonly course: { readonly request: Titled; readonly set: Titled };
  /** Of the first post, and of the plan in force; or what stands where there is none. */
  readonly organisation: string;
  /** Whose leave waits for the leader's word, or what stands where none does. */
  readonly waitingLeave: string;
  readonly plan: string;
  /** How much of its first kind of study the leader's group has been offered this year, as it is spoken; or what is said of a year that has just begun. */
  readonly dimensions: string;
  /** The newest that was put up for everybody, as the phone calls it. */
  readonly sheet: { readonly period: string; readonly code: string; readonly title: string };
}

export async function sampleOf(demo: Demo): Promise<Sample> {
  const [member, leader, admin] = [await demo.token('member'), await demo.token('leader'), await demo.token('admin')];
  const { theme } = await demo.call<{ theme: Theme }>('GET', '/api/weeks/current?town=longfeng');
  const [pastMonday, openMonday] = [addDays(theme.monday, -14), addDays(theme.monday, -7 * 20)];
  const past = await demo.call<{ theme: Theme }>('GET', `/api/weeks/${pastMonday}?town=longfeng`);
  const checkIns = await demo.call<{ items: { text: string }[] }>('GET', '/api/my/check-ins', { token: member });
  const notices = await demo.call<{ items: Titled[] }>('GET', '/api/my/notices', { token: member });
  const published = await demo.call<{ items: Written[] }>('GET', '/api/reflections?state=published', { token: leader });
  const own = await demo.call<{ items: Written[] }>('GET', '/api/reflections?mine=true', { token: leader });
  const waiting = await demo.call<{ items: Written[] }>('GET', '/api/reflections?state=in_review', { token: admin });
  const privacy = await demo.call<{ paragraphs: { heading: string }[] }>('GET', '/api/privacy-notice');
  const planned = await plannedTheme(demo, admin, theme.monday);
  return {
    theme: { ...theme, titleLines: linesOf(theme) },
    past: { monday: pastMonday, titleLines: linesOf(past.theme) },
    openMonday,
    member: { ...(await personOf(demo, member)), line: checkIns.items[0]?.text ?? '还没有打过卡' },
    leader: { ...(await personOf(demo, leader)), written: own.items[0]?.title ?? '还没写过心得' },
    sessions: await sessionsOf(demo, leader),
    notice: notices.items[0]?.title ?? '现在没有',
    published: first(published.items),
    waiting: first(waiting.items),
    planned: { ...planned, title: planned.title.replace('\n', ''), titleLines: linesOf(planned) },
    privacy: privacy.paragraphs.map(({ heading }) => heading),
    course: { request: first((await demo.call<{ items: Titled[] }>('GET', '/api/course-requests', { token: member })).items), set: first((await demo.call<{ items: Titled[] }>('GET', '/api/course-sets', { token: member })).items) },
    waitingLeave: (await demo.call<{ items: { member: { name: string } }[] }>('GET', '/api/leaves?state=waiting', { token: leader })).items[0]?.member.name ?? '没有等你定的',
    organisation: (await demo.call<{ posts: { title: string }[] }>('GET', '/api/organisation', { token: member })).posts[0]?.title ?? '组织架构还没有写',
    sheet: await sheetOf(demo, member),
    dimensions: await dimensionsOf(demo, leader),
    plan: await demo.call<{ title: string }>('GET', '/api/implementation-plan', { token: member }).then(({ title }) => title, () => '实施方案还没有发'),
  };
}

async function sheetOf(demo: Demo, token: string): Promise<Sample['sheet']> {
  const { period, code } = first((await demo.call<{ items: { period: string; code: string }[] }>('GET', '/api/publications', { token })).items);
  return { period, code, title: `${period.slice(0, 4)}年${Number(period.slice(5))}月月评结果` };
}

interface Dimensions {
  readonly dimensions: readonly { readonly dimension: string; readonly label: string }[];
  readonly months: readonly { readonly parts: readonly { readonly dimension: string; readonly of: number }[] }[];
}

async function dimensionsOf(demo: Demo, token: string): Promise<string> {
  const { leads } = await demo.call<{ leads: { id: string }[] }>('GET', '/api/logins/current', { token });
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const { dimensions, months } = await demo.call<Dimensions>('GET', `/api/groups/${leads[0]?.id}/dimensions/${businessDate(now).slice(0, 4)}`, { token });
  for (const { dimension, label } of dimensions) {
    const offered = months.flatMap(({ parts }) => parts).filter((part) => part.dimension === dimension).reduce((sum, part) => sum + part.of, 0);
    if (offered > 0) return `${label}${offered}`;
  }
  return '还没有记录';
}

/** The one that waits for its approval, this year or next. */
async function plannedTheme(demo: Demo, token: string, monday: string): Promise<Titled> {
  const years = [...new Set([monday, addDays(monday, 60)].map((date) => date.slice(0, 4)))];
  const plans = await Promise.all(years.map((year) => demo.call<{ mondays: { theme: (Titled & { state: string }) | null }[] }>('GET', `/api/themes?year=${year}`, { token })));
  return first(plans.flatMap(({ mondays }) => mondays.flatMap(({ theme }) => (theme?.state === 'in_review' ? [theme] : []))));
}

async function sessionsOf(demo: Demo, token: string): Promise<Sample['sessions']> {
  const { leads } = await demo.call<{ leads: { id: string }[] }>('GET', '/api/logins/current', { token });
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const today = businessDate(now);
  const { items } = await demo.call<{ items: Session[] }>('GET', `/api/study-sessions?groupId=${leads[0]?.id}&from=${addDays(today, -60)}&to=${addDays(today, 30)}&pageSize=100`, { token });
  const own = items.filter(({ group }) => group?.id === leads[0]?.id);
  const open = own.filter(({ state }) => state === 'open');
  const one = (state: Session['state']) => first(own.filter((session) => session.state === state));
  return { now: first(open.slice(-1)), unclosed: first(open), closed: one('closed'), next: one('planned') };
}

async function personOf(demo: Demo, token: string): Promise<Person> {
  const { member } = await demo.call<{ member: { id: string; name: string; groupId: string; groupName: string } }>('GET', '/api/logins/current', { token });
  return { memberId: member.id, name: member.name, groupId: member.groupId, groupName: member.groupName };
}

function linesOf({ title }: Titled): readonly string[] {
  return title.split('\n');
}

function first<T>(items: readonly T[]): T {
  const [one] = items;
  if (!one) throw new Error('the sample town lacks it');
  return one;
}
