import { createTable, dateText, flag, id, longText, nullable, text } from './create-table.ts';

export const createComplaints = createTable(
  2026112520701,
  'complaints',
  {
    town_id: id,
    id,
    member_id: nullable(id),
    client_id: nullable(id),
    receipt_index: nullable(text(43)),
    about: text(10),
    addressee: text(8),
    text: longText,
    photo_id: nullable(id),
    received_on: dateText,
    to_district_on: dateText,
    traced: flag,
    state: text(8),
    answer_text: nullable(longText),
    answered_on: nullable(dateText),
    answered_from: nullable(text(8)),
    answered_by: nullable(id),
  },
  {
    orderless: true,
    unique: { uq_complaints_client: ['town_id', 'member_id', 'client_id'], uq_complaints_receipt: ['town_id', 'receipt_index'] },
    indexes: {
      ix_complaints_town: ['town_id', 'addressee', 'state', 'received_on'],
      ix_complaints_member: ['town_id', 'member_id', 'received_on'],
      ix_complaints_traced: ['town_id', 'traced', 'received_on'],
      ix_complaints_id: ['id'],
      ix_complaints_waiting: ['state', 'to_district_on'],
      ix_complaints_district: ['answered_from', 'answered_on'],
    },
  },
);
