import { connect, type Socket } from 'node:net';
import type { DatabaseHost } from '../config/database-url.ts';

/**
 * Which of a cluster's nodes this process talks to: one at a time, in their order, until it fails. All connections are to the
 * same one, so that who has written reads it; those that were made before the last move are old and not used again.
 */
export class DatabaseHosts {
  private at = 0;
  private moves = 0;

  constructor(private readonly hosts: readonly DatabaseHost[]) {}

  get count(): number {
    return this.hosts.length;
  }

  /** Grows with each move and renewal. */
  get age(): number {
    return this.moves;
  }

  /** For the driver: a socket to the host of now. */
  readonly socket = (): Socket => {
    const { host, port } = this.hosts[this.at] as DatabaseHost;
    const socket = connect(port, host);
    socket.setNoDelay(true);
    socket.once('connect', () => socket.setKeepAlive(true));
    return socket;
  };

  /** A connection of that age could not be made, or not be used: on to the next host, unless somebody has moved on already. */
  failed(age: number): void {
    if (age !== this.moves) return;
    this.at = (this.at + 1) % this.hosts.length;
    this.moves += 1;
  }

  /** The node says that it serves nobody now: each connection is made anew, and then it shows whether this host or the next one does. */
  renew(): void {
    this.moves += 1;
  }
}
