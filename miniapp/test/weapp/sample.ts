import { addDays } from '@weidangxiao/shared/rules/week.ts';
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
interface Person {
  readonly memberId: string;
  readonly name: string;
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
  readonly notice: string;
  readonly published: Written;
  readonly waiting: Written;
  readonly planned: Titled & { titleLines: readonly string[] };
  readonly privacy: readonly string[];
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
    notice: notices.items[0]?.title ?? '现在没有',
    published: first(published.items),
    waiting: first(waiting.items),
    planned: { ...planned, title: planned.title.replace('\n', ''), titleLines: linesOf(planned) },
    privacy: privacy.paragraphs.map(({ heading }) => heading),
  };
}

/** The one that waits for its approval, this year or next. */
async function plannedTheme(demo: Demo, token: string, monday: string): Promise<Titled> {
  const years = [...new Set([monday, addDays(monday, 60)].map((date) => date.slice(0, 4)))];
  const plans = await Promise.all(years.map((year) => demo.call<{ mondays: { theme: (Titled & { state: string }) | null }[] }>('GET', `/api/themes?year=${year}`, { token })));
  return first(plans.flatMap(({ mondays }) => mondays.flatMap(({ theme }) => (theme?.state === 'in_review' ? [theme] : []))));
}

async function personOf(demo: Demo, token: string): Promise<Person> {
  const { member } = await demo.call<{ member: { id: string; name: string; groupName: string } }>('GET', '/api/logins/current', { token });
  return { memberId: member.id, name: member.name, groupName: member.groupName };
}

function linesOf({ title }: Titled): readonly string[] {
  return title.split('\n');
}

function first<T>(items: readonly T[]): T {
  const [one] = items;
  if (!one) throw new Error('the sample town lacks it');
  return one;
}
