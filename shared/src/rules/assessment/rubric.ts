// The default rubric (ASSESSMENT.md). Every figure is data; a score names the version that it was computed with.

export const dimensionKeys = ['centralized', 'group', 'night', 'selfStudy', 'practice'] as const;
export type DimensionKey = (typeof dimensionKeys)[number];

export const grades = ['excellent', 'good', 'fair', 'poor'] as const;
export type Grade = (typeof grades)[number];
export const gradeNames: Readonly<Record<Grade, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' };

export const attendanceStatuses = ['present', 'made_up', 'late', 'left_early', 'leave', 'absent', 'exempt'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Decimals are strings everywhere. */
export interface Rubric {
  readonly version: string;
  readonly labels: Readonly<Record<DimensionKey, string>>;
  /** Remarks for whoever edits the rubric. */
  readonly notes: Partial<Record<DimensionKey, string>>;
  readonly max: Readonly<Record<DimensionKey, string>>;
  /** Per status; null does not count. */
  readonly credit: Readonly<Record<AttendanceStatus, string | null>>;
  /** Part of `group` for a recorded contribution; the rest is by attendance. */
  readonly contribution: string;
  /** Part of `selfStudy` for at least one note; the rest is by Mondays done. */
  readonly note: string;
  /** Points of the first, second … verified practice. */
  readonly practice: readonly string[];
  readonly leastDimensions: number;
  readonly mostBonus: string;
  readonly mostDeduction: string;
  readonly vote: {
    readonly values: Readonly<Record<Grade, string>>;
    readonly leastBallots: number;
    /** Of those entitled. */
    readonly leastShare: string;
    /** From this many ballots on the highest and the lowest one are dropped. */
    readonly trimFrom: number;
    readonly weight: string;
  };
  /** Lower edges, applied to the published figure. */
  readonly bands: Readonly<Record<Exclude<Grade, 'poor'>, string>>;
  readonly year: {
    readonly monthsWeight: string;
    readonly hoursPoints: string;
    readonly mostResults: string;
    readonly leastMonths: number;
    /** Share of those graded in a group that can be excellent, rounded down, at least one. */
    readonly excellentShare: string;
  };
}

export const defaultRubric: Rubric = {
  version: '2026-1',
  labels: { centralized: '集中学习', group: '小组研讨学习', night: '夜校学习', selfStudy: '个人自学', practice: '实践学习' },
  notes: { group: '原文缺字，请核对' },
  max: { centralized: '30', group: '20', night: '15', selfStudy: '20', practice: '15' },
  credit: { present: '1', made_up: '1', late: '0.5', left_early: '0.5', leave: '0.5', absent: '0', exempt: null },
  contribution: '5',
  note: '4',
  practice: ['10', '5'],
  leastDimensions: 2,
  mostBonus: '5',
  mostDeduction: '10',
  vote: { values: { excellent: '95', good: '85', fair: '70', poor: '50' }, leastBallots: 5, leastShare: '0.6', trimFrom: 7, weight: '0.3' },
  bands: { excellent: '90', good: '80', fair: '60' },
  year: { monthsWeight: '0.8', hoursPoints: '10', mostResults: '10', leastMonths: 6, excellentShare: '1/3' },
};
