// What can be wrong with a person's row of a roster, what is said about it, and how it can be mended.

type Severity = 'refuses' | 'doubt';
type Offer = 'value' | 'no_phone' | 'shared_phone' | 'same_person' | 'new_person' | 'create_group' | 'skip';

export type RosterField = 'name' | 'phone' | 'group' | 'gender' | 'joinedOn' | 'duty' | 'tags' | 'remark';

interface Kind {
  readonly field: RosterField;
  readonly severity: Severity;
  /** A `{word}` is filled in from the row. Never a whole phone. */
  readonly message: string;
  /** The kinds of `rosterFix` that mend it, the likeliest first. Leaving the row out mends everything that refuses. */
  readonly offers: readonly Offer[];
}

const kind = (field: RosterField, severity: Severity, message: string, ...offers: Offer[]): Kind => ({ field, severity, message, offers });

export const rosterFaults = {
  NAME_MISSING: kind('name', 'refuses', '没填姓名。补上姓名，或跳过这一行', 'value'),
  NAME_INVALID: kind('name', 'refuses', '“{text}”不像姓名。请改成姓名', 'value'),
  NAME_TOO_LONG: kind('name', 'refuses', '姓名太长，最多30个字。请改短', 'value'),
  NAME_ODD: kind('name', 'doubt', '姓名里有数字或符号，会照原样记下。请看一眼对不对', 'value'),

  PHONE_LENGTH: kind('phone', 'refuses', '手机号{only}有{count}位，应该是11位。{mend}，或改成“没有手机”', 'value', 'no_phone'),
  PHONE_START: kind('phone', 'refuses', '手机号要以1开头。请核对后重填，或改成“没有手机”', 'value', 'no_phone'),
  PHONE_LETTER: kind('phone', 'refuses', '手机号里有字母{letter}。请改成数字{digit}', 'value', 'no_phone'),
  PHONE_LANDLINE: kind('phone', 'refuses', '这是座机号。请填手机号，或改成“没有手机”', 'value', 'no_phone'),
  PHONE_DIGITS_LOST: kind('phone', 'refuses', '手机号被Excel写成了“{text}”，后几位已经丢了。请重填手机号', 'value', 'no_phone'),
  PHONE_UNREADABLE: kind('phone', 'refuses', '认不出手机号。请填11位数字，或改成“没有手机”', 'value', 'no_phone'),
  PHONE_TWO: kind('phone', 'doubt', '这一格有两个号码，先用第一个。要用另一个，请重填', 'value'),
  PHONE_NOTE: kind('phone', 'doubt', '号码旁边还写着“{text}”。请核对是不是本人的手机', 'value', 'no_phone'),
  PHONE_TWICE: kind('phone', 'refuses', '和{sheet}第{row}行手机号相同。两人共用一部手机，请选“共用手机”，否则请改号码', 'shared_phone', 'value', 'no_phone'),
  PHONE_OTHER_NAME: kind('phone', 'refuses', '这个手机号在册的是{name}。请选同一个人（会改名），或两人共用手机', 'same_person', 'shared_phone', 'value', 'no_phone'),

  GROUP_MISSING: kind('group', 'refuses', '没填小组。请选一个小组', 'value'),
  GROUP_UNKNOWN: kind('group', 'refuses', '没有“{group}”，{known}。请选已有的小组，或新建这个小组', 'value', 'create_group'),
  GROUP_UNKNOWN_ABOVE: kind('group', 'refuses', '没填小组，上面第{row}行的小组又没认出来。请选一个小组，或先改好第{row}行', 'value'),
  GROUP_TOO_LONG: kind('group', 'refuses', '小组名太长，最多40个字。请改短，或选已有的小组', 'value'),

  DATE_UNREADABLE: kind('joinedOn', 'refuses', '入党时间“{text}”认不出来。请写成1990-09这样', 'value'),
  DATE_SHORT_YEAR: kind('joinedOn', 'refuses', '年份“{text}”只写了两位。请写成{suggestion}这样', 'value'),
  DATE_MONTH: kind('joinedOn', 'refuses', '没有{month}月。请改月份', 'value'),
  DATE_DAY: kind('joinedOn', 'refuses', '{month}月没有{day}日。请改日期', 'value'),
  DATE_FUTURE: kind('joinedOn', 'refuses', '入党时间在今天之后。请核对年份', 'value'),
  DATE_TOO_EARLY: kind('joinedOn', 'refuses', '入党时间早于1921年。请核对年份', 'value'),
  DATE_OCTOBER: kind('joinedOn', 'doubt', '“{text}”先按1月记。如果是10月，请改一下', 'value'),

  GENDER_UNKNOWN: kind('gender', 'doubt', '性别“{text}”认不出来，先不记', 'value'),
  TAG_UNKNOWN: kind('tags', 'doubt', '类别“{text}”认不出来，先不记', 'value'),
  DUTY_TOO_LONG: kind('duty', 'refuses', '职务太长，最多60个字。请改短', 'value'),
  LEADER_EXISTS: kind('duty', 'doubt', '{group}已有组长：{name}。导入只记职务，不换组长'),
  REMARK_TOO_LONG: kind('remark', 'refuses', '备注太长，最多500个字。请在表里改短后重传'),

  PERSON_TWICE: kind('name', 'refuses', '和{sheet}第{row}行是同一个人。请跳过这一行；确实是两个人，请选“重名”', 'skip', 'new_person', 'value'),
  SAME_NAME: kind('name', 'refuses', '姓名和{group}已有的人相同，手机号不同。请选是同一个人，还是重名', 'same_person', 'new_person'),
  SAME_NAME_KEPT: kind('name', 'doubt', '姓名和{group}已有的人相同，按同一个人处理。不是同一个人，请选“重名”', 'new_person'),
  SAME_NAME_ELSEWHERE: kind('name', 'doubt', '{group}也有一位同名的人，这份表里没有。会当作新的人；是同一个人，请选“同一个人”', 'same_person'),
  MEMBER_GONE: kind('name', 'refuses', '这位同志已登记{state}。回来了请先在名册里恢复；是另一个人，请选“重名”', 'new_person', 'skip'),

  CELL_ERROR: kind('name', 'refuses', '这一格的公式出错了，看不到内容。请填上实际的内容', 'value'),
  CELL_UNCOMPUTED: kind('name', 'refuses', '这一格是公式，没有存下结果。请在Excel里打开并保存一次，再传', 'value'),
  ROW_HIDDEN: kind('name', 'doubt', '这一行在表里是隐藏的，也会导入。不要的话，请跳过', 'skip'),
} as const satisfies Record<string, Kind>;

export type RosterFaultCode = keyof typeof rosterFaults;

/** The Chinese sentence of a fault: what is wrong and what to do. */
export function faultSentence(code: RosterFaultCode, words: Readonly<Record<string, string | number>> = {}): string {
  return rosterFaults[code].message.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? ''));
}
