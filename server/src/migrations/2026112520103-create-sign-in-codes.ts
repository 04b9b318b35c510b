import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createSignInCodes = createTable(
  2026112520103,
  'sign_in_codes',
  {
    town_id: id,
    id,
    session_id: id,
    digits: text(4),
    held_digits: nullable(text(4)),
    scene: text(32),
    opens_at: instant,
    closes_at: instant,
    created_by: id,
  },
  {
    unique: {
      uq_sign_in_codes_digits: ['town_id', 'held_digits'],
      uq_sign_in_codes_session: ['town_id', 'session_id'],
      uq_sign_in_codes_scene: ['town_id', 'scene'],
    },
    indexes: {
      ix_sign_in_codes_digits: ['town_id', 'digits', 'closes_at'],
      ix_sign_in_codes_closes: ['town_id', 'closes_at'],
    },
  },
);
