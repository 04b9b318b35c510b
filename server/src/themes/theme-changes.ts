import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';

type Listener = (townId: string) => void;

/** Tells whoever keeps copies of what a town's weeks show that it changed, once the change is committed. */
@Injectable()
export class ThemeChanges {
  private readonly listeners: Listener[] = [];

  constructor(private readonly database: Database) {}

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  announce({ townId }: TownScope): void {
    this.database.afterCommit(() => this.listeners.forEach((listener) => listener(townId)));
  }
}
