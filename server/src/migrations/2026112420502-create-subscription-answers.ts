import { createTable, id, instant, json } from './create-table.ts';

export const createSubscriptionAnswers = createTable(
  2026112420502,
  'subscription_answers',
  { town_id: id, id, member_id: id, client_id: id, answers: json, at: instant },
  { unique: { uq_subscription_answers_once: ['town_id', 'member_id', 'client_id'] } },
);
