import { Database } from '../src/platform/database/database.ts';
import type { ChaosTown } from './chaos-town.ts';

/** What the tables say of a town's Monday. */
export interface State {
  readonly pushes: number;
  readonly inbox: number;
  readonly active: number;
  readonly waiting: number;
  readonly leases: number;
  /** Doorbells of those who have WeChat and credits that are not `sent`. */
  readonly unsent: number;
  readonly settled: boolean;
  /** Members whose ledger is not exactly one credit lighter. */
  readonly wrongCredits: number;
}

export async function stateOf({ app, town, bound }: ChaosTown, monday: string, creditsLeft: number): Promise<State> {
  const { townId } = town.scope;
  const count = async (sql: string, ...values: (string | number)[]): Promise<number> => Number((await app.get(Database).run<{ n: unknown }>(`SELECT COUNT(*) AS n FROM ${sql}`, values))[0]?.n);
  const [pushes, inbox, active] = [
    await count('theme_pushes WHERE town_id = ? AND monday = ?', townId, monday),
    await count("deliveries WHERE town_id = ? AND monday = ? AND channel = 'inbox'", townId, monday),
    await count("members WHERE town_id = ? AND state = 'active' AND paper = 0", townId),
  ];
  const ours = "doorbells d JOIN doorbell_rounds r ON r.town_id = d.town_id AND r.id = d.round_id WHERE r.town_id = ? AND r.kind = 'theme' AND r.subject = ?";
  const sent = await count(`${ours} AND d.state = 'sent'`, townId, monday);
  return {
    ...{ pushes, inbox, active, unsent: bound.length - sent },
    waiting: await count(`${ours} AND d.state = 'waiting'`, townId, monday),
    leases: await count('doorbells WHERE town_id = ? AND lease_token IS NOT NULL', townId),
    settled: (await count("doorbell_rounds WHERE town_id = ? AND kind = 'theme' AND subject = ? AND settled_at IS NOT NULL", townId, monday)) === 1,
    wrongCredits: bound.length - (await count('subscription_credits WHERE town_id = ? AND credits = ?', townId, creditsLeft)),
  };
}
