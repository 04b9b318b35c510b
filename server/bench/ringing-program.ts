import 'reflect-metadata';
import { RingingService } from '../src/doorbells/ringing.service.ts';
import { PushExpansionService } from '../src/theme-pushes/push-expansion.service.ts';
import { watched } from './growth.ts';
import { inputOf, ready } from './processes.ts';
import { perSecond } from './rounds.ts';
import { benchApp, standAt } from './town.ts';

export interface RingingInput {
  readonly folder: string;
  readonly people: number;
  /** Business time, epoch ms. */
  readonly now: number;
  readonly wechat: Readonly<Record<string, string>>;
  readonly mariadb?: string;
}

export interface Rung {
  /** Bytes, from right after the start. */
  readonly grown: number;
  readonly perSecond: number;
}

/** A replica that finds a push of which nothing is written yet: it writes the rows and rings them all. */
const { folder, people, now, wechat, mariadb } = inputOf<RingingInput>();
const app = await benchApp(folder, mariadb, wechat);
standAt(now);
const growth: number[] = [];
const figure = await watched(growth, () =>
  perSecond(people, async () => {
    await app.get(PushExpansionService).expandAll();
    await app.get(RingingService).ringAll();
  }),
);
await app.close();
ready({ grown: growth[0] ?? 0, perSecond: figure.perSecond } satisfies Rung);
