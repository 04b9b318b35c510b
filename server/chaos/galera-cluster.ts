import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { newFolder } from '../bench/processes.ts';
import { type Daemon, freePort, startDaemon } from './daemons.ts';

/** Where the programs are. */
export interface GaleraTools {
  readonly mariadbd: string;
  /** libgalera_smm.so */
  readonly galera: string;
}

interface Node {
  readonly folder: string;
  readonly port: number;
  readonly group: number;
  readonly received: { readonly changes: number; readonly state: number };
  daemon?: Daemon;
}

const size = 3;
const joinsWithinMs = 120_000;
/** rsync, by which a node takes over all of another's files, gives up root's rights: so root lets the nodes run as mysql, as Debian does. */
const user = userInfo().username === 'root' ? 'mysql' : userInfo().username;

/** Three nodes on this machine, each with a folder and ports of its own, gone afterwards. */
export class GaleraCluster {
  private constructor(
    private readonly tools: GaleraTools,
    private readonly nodes: readonly Node[],
  ) {}

  static async start(tools: GaleraTools): Promise<GaleraCluster> {
    const nodes: Node[] = [];
    for (let made = 0; made < size; made += 1) nodes.push(await newNode());
    const cluster = new GaleraCluster(tools, nodes);
    const [first] = nodes as [Node];
    const installed = spawnSync('mariadb-install-db', ['--no-defaults', `--user=${user}`, `--datadir=${data(first)}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'], { encoding: 'utf8' });
    if (installed.status !== 0) throw new Error(`mariadb-install-db: ${installed.stderr || installed.error}`);
    await cluster.join(0, ['--wsrep-new-cluster']);
    for (let at = 1; at < size; at += 1) await cluster.join(at);
    await cluster.query(0, 'CREATE DATABASE chaos');
    return cluster;
  }

  /** All nodes, with the one at `from` before the others. */
  url(from = 0): string {
    const ports = this.nodes.map(({ port }) => `127.0.0.1:${port}`);
    return `mariadb://root@${[...ports.slice(from), ...ports.slice(0, from)].join()}/chaos`;
  }

  async kill(at: number): Promise<void> {
    await this.nodes[at]?.daemon?.kill();
  }

  /** Starts a node, and answers when it has everything that the others have. */
  async join(at: number, more: readonly string[] = []): Promise<void> {
    const node = this.nodes[at] as Node;
    node.daemon = await startDaemon(this.tools.mariadbd, [...this.options(node), ...more], node.port);
    const until = Date.now() + joinsWithinMs;
    while ((await this.status(at, 'wsrep_local_state_comment').catch(() => '')) !== 'Synced') {
      if (Date.now() > until) throw new Error(`Node ${at} of the cluster did not join`);
      await pause(100);
    }
  }

  /** How many of each node's transactions lost against another node's. */
  async conflicts(): Promise<number> {
    let sum = 0;
    for (let at = 0; at < size; at += 1) for (const name of ['wsrep_local_cert_failures', 'wsrep_local_bf_aborts']) sum += Number(await this.status(at, name));
    return sum;
  }

  /** The same question to each node. */
  async everywhere(sql: string): Promise<string[]> {
    const answers: string[] = [];
    for (let at = 0; at < size; at += 1) answers.push(JSON.stringify(await this.query(at, sql)));
    return answers;
  }

  private async status(at: number, name: string): Promise<string> {
    const [row] = await this.query(at, `SHOW STATUS LIKE '${name}'`);
    return String(row?.['Value']);
  }

  private async query(at: number, sql: string): Promise<Record<string, unknown>[]> {
    const connection = await mysql.createConnection({ host: '127.0.0.1', port: this.nodes[at]?.port ?? 0, user: 'root' });
    try {
      const [rows] = await connection.query(sql);
      return rows as Record<string, unknown>[];
    } finally {
      await connection.end();
    }
  }

  private options(node: Node): string[] {
    const { folder, port, group, received } = node;
    const members = this.nodes.map((one) => `127.0.0.1:${one.group}`).join();
    return [
      ...['--no-defaults', `--user=${user}`, `--datadir=${data(node)}`, `--socket=${path.join(folder, 'socket')}`, `--pid-file=${path.join(folder, 'pid')}`, `--log-error=${path.join(folder, 'log.err')}`],
      ...[`--port=${port}`, '--bind-address=127.0.0.1', '--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci', '--default-time-zone=+00:00'],
      ...['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=128M', '--max-connections=300', '--binlog-format=ROW', '--innodb-autoinc-lock-mode=2'],
      ...['--wsrep-on=ON', `--wsrep-provider=${this.tools.galera}`, '--wsrep-cluster-name=chaos', `--wsrep-cluster-address=gcomm://${members}`, '--wsrep-node-address=127.0.0.1'],
      ...['--wsrep-sst-method=rsync', `--wsrep-sst-receive-address=127.0.0.1:${received.state}`],
      `--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:${group};ist.recv_addr=127.0.0.1:${received.changes};gcache.size=64M`,
    ];
  }
}

const data = ({ folder }: Node): string => path.join(folder, 'data');

async function newNode(): Promise<Node> {
  const folder = newFolder();
  const node = { folder, port: await freePort(), group: await freePort(), received: { changes: await freePort(), state: await freePort() } };
  mkdirSync(data(node));
  spawnSync('chown', ['-R', user, folder]);
  return node;
}
