// `npm run mutants`: each promise has a test that would notice if it were broken. Here each is broken in turn, by one change
// to one file as the tests read it, and the test that has to notice runs. Prints what it noticed; `npm run mutants -- lease`
// runs those whose name holds the word. Ends with `N noticed, N unnoticed`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, install, node24, requireNode20, root, run } from './lib/steps.mjs';

/** `file` and `gate` are of server/; `only` is the name of the tests that guard it. */
const mutants = [
  { name: 'a replica pushes although another was first', file: 'src/theme-pushes/monday-push.service.ts', from: 'if (!(await this.themes.markSent(scope, themeId, sentAt))) return;', to: 'await this.themes.markSent(scope, themeId, sentAt);', gate: 'src/doorbells/replicas.spec.ts', only: 'Three replicas' },
  { name: 'a chunk of deliveries is written before its cursor moves', file: 'src/theme-pushes/push-expansion.service.ts', from: 'const expandedTo = last ?? push.expandedTo;', to: 'const expandedTo = push.expandedTo ?? last;', gate: 'src/doorbells/replicas.spec.ts', only: 'between two chunks' },
  { name: 'a lease is lost as soon as it is seen', file: 'src/platform/jobs/seen-leases.ts', from: '> this.leaseMs);', to: '>= 0);', gate: 'src/doorbells/replicas.spec.ts', only: 'with doorbells in its hands' },
  { name: 'a lease may be used to its very end', file: 'src/platform/jobs/seen-leases.ts', from: 'return this.now() + this.leaseMs - this.slackMs;', to: 'return this.now() + this.leaseMs;', gate: 'src/platform/jobs/seen-leases.spec.ts' },
  { name: 'a result is recorded though its lease was lost', file: 'src/doorbells/doorbells.repository.ts', from: '.update({ townId: scope.townId, id, leaseToken }, { ...changes, leaseToken: null });', to: '.update({ townId: scope.townId, id }, { ...changes, leaseToken: null });', gate: 'src/doorbells/replicas.spec.ts', only: 'comes back with a result' },
  { name: 'two messages go to one WeChat at once', file: 'src/doorbells/ring-queue.ts', from: '.findIndex(({ openid }) => !this.busy.has(openid));', to: '.findIndex(() => true);', gate: 'src/doorbells/ring-queue.spec.ts' },
  { name: 'a refusal for good is tried again', file: 'src/doorbells/doorbell-outcome.ts', from: 'if (forGood.has(sent.errcode))', to: 'if (forGood.has(-sent.errcode))', gate: 'src/doorbells/doorbells.spec.ts', only: 'A refusal' },
  { name: 'a stopped push rings on', file: 'src/doorbells/doorbell-ledger.service.ts', from: "if ((await this.rounds.one(scope, round.id))?.state !== 'ringing') return { found: 0, rings: [] };", to: '', gate: 'src/doorbells/rounds.spec.ts', only: 'claims nobody' },
  { name: 'a credit is taken from whoever has none', file: 'src/subscriptions/subscriptions.repository.ts', from: 'AND credits > 0`', to: 'AND credits > -9`', gate: 'src/subscriptions/subscriptions.spec.ts', only: 'The ledger' },
  { name: 'a stopping server lets connections live on', file: 'src/platform/http/drain.ts', from: "if (isDraining) reply.header('connection', 'close');", to: '', gate: 'src/platform/http/drain.spec.ts' },
  { name: 'a stopping server closes the door while it answers', file: 'src/platform/http/drain.ts', from: 'await untilNobodyKnocks(server.server);', to: 'held = null;', gate: 'src/platform/http/drain.spec.ts' },
  { name: 'work whose database node is lost is given up', file: 'src/platform/database/database.ts', from: '(isRetryable(error) || isLost(error))', to: 'isRetryable(error)', gate: 'src/platform/database/several-hosts.spec.ts' },
  { name: 'a commit that nobody answered is done again', file: 'src/platform/database/database.ts', from: 'unit.mayBeCommitted && isLost(error)', to: 'unit.broken && isLost(error)', gate: 'src/platform/database/several-hosts.spec.ts' },
  { name: 'a signature of WeChat is believed unseen', file: 'src/wechat-events/push-reception.service.ts', from: 'return signature !== undefined && sameSecret(', to: 'return signature !== undefined || sameSecret(', gate: 'src/wechat-events/wechat-events.spec.ts' },
  { name: 'a header names who is calling, wherever the server runs', file: 'src/platform/http/cloud-run.ts', from: '!cloudRun || ', to: '', gate: 'src/platform/http/cloud-run.spec.ts' },
  { name: 'a route is served whatever the role', file: 'src/platform/access/access.guard.ts', from: "const reach = reachOf(route.permission, caller?.roles ?? []);", to: "const reach = reachOf(route.permission, ['admin', ...(caller?.roles ?? [])]);", gate: 'test/matrix/matrix.spec.ts' },
  { name: 'an act leaves no audit row', file: 'src/platform/access/acts.ts', from: 'if (act) await this.record(', to: "if (act && !act.startsWith('check-in')) await this.record(", gate: 'src/check-ins/check-ins.spec.ts' },
  { name: 'of acts at once only the first leaves an audit row', file: 'src/platform/access/acts.ts', from: 'inserts.map(({ scope, act, target }) => this.auditRow(', to: 'inserts.slice(0, 1).map(({ scope, act, target }) => this.auditRow(', gate: 'src/check-ins/check-ins.spec.ts', only: 'in the same moment' },
  { name: 'a row that is refused takes those beside it along', file: 'src/platform/access/acts.ts', from: 'if (inserts.length === 1 || error instanceof AppError)', to: 'if (inserts.length > 0)', gate: 'src/check-ins/check-ins.spec.ts', only: 'of the same moment' },
  { name: 'a caller gets the answer of whoever asked beside them', file: 'src/logins/callers.repository.ts', from: 'return hashes.map((hash) => loginOf(rows.get(hash)));', to: 'return [...hashes].reverse().map((hash) => loginOf(rows.get(hash)));', gate: 'src/logins/logins.spec.ts', only: 'told apart' },
  { name: 'a check-in that comes again is another one', file: 'src/check-ins/check-ins.repository.ts', from: "this.database.isUnique(error, 'uq_check_ins_monday') || ", to: '', gate: 'src/check-ins/check-ins.spec.ts' },
];

requireNode20();
await install();
const wanted = mutants.filter(({ name }) => process.argv.slice(2).every((word) => name.includes(word)));
let noticed = 0;
for (const mutant of wanted) {
  const said = await complaintOf(mutant);
  if (said) noticed += 1;
  console.log(`${said ? 'noticed  ' : 'UNNOTICED'}  ${mutant.name}${said ? `\n           ${said}` : ''}`);
}
console.log(`${noticed} noticed, ${wanted.length - noticed} unnoticed`);
process.exit(noticed === wanted.length && wanted.length > 0 ? 0 : 1);

/** The first thing that the gate said against it; null when it passed. */
async function complaintOf({ file, from, to, gate, only }) {
  if (!readFileSync(join(root, 'server', file), 'utf8').includes(from)) throw new Error(`${file} does not hold any more: ${from}`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', gate, '--reporter=default', ...(only ? ['-t', only] : [])];
  const env = { MUTANT: JSON.stringify({ file, from, to }), TEST_DATABASE: 'sqlite', NO_COLOR: '1' };
  try {
    await run(node24, args, { cwd: join(root, 'server'), env });
    return null;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return /^(?:AssertionError|[A-Za-z]*Error): .*/m.exec(error.output)?.[0].slice(0, 200) ?? 'the test run failed';
  }
}
