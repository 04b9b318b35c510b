import type { MonthFacts } from '../assessment/facts.ts';
import { type AttendanceStatus, type DimensionKey, dimensionKeys } from '../assessment/rubric.ts';

/** Times that people took part, of the times that they could have. */
export interface Participation {
  readonly dimension: DimensionKey;
  readonly took: number;
  readonly of: number;
}

const wasThere: readonly AttendanceStatus[] = ['present', 'made_up', 'late', 'left_early'];

/** How much of each kind of study these people took part in, together. Whoever was exempt could not; a kind that nobody could take part in is `of` 0. */
export function participation(people: readonly MonthFacts[]): Participation[] {
  return dimensionKeys.map((dimension) => {
    const all = people.map(count[dimension]);
    return { dimension, took: all.reduce((sum, { took }) => sum + took, 0), of: all.reduce((sum, { of }) => sum + of, 0) };
  });
}

type Count = Omit<Participation, 'dimension'>;

const count: Readonly<Record<DimensionKey, (facts: MonthFacts) => Count>> = {
  centralized: ({ centralized }) => bySession(centralized),
  group: ({ group }) => bySession(group?.records),
  night: ({ night }) => bySession(night),
  selfStudy: ({ selfStudy }) => ({ took: selfStudy?.done ?? 0, of: selfStudy?.mondays ?? 0 }),
  practice: ({ practice }) => (practice?.offered ? { took: (practice.verified ?? 0) > 0 ? 1 : 0, of: 1 } : { took: 0, of: 0 }),
};

function bySession(records: readonly AttendanceStatus[] = []): Count {
  return { took: records.filter((status) => wasThere.includes(status)).length, of: records.filter((status) => status !== 'exempt').length };
}
