/** The notice that people agree to before anything personal is recorded. A changed text gets a new version and is asked for again. */
export const privacyNotice = {
  version: '2026-2',
  title: '隐私说明',
  updatedOn: '2026-11-26',
  paragraphs: [
    { heading: '我们记什么', text: '姓名、所在小组、手机号，以及你的打卡、收获、心得和学习活动的到场情况。互评只记你投过没有，不记你评了谁什么。手机号加密保存，显示时只露前三位和后四位。' },
    { heading: '用来做什么', text: '只用于组织学习、记录学时、形成月评和年终台账。不看你在手机上停留多久，不看位置，也不做排名。' },
    { heading: '谁能看到', text: '收获只有你和组长能看到。得分明细只有你和评定委员能看到。公开的只有姓名、小组和等次。' },
    { heading: '保存多久', text: '学习记录保存到当年台账归档后三年。调出或离开后，按镇里的规定归档或删除。' },
    { heading: '你可以做什么', text: '随时可以查看、更正自己的记录，也可以收回同意。收回以后不再用手机记录你的学习，纸质方式照样有效，记分一样。' },
    { heading: '找谁', text: '有疑问可以找组长，或打镇里的联系电话。' },
  ],
};
