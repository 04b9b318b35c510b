import { addDays, businessDate, monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

interface Line {
  label: string;
  offered: boolean;
  earned: string;
  max: string;
  formula: string | null;
  stillPossible: string | null;
  events: { title: string; evidence: string }[];
}

interface Receipt {
  sumEarned: string;
  spoken: string;
  lines: Line[];
}

let demo: Demo;
let app: MiniProgram;
let token: string;
let month: string;
beforeAll(async () => {
  demo = await Demo.start();
  token = await demo.token('member');
  month = monthOf(businessDate((await demo.call<{ now: number }>('GET', '/api/demo')).now));
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'member');
}, 300_000);
afterAll(() => demo?.server.stop());

const receiptOf = (of: string) => demo.call<Receipt>('GET', `/api/my/receipts/${of}`, { token });
const figure = (points: string) => String(Number(points));

/** What the folded line says; the days of the month decide which of these it is. */
function folded({ label, offered, earned, max, stillPossible, events }: Line): string {
  if (offered) return `${label}${figure(earned)} / ${figure(max)}`;
  if (events.length > 0) return `${label}不计`;
  return label + (stillPossible ? '还没有记录' : '本月没有');
}

test('the figure on the home page opens to the lines that make it', async () => {
  const { sumEarned, lines } = await receiptOf(month);
  await app.open('pages/week/index');
  await app.sees(`${monthInChinese(month)}已记${figure(sumEarned)}分`);
  await app.tap('明细');
  await app.settled(() => app.route === 'packages/record/receipt/index');
  for (const line of lines) await app.sees(folded(line));
  expect(lines.reduce((sum, { earned }) => sum + Number(earned), 0)).toBeCloseTo(Number(sumEarned));
});

/** A line with something behind it: of this month, or in its first days of the month before. */
async function lastRecorded(): Promise<{ then: string; line: Line }> {
  for (const then of [month, monthBefore()]) {
    const line = (await receiptOf(then)).lines.find(({ offered, events }) => offered && events.length > 0);
    if (line) return { then, line };
  }
  throw new Error('the sample town has recorded nothing lately');
}

const monthBefore = (): string => monthOf(addDays(`${month}-01`, -1));

test('every line opens to its events, their evidence and the rule', async () => {
  const { then, line } = await lastRecorded();
  await app.open(`packages/record/receipt/index?month=${then}`);
  await app.tapNamed(`${line.label}${figure(line.earned)}分，满分${figure(line.max)}，看依据`);
  for (const { title, evidence } of line.events) {
    await app.sees(title);
    await app.sees(evidence);
  }
  await app.sees(line.formula ?? '');
});

test('the month before is one tap away', async () => {
  const before = monthBefore();
  const { sumEarned } = await receiptOf(before);
  await app.open('packages/record/receipt/index');
  await app.tapNamed('上一个月');
  await app.sees(monthInChinese(before));
  await app.sees(`${figure(sumEarned)}分`);
});

test('in the large version the month is one sentence, and its lines come on request', async () => {
  const { spoken, lines } = await receiptOf(month);
  await choose(app, '长辈版');
  await app.open(`packages/record/receipt/index?month=${month}`);
  await app.sees(spoken);
  expect(app.text()).not.toContain(`${lines.find(({ offered }) => offered)?.label} /`);
  await app.tap('看每一项');
  for (const { label } of lines) await app.sees(label);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
