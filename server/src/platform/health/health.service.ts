import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';

export interface Health {
  readonly ok: true;
  readonly version: string;
  readonly mode: Config['mode'];
  readonly database: string;
}

@Injectable()
export class HealthService {
  readonly version = versionOf(import.meta.dirname);

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws AppError STORE_UNAVAILABLE: a balancer sees 503 and turns to another replica. */
  async check(): Promise<Health> {
    await this.database.check();
    return { ok: true, version: this.version, mode: this.config.mode, database: this.config.database.engine };
  }
}

/** The version in the nearest package.json: the sources and the built server lie at different depths. */
function versionOf(folder: string): string {
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return version;
  } catch (error) {
    if (folder === path.dirname(folder)) throw error;
    return versionOf(path.dirname(folder));
  }
}
