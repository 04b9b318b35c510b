/** What a column of a form is, before a town renamed, reordered or hid anything. */
export interface FormColumn {
  readonly key: string;
  readonly label: string;
  /** Beside the others of its table; about millimetres. */
  readonly width: number;
  /** A form without it would not say whom or what it is about. */
  readonly required?: true;
  /** `number`: a spreadsheet may add it up. `long`: text that begins at the left. Everything else is centred. */
  readonly kind?: 'number' | 'long';
}

export interface FormTable {
  readonly key: string;
  /** Where a form has more than one table. */
  readonly heading: string | null;
  readonly columns: readonly FormColumn[];
  /** Room for a signature, in millimetres; else as high as the text. */
  readonly rowHeight?: number;
}

/** Whose form it is: that decides who may make it. `scores` is the committee's, `published` what everybody may know of a month. */
export type FormSubject = 'session' | 'group' | 'member' | 'town' | 'scores' | 'published' | 'objection';

export interface FormDefinition {
  readonly title: string;
  readonly subject: FormSubject;
  /** For which time it is made. */
  readonly period: 'none' | 'month' | 'year' | 'month or year';
  readonly landscape: boolean;
  readonly tables: readonly FormTable[];
  readonly notes: readonly string[];
  /** Lines at the foot, each to be signed by hand. */
  readonly signatures: readonly string[];
}

const no: FormColumn = { key: 'no', label: '序号', width: 12 };
const name: FormColumn = { key: 'name', label: '姓名', width: 24, required: true };
const remark: FormColumn = { key: 'remark', label: '备注', width: 28, kind: 'long' };
const one = (columns: readonly FormColumn[], rowHeight?: number): FormTable[] => [{ key: 'rows', heading: null, columns, ...(rowHeight && { rowHeight }) }];

const signInSheets = {
  'sign-in-blank': {
    title: '学习活动签到表',
    subject: 'session',
    period: 'none',
    landscape: false,
    tables: one([no, name, { key: 'group', label: '学习小组', width: 34 }, { key: 'signature', label: '签名', width: 56, required: true }, remark], 11),
    notes: ['到了就签名；不方便写字的请组长代签，旁边写“代”。晚到的写“迟”，先走的写“退”，请假的写“假”。'],
    signatures: ['组长签名', '记录人'],
  },
  'sign-in': {
    title: '学习活动出勤表',
    subject: 'session',
    period: 'none',
    landscape: false,
    tables: one([no, name, { key: 'group', label: '学习小组', width: 30 }, { key: 'status', label: '出勤', width: 16, required: true }, { key: 'evidence', label: '依据', width: 40, kind: 'long' }, { key: 'hours', label: '学时', width: 14, kind: 'number' }, remark]),
    notes: ['签了名的纸质签到表是原始凭证，本表据此登记。'],
    signatures: ['组长签名', '审核人'],
  },
  'session-record': {
    title: '学习活动记录表',
    subject: 'session',
    period: 'none',
    landscape: false,
    tables: [{ key: 'away', heading: '未到人员', columns: [no, name, { key: 'group', label: '学习小组', width: 34 }, { key: 'status', label: '情况', width: 20, required: true }, { key: 'evidence', label: '依据', width: 60, kind: 'long' }] }],
    notes: [],
    signatures: ['主持人', '记录人'],
  },
} as const satisfies Record<string, FormDefinition>;

const groupForms = {
  'leave-sheet': {
    title: '请假补学登记表',
    subject: 'group',
    period: 'month or year',
    landscape: true,
    tables: [
      {
        key: 'leaves',
        heading: '请假',
        columns: [no, name, { key: 'date', label: '活动日期', width: 26 }, { key: 'session', label: '活动', width: 58, kind: 'long', required: true }, { key: 'reason', label: '事由', width: 40, kind: 'long' }, { key: 'asked', label: '请假时间', width: 34 }, { key: 'state', label: '审批', width: 24 }, { key: 'decidedBy', label: '批假人', width: 22 }, remark],
      },
      {
        key: 'make-ups',
        heading: '补学',
        columns: [no, name, { key: 'date', label: '活动日期', width: 26 }, { key: 'session', label: '活动', width: 58, kind: 'long', required: true }, { key: 'way', label: '补学方式', width: 40, kind: 'long' }, { key: 'on', label: '补学日期', width: 34 }, { key: 'state', label: '核实', width: 24 }, { key: 'decidedBy', label: '核实人', width: 22 }, remark],
      },
    ],
    notes: ['补学在活动之后14天内完成，由组长核实。'],
    signatures: ['组长签名', '审核人'],
  },
  'group-hours': {
    title: '学时登记表',
    subject: 'group',
    period: 'year',
    landscape: false,
    tables: one([no, name, { key: 'duty', label: '职务类别', width: 24 }, { key: 'months', label: '在册月数', width: 18, kind: 'number' }, { key: 'required', label: '应修学时', width: 20, kind: 'number' }, { key: 'hours', label: '已修学时', width: 20, kind: 'number', required: true }, { key: 'missing', label: '还差学时', width: 20, kind: 'number' }, { key: 'signature', label: '本人签名', width: 34 }], 10),
    notes: ['学时按活动出勤登记：到场、补学核实的记全部，迟到、早退超过15分钟的记一半，自学不计学时。'],
    signatures: ['组长签名', '审核人'],
  },
} as const satisfies Record<string, FormDefinition>;

const memberForms = {
  'hours-certificate': {
    title: '学时证明',
    subject: 'member',
    period: 'year',
    landscape: false,
    tables: one([no, { key: 'date', label: '日期', width: 26 }, { key: 'session', label: '学习活动', width: 66, kind: 'long', required: true }, { key: 'kind', label: '类型', width: 24 }, { key: 'status', label: '出勤', width: 18 }, { key: 'hours', label: '学时', width: 16, kind: 'number', required: true }, { key: 'evidence', label: '依据', width: 34, kind: 'long' }]),
    notes: [],
    signatures: ['经办人', '（盖章）'],
  },
  'member-file': {
    title: '学员学习档案',
    subject: 'member',
    period: 'year',
    landscape: false,
    tables: [
      { key: 'memberships', heading: '在组情况', columns: [no, { key: 'group', label: '学习小组', width: 60, required: true }, { key: 'from', label: '起', width: 34 }, { key: 'to', label: '止', width: 34 }] },
      { key: 'sessions', heading: '学习活动', columns: [no, { key: 'date', label: '日期', width: 26 }, { key: 'session', label: '学习活动', width: 62, kind: 'long', required: true }, { key: 'kind', label: '类型', width: 22 }, { key: 'status', label: '出勤', width: 16, required: true }, { key: 'hours', label: '学时', width: 14, kind: 'number' }, { key: 'evidence', label: '依据', width: 36, kind: 'long' }] },
      { key: 'check-ins', heading: '每周主题打卡', columns: [no, { key: 'monday', label: '主题周一', width: 34, required: true }, { key: 'way', label: '方式', width: 34 }, { key: 'on', label: '打卡日期', width: 34 }, { key: 'state', label: '情况', width: 40 }] },
      { key: 'reflections', heading: '学习心得', columns: [no, { key: 'title', label: '题目', width: 90, kind: 'long', required: true }, { key: 'kind', label: '类别', width: 24 }, { key: 'on', label: '提交日期', width: 34 }] },
      { key: 'months', heading: '月评结果', columns: [no, { key: 'month', label: '月份', width: 60, required: true }, { key: 'grade', label: '等次', width: 40, required: true }] },
    ],
    notes: ['打卡只登记做了没有，写的内容只有本人和组长能看。'],
    signatures: ['本人签名', '组长签名', '审核人'],
  },
} as const satisfies Record<string, FormDefinition>;

const townForms = {
  'push-ledger': {
    title: '每周主题推送台账',
    subject: 'town',
    period: 'month or year',
    landscape: true,
    tables: one([{ key: 'week', label: '周次', width: 20 }, { key: 'monday', label: '周一', width: 26, required: true }, { key: 'title', label: '主题', width: 62, kind: 'long', required: true }, { key: 'sentAt', label: '推送时间', width: 36 }, { key: 'members', label: '应收人数', width: 20, kind: 'number' }, { key: 'inbox', label: '手机收到', width: 20, kind: 'number' }, { key: 'paper', label: '纸质发放', width: 20, kind: 'number' }, { key: 'checkIns', label: '打卡人数', width: 20, kind: 'number' }, { key: 'state', label: '情况', width: 26 }, remark]),
    notes: ['打卡人数含手机打卡和组长登记的纸条。'],
    signatures: ['填表人', '审核人'],
  },
  'teacher-register': {
    title: '师资登记表',
    subject: 'town',
    period: 'none',
    landscape: true,
    tables: one([no, name, { key: 'kind', label: '类别', width: 34 }, { key: 'organisation', label: '单位职务', width: 50, kind: 'long' }, { key: 'topics', label: '擅长课题', width: 70, kind: 'long' }, { key: 'tags', label: '标签', width: 34, kind: 'long' }, { key: 'taught', label: '授课场次', width: 20, kind: 'number' }, remark]),
    notes: [],
    signatures: ['填表人', '审核人'],
  },
  'venue-register': {
    title: '学习场地登记表',
    subject: 'town',
    period: 'none',
    landscape: true,
    tables: one([no, { key: 'name', label: '场地名称', width: 44, kind: 'long', required: true }, { key: 'kind', label: '类别', width: 34 }, { key: 'group', label: '所属小组', width: 34 }, { key: 'address', label: '地址', width: 56, kind: 'long' }, { key: 'seats', label: '座位', width: 14, kind: 'number' }, { key: 'equipment', label: '设施', width: 56, kind: 'long' }, { key: 'keeper', label: '负责人', width: 22 }]),
    notes: [],
    signatures: ['填表人', '审核人'],
  },
  'practice-base-register': {
    title: '实践点登记表',
    subject: 'town',
    period: 'none',
    landscape: true,
    tables: one([no, { key: 'name', label: '实践点', width: 44, kind: 'long', required: true }, { key: 'practices', label: '实践内容', width: 66, kind: 'long' }, { key: 'address', label: '地址', width: 56, kind: 'long' }, { key: 'group', label: '所属小组', width: 34 }, { key: 'keeper', label: '负责人', width: 22 }, remark]),
    notes: [],
    signatures: ['填表人', '审核人'],
  },
} as const satisfies Record<string, FormDefinition>;

const points = (key: string, label: string): FormColumn => ({ key, label, width: 18, kind: 'number' });
const group: FormColumn = { key: 'group', label: '学习小组', width: 34 };

const scoreForms = {
  'month-scores': {
    title: '月评内部评议表',
    subject: 'scores',
    period: 'month',
    landscape: true,
    tables: one([no, name, group, points('centralized', '集中学习'), points('study-group', '小组研讨'), points('night', '夜校'), points('selfStudy', '自学'), points('practice', '实践'), { ...points('s', '学习得分'), width: 20 }, { ...points('p', '互评'), width: 18 }, { ...points('m', '本月得分'), width: 20, required: true }, { key: 'grade', label: '等次', width: 16, required: true }, { ...remark, width: 24 }]),
    notes: ['内部材料，只限评定委员会使用。没有开展的项目不扣分；学习得分按开展了的项目折算，再加减奖扣分。'],
    signatures: ['评定委员', '评定委员', '评定委员'],
  },
  'ballot-summary': {
    title: '人人月评汇总表',
    subject: 'scores',
    period: 'month',
    landscape: false,
    tables: one([no, name, group, { key: 'entitled', label: '应评', width: 14, kind: 'number' }, { key: 'cast', label: '实评', width: 14, kind: 'number', required: true }, points('excellent', '优'), points('good', '良'), points('fair', '中'), points('poor', '差'), { key: 'p', label: '互评得分', width: 22, kind: 'number' }, { ...remark, width: 24 }]),
    notes: ['内部材料。只有票数，没有谁评了谁。少于5票，或不到应评人数的六成，互评不计，按学习得分。'],
    signatures: ['监票人', '计票人', '评定委员'],
  },
} as const satisfies Record<string, FormDefinition>;

const yearScoreForms = {
  'year-scores': {
    title: '年度评定得分表',
    subject: 'scores',
    period: 'year',
    landscape: true,
    tables: one([no, name, group, points('rated', '评过月数'), { ...points('mean', '各月平均'), width: 20 }, points('hours', '学时'), points('required', '应修学时'), points('results', '结果评价'), { ...points('t', '年度得分'), width: 20, required: true }, { ...points('performance', '绩效得分'), width: 20 }, { key: 'grade', label: '等次', width: 18, required: true }, { ...remark, width: 30 }]),
    notes: ['内部材料，只限评定委员会使用。评过的不到六个月的不定等次；评优的一组最多三分之一，封顶只改等次，不改分数。'],
    signatures: ['评定委员', '评定委员', '评定委员'],
  },
} as const satisfies Record<string, FormDefinition>;

const yearPublishedForms = {
  'year-published': {
    title: '年度评定结果公示表',
    subject: 'published',
    period: 'year',
    landscape: false,
    tables: one([no, name, { ...group, width: 44 }, { key: 'grade', label: '等次', width: 24, required: true }, { ...remark, width: 40 }]),
    notes: ['公示五个工作日。期间有不同意见，可以在小程序里、写纸条或当面向评定委员会提出。'],
    signatures: ['评定委员会'],
  },
} as const satisfies Record<string, FormDefinition>;

const publishedForms = {
  'month-published': {
    title: '月评结果公示表',
    subject: 'published',
    period: 'month',
    landscape: false,
    tables: one([no, name, { ...group, width: 44 }, { key: 'grade', label: '等次', width: 24, required: true }, { ...remark, width: 40 }]),
    notes: ['公示期间有不同意见，可以在小程序里、写纸条或当面向评定委员会提出。'],
    signatures: ['评定委员会'],
  },
} as const satisfies Record<string, FormDefinition>;

const objectionForms = {
  objection: {
    title: '异议登记表',
    subject: 'objection',
    period: 'none',
    landscape: false,
    tables: one([{ key: 'item', label: '事项', width: 34, required: true }, { key: 'content', label: '内容', width: 140, kind: 'long', required: true }], 15),
    notes: ['提了异议，只有本人这一项先不定，不影响别人。答复由三位同志一起定，记录人不参加。不同意答复的，三个工作日内可以要求复议，由另外三位同志答复。'],
    signatures: ['提出人', '代记人', '答复人（三人）'],
  },
} as const satisfies Record<string, FormDefinition>;

/** Every form of the town, in the order in which they are offered. docs/paperwork.md says what the columns mean. */
export const formDefinitions = { ...signInSheets, ...groupForms, ...memberForms, ...townForms, ...scoreForms, ...publishedForms, ...yearScoreForms, ...yearPublishedForms, ...objectionForms } as const;

export type FormKey = keyof typeof formDefinitions;
export const formKeys = Object.keys(formDefinitions) as FormKey[];

export const sessionFormKeys = Object.keys(signInSheets) as (keyof typeof signInSheets)[];
export const groupFormKeys = Object.keys(groupForms) as (keyof typeof groupForms)[];
export const memberFormKeys = Object.keys(memberForms) as (keyof typeof memberForms)[];
export const townFormKeys = Object.keys(townForms) as (keyof typeof townForms)[];
export const scoreFormKeys = Object.keys(scoreForms) as (keyof typeof scoreForms)[];
export const publishedFormKeys = Object.keys(publishedForms) as (keyof typeof publishedForms)[];
export const yearScoreFormKeys = Object.keys(yearScoreForms) as (keyof typeof yearScoreForms)[];
export const yearPublishedFormKeys = Object.keys(yearPublishedForms) as (keyof typeof yearPublishedForms)[];
export type YearFormKey = (typeof yearScoreFormKeys)[number] | (typeof yearPublishedFormKeys)[number];
export const objectionFormKeys = Object.keys(objectionForms) as (keyof typeof objectionForms)[];
export type ObjectionFormKey = (typeof objectionFormKeys)[number];
export type ScoreFormKey = (typeof scoreFormKeys)[number];
export type PublishedFormKey = (typeof publishedFormKeys)[number];
export type SessionFormKey = (typeof sessionFormKeys)[number];
export type GroupFormKey = (typeof groupFormKeys)[number];
export type MemberFormKey = (typeof memberFormKeys)[number];
export type TownFormKey = (typeof townFormKeys)[number];

export function formDefinition(key: FormKey): FormDefinition {
  return formDefinitions[key];
}
