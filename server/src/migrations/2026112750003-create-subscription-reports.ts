import { createTable, id, instant, text } from './create-table.ts';

/** What is known of each answer to a subscription request, and of each refusal. */
export const createSubscriptionReports = createTable(
  2026112750003,
  'subscription_reports',
  { town_id: id, id, member_id: id, template_id: text(64), kind: text(10), source: text(43), at: instant },
  { unique: { uq_subscription_reports_source: ['town_id', 'member_id', 'template_id', 'source'] } },
);
