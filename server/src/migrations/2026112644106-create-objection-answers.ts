import { createTable, dateText, hundredths, id, json, longText, nullable, text, whole } from './create-table.ts';

export const createObjectionAnswers = createTable(
  2026112644106,
  'objection_answers',
  {
    town_id: id,
    id,
    objection_id: id,
    step: whole,
    verdict: text(8),
    text: longText,
    points: nullable(hundredths),
    signed_by: json,
    edition: whole,
    settled_on: nullable(dateText),
  },
  { unique: { uq_objection_answers_step: ['town_id', 'objection_id', 'step'] } },
);
