import { createTable, id, instant, nullable, text, whole } from './create-table.ts';

export const createSubscriptionCredits = createTable(
  2026112420501,
  'subscription_credits',
  { town_id: id, id, member_id: id, template_id: text(64), credits: whole, taken_by: nullable(id), changed_at: instant },
  { unique: { uq_subscription_credits_member: ['town_id', 'member_id', 'template_id'] } },
);
