import { routeNames } from '../../src/platform/access/serves.ts';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import type { Reply } from '../api.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { annualScoreProbes } from './annual-score-probes.ts';
import { articleProbes } from './article-probes.ts';
import { ballotProbes } from './ballot-probes.ts';
import { complaintProbes } from './complaint-probes.ts';
import { courseProbes } from './course-probes.ts';
import { leaveProbes } from './leave-probes.ts';
import { paperworkProbes } from './paperwork-probes.ts';
import { peopleProbes } from './people-probes.ts';
import type { Cell, Probe, Probes } from './probe.ts';
import { callers, type CallerKind, type Mark, marks, reaches, type Relation, reviewedTable } from './reviewed-table.ts';
import { publicationProbes } from './publication-probes.ts';
import { rubricProbes } from './rubric-probes.ts';
import { schoolProbes } from './school-probes.ts';
import { scoreEntryProbes } from './score-entry-probes.ts';
import { studyProbes } from './study-probes.ts';
import { studySessionProbes } from './study-session-probes.ts';
import { venueProbes } from './venue-probes.ts';
import { wechatEventProbes } from './wechat-event-probes.ts';
import { World } from './world.ts';

const probes: Probes = { ...annualScoreProbes, ...articleProbes, ...peopleProbes, ...studyProbes, ...studySessionProbes, ...leaveProbes, ...venueProbes, ...courseProbes, ...schoolProbes, ...complaintProbes, ...paperworkProbes, ...rubricProbes, ...ballotProbes, ...publicationProbes, ...scoreEntryProbes, ...wechatEventProbes };
const table = reviewedTable();
const outcomes = new Map<string, Map<Relation, boolean>>();

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer({ wechat: true });
  world = await World.build(server, 'longfeng');
});
afterAll(() => server.close());

test('the reviewed table names every route and no other', () => {
  expect([...table.keys()].sort()).toEqual([...routeNames].sort());
});

describe.each(routeNames)('%s', (name) => {
  test.each(callers)('by %s reaches what the reviewed table says', async (caller) => {
    const probe = probes[name] as unknown as Probe;
    const at = probe.spoils ? await World.build(server) : world;
    const mark = table.get(name)?.[caller] ?? '-';
    const expected: Record<string, boolean> = {};
    const actual: Record<string, boolean> = {};
    for (const relation of probe.relations) {
      expected[relation] = reaches(mark, relation);
      actual[relation] = await tryCell(name, probe, { world: at, caller, relation, owner: await at.owner(caller, relation) }, mark);
      remember(name, caller, relation, actual[relation] ?? false);
    }
    expect({ mark, ...actual }).toEqual({ mark, ...expected });
  });
});

test('flipping any cell of the reviewed table would be noticed', () => {
  const unnoticed = routeNames.flatMap((name) => callers.flatMap((caller) => flips(name, caller).filter((mark) => !contradicts(name, caller, mark)).map((mark) => `${name} by ${caller} as ${mark}`)));
  expect(unnoticed).toEqual([]);
});

test('every route is answered successfully to somebody', () => {
  const answered = server.api.answeredRoutes();
  const never = routeNames.filter((name) => !answered.includes(name));
  expect(never).toEqual([]);
});

/** True when the caller got through to the target. A refusal must be the right one. */
async function tryCell(name: RouteName, probe: Probe, cell: Cell, mark: Mark): Promise<boolean> {
  const sent = await probe.sent(cell);
  const reply = await (await cell.world.api(cell.caller)).send(name, sent as never);
  if (mark === '-') {
    expect({ status: reply.status, code: reply.error.code }).toEqual(cell.caller === 'anonymous' ? { status: 401, code: 'LOGIN_REQUIRED' } : { status: 403, code: 'NOT_ALLOWED' });
    return false;
  }
  if (probe.shows) return reply.status === 200 && probe.shows(reply.body as never, sent, cell);
  if (reply.status === 404) expect(reply.error).toEqual({ code: 'NOT_FOUND', message: '没有找到，可能已被删除，或不在你能看的范围' });
  return got(reply);
}

/** Past access and scope; what the noun's own rules say about it (409, 422) is another matter. */
function got({ status, error }: Reply<unknown>): boolean {
  expect(status).toBeLessThan(500);
  return status !== 401 && status !== 404 && error?.code !== 'NOT_ALLOWED' && error?.code !== 'LOGIN_REQUIRED';
}

function remember(name: RouteName, caller: CallerKind, relation: Relation, reached: boolean): void {
  const key = `${name}/${caller}`;
  outcomes.set(key, (outcomes.get(key) ?? new Map<Relation, boolean>()).set(relation, reached));
}

/** The other marks that would say something else about this route's cells. */
function flips(name: RouteName, caller: CallerKind): Mark[] {
  const mark = table.get(name)?.[caller] ?? '-';
  return marks.filter((other) => probes[name].relations.some((relation) => reaches(other, relation) !== reaches(mark, relation)));
}

function contradicts(name: RouteName, caller: CallerKind, mark: Mark): boolean {
  const seen = outcomes.get(`${name}/${caller}`);
  return [...(seen ?? [])].some(([relation, reached]) => reached !== reaches(mark, relation));
}
