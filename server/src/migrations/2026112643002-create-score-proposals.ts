import { createTable, dateText, hundredths, id, instant, nullable, text } from './create-table.ts';

export const createScoreProposals = createTable(
  2026112643002,
  'score_proposals',
  {
    town_id: id,
    id,
    kind: text(10),
    month: text(7),
    member_id: id,
    group_id: id,
    points: hundredths,
    happened_on: dateText,
    reason: text(200),
    evidence: text(200),
    state: text(10),
    client_id: id,
    proposed_by: id,
    proposed_at: instant,
    decided_at: nullable(instant),
    decided_by: nullable(id),
    decision_reason: nullable(text(200)),
  },
  {
    unique: { uq_score_proposals_client: ['town_id', 'proposed_by', 'client_id'] },
    indexes: { ix_score_proposals_state: ['town_id', 'state', 'proposed_at'], ix_score_proposals_group: ['town_id', 'group_id', 'proposed_at'] },
  },
);
