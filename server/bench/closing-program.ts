import 'reflect-metadata';
import { MonthClosingService } from '../src/monthly-scores/month-closing.service.ts';
import { systemScope } from '../src/platform/access/mint.ts';
import { month } from './month-records.ts';
import { inputOf, ready } from './processes.ts';
import { benchApp } from './town.ts';

export interface ClosingInput {
  readonly folder: string;
  readonly townId: string;
  readonly mariadb?: string;
}

/** A replica that closes the month, to be killed while it does. */
const { folder, townId, mariadb } = inputOf<ClosingInput>();
const app = await benchApp(folder, mariadb);
ready({});
await app.get(MonthClosingService).close(systemScope(townId, 'month-closing'), month);
await app.close();
process.exit(0);
