/** What a month may still lack before it is scored, the weightiest first. */
export const monthGaps = ['openSessions', 'unmarked', 'signIns', 'leaves', 'makeUps', 'lateCheckIns', 'paper', 'reflections'] as const;
export type MonthGap = (typeof monthGaps)[number];

interface GapWords {
  readonly label: string;
  /** What one of it is counted in. */
  readonly unit: string;
  /** What it costs while it is missing. */
  readonly means: string;
  /** Who can supply it. */
  readonly by: 'leader' | 'admin';
  readonly act: string;
  /** Where on the desk it is done; null: on the leader's phone alone. */
  readonly place: string | null;
}

export const monthGapWords: Readonly<Record<MonthGap, GapWords>> = {
  openSessions: { label: '没收尾的活动', unit: '场', means: '没收尾就没有学时', by: 'leader', act: '去收尾', place: '/sessions' },
  unmarked: { label: '没点到的人', unit: '人次', means: '没点到的不计这一场', by: 'leader', act: '去补点名', place: '/sessions' },
  signIns: { label: '没核对的签到', unit: '次', means: '核对了才算到场', by: 'leader', act: '去核对', place: '/sign-ins' },
  leaves: { label: '没定的请假', unit: '次', means: '没准的假按缺席算', by: 'leader', act: '去定', place: '/leaves' },
  makeUps: { label: '没核实的补学', unit: '次', means: '核实了才算补上', by: 'leader', act: '去核实', place: '/make-ups' },
  lateCheckIns: { label: '没看的迟交打卡', unit: '次', means: '组长看过才算打卡', by: 'leader', act: '组长在手机上看', place: null },
  paper: { label: '没送到的纸质稿', unit: '份', means: '送到了才能写纸质笔记', by: 'leader', act: '组长在手机上勾', place: null },
  reflections: { label: '没审的心得', unit: '篇', means: '审过才加分', by: 'admin', act: '去审', place: '/reflections' },
};
