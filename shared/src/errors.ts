/**
 * The closed list of what can go wrong: code -> HTTP status and the Chinese sentence that says what to do next.
 * Nothing else may be thrown to a user. A `{name}` in a sentence is filled from the error's `detail`.
 */
export const errors = {
  // who are you, may you
  LOGIN_REQUIRED: { status: 401, message: '请先登录' },
  LOGIN_ENDED: { status: 401, message: '登录已过期，请重新登录' },
  NOT_ALLOWED: { status: 403, message: '你没有这个权限，需要的话请找镇管理员' },
  NOT_FOUND: { status: 404, message: '没有找到，可能已被删除，或不在你能看的范围' },
  TOO_MANY_REQUESTS: { status: 429, message: '操作太快了，请过{seconds}秒再试' },
  CONSENT_REQUIRED: { status: 403, message: '请先看一遍隐私说明，同意后再继续' },

  // the request
  INPUT_INVALID: { status: 422, message: '有一项填得不对：{reason}' },
  BODY_UNREADABLE: { status: 400, message: '提交的内容读不出来，请重新提交' },
  BODY_TOO_LARGE: { status: 413, message: '提交的内容太大，请分开提交' },
  TYPE_NOT_ACCEPTED: { status: 415, message: '不接受这种格式的内容' },
  METHOD_NOT_ALLOWED: { status: 405, message: '这个地址不支持这样操作' },

  // files
  FILE_MISSING: { status: 422, message: '没有收到文件，请重新选择' },
  FILE_TOO_LARGE: { status: 413, message: '文件超过{limit}，请压缩或分开上传' },
  FILE_NOT_XLSX: { status: 422, message: '这不是Excel表格（.xlsx）。请用Excel或WPS另存为.xlsx再传' },
  FILE_NOT_DOCX: { status: 422, message: '这不是Word文档（.docx）。请用Word或WPS另存为.docx再传' },
  FILE_UNREADABLE: { status: 422, message: '文件读不出来：{reason}。请重新保存后再传' },
  FILE_TOO_MANY_ROWS: { status: 422, message: '表里超过{limit}行，请分成几个文件' },
  FILE_TOO_COMPLEX: { status: 422, message: '文件内容太多：{reason}。请分成几份' },
  RANGE_INVALID: { status: 416, message: '要的这一段超出了文件，请从头打开' },
  FILE_TYPE_NOT_ACCEPTED: { status: 422, message: '只收{accepted}这几种文件' },
  FILE_HEIC: { status: 422, message: '这是HEIC格式的照片，很多手机打不开。请存成JPG，或截一张屏，再传' },

  // roster
  ROSTER_HEADER_NOT_FOUND: { status: 422, message: '没找到表头。请保留有“姓名”“小组”的那一行' },
  ROSTER_IMPORT_WRITTEN: { status: 409, message: '这份名册已经导入过了' },
  ROSTER_IMPORT_STALE: { status: 409, message: '名册或小组刚有变动，请重新核对后再导入' },
  ROSTER_IMPORT_WITHDRAWN: { status: 409, message: '这份名册已经撤回，需要的话请重新上传' },
  ROSTER_NOT_WRITTEN: { status: 409, message: '这份名册还没有导入，不用撤回' },
  ROSTER_WITHDRAW_LATE: { status: 409, message: '导入已超过7天，不能整批撤回，请在名册里逐个修改' },
  ROSTER_WITHDRAW_IN_USE: { status: 409, message: '导入以后，其中{count}人已有新的变动或记录，不能整批撤回，请在名册里逐个修改' },
  ROSTER_NOTHING_TO_WRITE: { status: 422, message: '没有可以导入的行，请先改好再导入' },
  GROUP_NAME_TAKEN: { status: 409, message: '已经有这个小组：{name}' },
  GROUP_HAS_MEMBERS: { status: 409, message: '小组里还有{count}人，请先把人转到别的组' },
  PHONE_TAKEN: { status: 409, message: '这个手机号已经登记给别人。确认两人共用，请选“共用手机”' },
  PHONE_INVALID: { status: 422, message: '手机号要11位数字，以1开头' },
  MEMBER_CLOSED: { status: 409, message: '这位同志已不在册，请先恢复' },
  MOVE_DATE_INVALID: { status: 422, message: '转组日期要在{from}以后' },
  ROLE_ALREADY_HELD: { status: 409, message: '已经有这个角色了' },
  LAST_ADMIN: { status: 409, message: '这是最后一位管理员，请先把权限交给别人' },

  // logins and bindings
  WECHAT_CODE_INVALID: { status: 422, message: '微信登录码已失效，请再点一次' },
  WECHAT_BLOCKED: { status: 403, message: '微信限制了这个账号登录。可以请组长帮你登记，纸质方式同样有效' },
  WECHAT_UNAVAILABLE: { status: 503, message: '微信暂时连不上，请过一会儿再试' },
  WECHAT_PUSH_FORGED: { status: 403, message: '推送的签名对不上，没有收。请核对微信后台和服务器上的Token、消息加密密钥和加密方式' },
  WECHAT_PUSH_STALE: { status: 403, message: '推送的时间和服务器相差10分钟以上，没有收。请校准服务器的时钟' },
  WECHAT_PUSH_REPLAYED: { status: 409, message: '这个签名已经用过，没有收' },
  WECHAT_PUSH_UNREADABLE: { status: 422, message: '推送的内容读不出来，没有收' },
  TICKET_ENDED: { status: 410, message: '停留太久了，请重新登录' },
  PHONE_NOT_IN_ROSTER: { status: 404, message: '名册里没有这个手机号。请找组长要一个邀请码，或请组长帮你登记' },
  INVITATION_INVALID: { status: 404, message: '邀请码不对，再核对一遍，或请组长重新发一个' },
  INVITATION_ENDED: { status: 410, message: '邀请码已用过或过期，请组长重新发一个' },
  DESKTOP_CODE_INVALID: { status: 404, message: '登录码不对或已过期，请看一眼电脑上的新码' },
  LINK_INVALID: { status: 404, message: '登录链接已用过或过期，请找运维重新要一个' },
  DEMO_ONLY: { status: 404, message: '没有找到，可能已被删除，或不在你能看的范围' },

  // lessons and themes
  THEME_WEEK_TAKEN: { status: 409, message: '这个周一已经有主题了' },
  REMINDERS_OFF: { status: 409, message: '这台服务器没有开打卡提醒' },
  DOORBELLS_OVER: { status: 409, message: '这一周已经过去，提醒不能再改了' },
  DOORBELLS_NOT_IN_STATE: { status: 409, message: '提醒的状态刚刚变了，看一眼再决定' },
  THEME_NOT_MONDAY: { status: 422, message: '主题只能排在周一' },
  THEME_STATE: { status: 409, message: '主题现在是“{state}”，不能这样操作' },
  THEME_EMPTY: { status: 422, message: '主题里还没有课，先加一课再送审' },
  THEME_OWN_APPROVAL: { status: 403, message: '自己写的主题或课要由别人审，请换一位审核人' },
  THEME_CHANGED: { status: 409, message: '这份主题刚被别人改过，请刷新后再改' },
  THEME_WEEK_PAST: { status: 409, message: '这一周已经过去，不能再推送' },
  THEME_WEEK_HOLIDAY: { status: 409, message: '这个周一放假停发（{label}）。要发主题，请先取消放假' },
  HOLIDAY_HAS_THEME: { status: 409, message: '这个周一的主题{state}，不能设为放假。还没发出的，请先撤回成草稿' },
  ARTICLE_STATE: { status: 409, message: '公众号文章现在是“{state}”，不能这样操作。请刷新看一眼' },
  ARTICLE_TOO_LONG: { status: 422, message: '{what}太长，公众号最多{limit}。请改短，再做草稿' },
  ARTICLE_PICTURE: { status: 422, message: '第{number}张图{reason}。公众号只收小于1MB的JPG或PNG，请换一张，再做草稿' },
  ARTICLE_OUTDATED: { status: 409, message: '课文改过，公众号里的草稿还是旧的。请重做草稿，再发布' },
  ARTICLE_BY_HAND: { status: 409, message: '这个公众号没有开接口发布。请到公众号后台发布草稿，再把文章链接贴回来' },
  ARTICLE_URL: { status: 422, message: '这不是公众号文章的链接。请打开文章，点右上角复制链接，以https://mp.weixin.qq.com开头' },
  OFFICIAL_ACCOUNT_MISSING: { status: 409, message: '还没有连上公众号。可以先复制正文，到公众号后台粘贴、发布，再把链接贴回来' },
  LESSON_SENT: { status: 409, message: '这一课已经发出。写一句更正说明再保存，学员会看到' },
  LESSON_LOCKED: { status: 409, message: '用到这一课的主题正在送审或已排期，先撤回那个主题再改' },
  LESSON_IN_USE: { status: 409, message: '这一课已用在主题里，不能删除' },

  // study
  WEEK_NOT_OPEN: { status: 409, message: '这一周的主题还没推送，周一8点以后再来打卡' },
  CHECK_IN_EXISTS: { status: 409, message: '这一周，已经打过卡了' },
  CHECK_IN_DECIDED: { status: 409, message: '这条打卡不用再定了，请刷新看一眼' },
  TAKEAWAY_EMPTY: { status: 422, message: '写一句或说一句自己的收获，再打卡' },
  REFLECTION_STATE: { status: 409, message: '这篇心得现在是“{state}”，不能这样操作' },
  REFLECTION_CHANGED: { status: 409, message: '这篇心得刚有变动，请刷新看一遍再操作' },

  // venues and practice bases
  NAME_TAKEN: { status: 409, message: '已经有“{name}”了。换个名字，或者改原来那一个' },
  VENUE_TAKEN: { status: 409, message: '这个场地{taken}已有人用，最近从{free}起空着' },
  VENUE_CLOSED: { status: 409, message: '这个场地已经停用，不能再改' },
  VENUE_HAS_BOOKINGS: { status: 409, message: '这个场地后面还有人订，请先改到别处再停用' },
  VENUE_BOOKING_OF_SESSION: { status: 409, message: '这是一次学习占用的，请到那次学习里改地点' },
  PRACTICE_BASE_CLOSED: { status: 409, message: '这个实践点已经停用，不能再改' },

  // teachers and feedback
  TEACHER_CLOSED: { status: 409, message: '这位老师已停用，请换一位' },
  TEACHER_INVITATION_STATE: { status: 409, message: '这次邀请现在是“{state}”，不能这样操作' },
  TEACHER_INVITATION_CHANGED: { status: 409, message: '这次邀请刚有变动，请刷新看一眼再操作' },
  FEEDBACK_NOT_YET: { status: 409, message: '这次学习还没收尾，收尾后再来说一说' },
  FEEDBACK_NOT_THERE: { status: 403, message: '到场的同志才能说这次有没有用。你去了的话，请组长补上签到' },

  // courses
  PHONE_UNREADABLE: { status: 409, message: '这个号码读不出来了，问到号码后请重新填一次，别的记录都在' },
  TAGS_MANY: { status: 409, message: '镇里自己的标签最多{most}个，先从别人身上去掉不用的' },
  COURSE_SET_CLOSED: { status: 409, message: '这套课已经停用，不能再改' },
  COURSE_REQUESTS_MANY: { status: 409, message: '你点的课还有{most}门没排上，等排上再点新的' },
  COURSE_REQUEST_STATE: { status: 409, message: '这门课现在是“{state}”，不能这样操作' },
  COURSE_REQUEST_CHANGED: { status: 409, message: '这门课刚有变动，请刷新看一眼再操作' },
  COURSE_REQUEST_SESSION_OVER: { status: 409, message: '那次学习已经结束或取消，请换一次来排' },

  // study sessions and attendance
  SESSION_STATE: { status: 409, message: '这场活动现在是“{state}”，不能这样操作' },
  SESSION_CLOSED: { status: 409, message: '这场活动{at}已经收尾存档。你写的可以作为更正补上，不会丢' },
  SESSION_TIMES: { status: 422, message: '时间不对：{reason}' },
  SESSION_IN_PAST: { status: 422, message: '开始的时间不能在30天以前' },
  SESSION_TOO_EARLY: { status: 409, message: '这场活动{date}才开，到了那天再点名。时间有变，请先改期' },
  SESSION_NOT_STARTED: { status: 409, message: '这场活动{at}才开始，开始以后才能收尾' },
  SESSION_OVERLAPS: { status: 409, message: '{who}在{when}已有“{title}”，时间撞上了。确实要这样，请再确认一次' },
  SESSION_NOBODY: { status: 422, message: '这场活动没有应到的人，请先选好小组' },
  SESSION_SERIES_LENGTH: { status: 422, message: '一次最多排{most}场，请把截止日期提前' },
  SESSION_SERIES_EMPTY: { status: 422, message: '这段日子里没有这个星期几，请核对日期' },
  MARK_NOT_FOR_GUEST: { status: 422, message: '不在应到名单里的人，只能记到、迟到或早退' },
  SPOKE_NOT_THERE: { status: 422, message: '有人没有到场的记录，不能记发言。请先点名' },
  SIGN_IN_EARLY: { status: 409, message: '{time}起可以签到，还没到时间' },
  SIGN_IN_CODE_WRONG: { status: 422, message: '数字不对，再看一眼黑板。试了几次都不行，请组长点名，一样算到场' },
  SIGN_IN_SCENE_WRONG: { status: 422, message: '这个码不是本镇现在的签到码，没有记。请看黑板上的数字，或请组长点名' },
  SIGN_IN_OTHER_GROUP: { status: 409, message: '这是“{title}”的签到码，应到名单里没有你，没有记。请核对是不是自己组的' },
  SIGN_IN_NOT_EXPECTED: { status: 409, message: '这位同志不在这场的应到名单里，没有记' },
  SIGN_IN_CANCELLED: { status: 409, message: '“{title}”已取消，没有记' },
  SIGN_IN_DECIDED: { status: 409, message: '这条签到不用再定了，请刷新看一眼' },
  SHEET_CODE_WRONG: { status: 422, message: '页码对不上，这张签到表是别的场次的。请核对右上角六位数' },
  LEAVE_EXISTS: { status: 409, message: '这场已经请过假了，不用再请' },
  LEAVE_NOT_EXPECTED: { status: 409, message: '“{title}”的应到名单里没有这位同志，不用请假' },
  LEAVE_AFTER_SESSION: { status: 409, message: '这场已经结束，不能再请假。{until}前可以补学，核实了一样算' },
  LEAVE_AFTER_MAKE_UP: { status: 409, message: '这场已经结束，补学也只到{until}。有特殊情况请找组长' },
  LEAVE_WAS_THERE: { status: 409, message: '点名记的是“{status}”，来了就不用准假。点错了请先更正' },
  LEAVE_STARTED: { status: 409, message: '这场{at}已经开始，不能再撤回。人来了，请组长点名就行' },
  LEAVE_STATE: { status: 409, message: '这次请假现在是“{state}”，不能这样操作' },
  MAKE_UP_EXISTS: { status: 409, message: '这场已经报过补学了，等组长核实' },
  MAKE_UP_NOT_EXPECTED: { status: 409, message: '“{title}”的应到名单里没有这位同志，不用补学' },
  MAKE_UP_NOT_NEEDED: { status: 409, message: '这场记的是“{status}”，不用补学' },
  MAKE_UP_EARLY: { status: 409, message: '“{title}”还没有结束，结束以后再补学' },
  MAKE_UP_TOO_LATE: { status: 409, message: '这场补学只到{until}。有特殊情况请找组长' },
  MAKE_UP_STATE: { status: 409, message: '这次补学现在是“{state}”，不能这样操作' },
  EXEMPTION_OVERLAPS: { status: 409, message: '这位同志{from}到{to}已经免学，日子不能重叠' },
  EXEMPTION_ENDED: { status: 409, message: '这次免学已经改到{to}为止。还要改，请刷新看一眼' },
  OWN_DECISION: { status: 403, message: '自己的事要由别人定，请找镇管理员' },

  // the school's own papers, and what people say about it
  ORGANISATION_CHANGED: { status: 409, message: '组织架构刚被别人改过，请刷新后再改' },
  IMPLEMENTATION_PLAN_CHANGED: { status: 409, message: '刚有人发了第{version}版，请看过那一版再写' },
  COMPLAINT_RECEIPT_WRONG: { status: 404, message: '没有这个回执号。请核对十二位数字，少一位多一位都找不到' },
  COMPLAINT_ANSWERED: { status: 409, message: '这一条已经答复过了，请刷新看一眼' },

  // the year
  YEAR_STATE: { status: 409, message: '{year}年现在是“{stage}”，还不能这样做' },
  YEAR_FROZEN: { status: 409, message: '{year}年还有{count}条月评异议没有答复，答复以后再来' },
  YEAR_UNTALKED: { status: 409, message: '{year}年有{count}人次的月评公示以后改成“差”，还没写明理由、谈过话，先补上再公示' },
  YEAR_NOT_OVER: { status: 409, message: '{year}年还不能汇总：{month}还没有锁定' },
  YEAR_RUN_AGAIN: { status: 409, message: '刚有人汇总过，请刷新看一眼' },
  CAP_NOT_TIED: { status: 422, message: '选的人里，有的不在这个组的并列名单里' },
  CAP_PLACES: { status: 422, message: '这个组还有{places}个名额，要定1到{places}人' },
  CAP_DECIDED: { status: 409, message: '这个组已经议定过，请刷新看一眼' },
  CAP_MEETING_DATE: { status: 422, message: '开会的日子要在{from}汇总以后，不能晚过今天' },
  ANNUAL_NOT_LISTED: { status: 422, message: '{year}年的名单上没有这位同志：12月31日不在册' },
  ANNUAL_SAME: { status: 422, message: '照现在的记录算，这一行没有变。请先在月评、学时或结果评价里更正' },

  // the rubric and the town's calendar
  MONTH_PUBLISHED: { status: 409, message: '这个月已经公示，不能再改。要改，走更正' },
  MONTH_NOT_READY: { status: 409, message: '{month}还不能公示：{reason}' },
  MONTH_LOCKED: { status: 409, message: '{month}已经锁定，不能再提。记录有误的，请找组长或镇委员会更正，更正会另记一笔' },
  MONTH_NOT_ON_SHOW: { status: 409, message: '{month}还没有公示，公示以后可以提异议' },
  POOR_WITHOUT_TALK: { status: 409, message: '有{count}人评为“差”，还没写明理由、谈过话，先补上再公示' },
  NOT_ON_SHEET: { status: 422, message: '这位同志不在{month}的名单上' },
  OBJECTION_OWN_LOG: { status: 422, message: '自己的异议请在“我的得分”里提，不用代记' },
  OBJECTION_OPEN: { status: 409, message: '这一项已经提过异议，正在答复' },
  OBJECTION_STATE: { status: 409, message: '这条异议现在是“{state}”，不能这样做' },
  OBJECTION_CONTEST_LATE: { status: 409, message: '复议要在{until}以前提，已经过了' },
  OBJECTION_NOT_YOURS: { status: 403, message: '{reason}，请换别的同志答复' },
  OBJECTION_SIGNED: { status: 409, message: '你已经签过了，还差{left}人' },
  OBJECTION_ANSWER_CHANGED: { status: 409, message: '答复刚改过，请再看一遍' },
  OBJECTION_NOTHING_CHANGED: { status: 422, message: '写的是“更正”，但记录没有变。请先在原记录上更正，或写明增减几分' },
  OBJECTION_POINTS: { status: 422, message: '维持原结果的，不用写分数' },
  ADJUSTMENT_ZERO: { status: 422, message: '增减不能是0分' },
  ADJUSTMENT_NOT_LOCKED: { status: 409, message: '{month}还没有锁定，不用走更正' },
  ADJUSTMENT_REVERSED: { status: 409, message: '这一笔已经冲回过了' },
  ADJUSTMENT_OF_RECORDS: { status: 422, message: '这一笔是跟着记录走的，冲不回。请在原记录上更正，系统会另记一笔' },
  RUBRIC_FAULTY: { status: 422, message: '这份规则有{count}处要改：{first}' },
  RUBRIC_MONTH_BEGUN: { status: 422, message: '规则只能从还没开始的月份起用，最早{earliest}' },
  RUBRIC_MONTH_TAKEN: { status: 409, message: '从{month}起用的已有{version}版。要换，先撤回那一版' },
  RUBRIC_VERSION_TAKEN: { status: 409, message: '已经有过{version}版，请换个编号' },
  RUBRIC_SAME: { status: 422, message: '和{version}版一样，没有要改的' },
  RUBRIC_BEGUN: { status: 409, message: '{version}版已经起用，不能撤回。要改，请从下个月起定新的一版' },
  RUBRIC_LABEL_CHANGED: { status: 409, message: '这一类现在叫“{label}”，请对照原文再核对一次' },
  DAY_ALREADY_SO: { status: 422, message: '{reason}，不用另设' },
  DAYS_NOT_PUBLISHED: { status: 404, message: '{year}年的放假安排还没有。公布以后，请一天一天设' },

  // points and results that people enter, and what a town brings along
  ENTRY_ONESELF: { status: 403, message: '不能给自己录，请别的同志来录' },
  ENTRY_NO_GROUP: { status: 422, message: '{date}那天，这位同志不在任何小组，没有这一期的分，不用录' },
  ENTRY_REVERSED: { status: 409, message: '这一条已经撤过了，请刷新看一眼' },
  ENTRY_YEAR_SUMMED: { status: 409, message: '{year}年正在汇总，过几分钟再录' },
  RESULTS_EXIST: { status: 409, message: '这位同志{year}年已经有成果分。要改，先撤掉那一条再录' },
  TALK_EXISTS: { status: 409, message: '这位同志{month}的谈话已经登记过。要改，先撤掉那一条再录' },
  SCORE_PROPOSAL_DECIDED: { status: 409, message: '这一条提议已经定过了，请刷新看一眼' },
  OPENING_MONTH_OWN: { status: 409, message: '{month}是系统里评的，不用录期初数' },
  OPENING_EXISTS: { status: 409, message: '这位同志{period}已经有期初数。要改，先撤掉那一条再录' },
  OPENING_HEADER_NOT_FOUND: { status: 422, message: '没找到表头。请保留有“姓名”，还有月份（如“3月”）或“学时”的那一行' },
  OPENING_SHEET_STALE: { status: 409, message: '文件、名册或期初数刚有变动，请再看一遍，再导入' },
  OPENING_NOTHING_TO_WRITE: { status: 422, message: '没有要写入的数。表里的都已经有了，或者先改好再传' },

  // the vote
  BALLOT_EARLY: { status: 409, message: '互评{from}才开始，到时再来' },
  BALLOT_LATE: { status: 409, message: '互评到{until}为止，现在不能再投' },
  BALLOT_NOT_LISTED: { status: 409, message: '这个月的互评名单里没有你：月底那天不在组里，或整月免学' },
  BALLOT_TOO_FEW: { status: 409, message: '组里人少，互评凑不够票数，这个月不评，不影响分数' },
  BALLOT_CAST: { status: 409, message: '你已经投过，或领了纸质票，不用再投。投过的算数' },
  BALLOT_ONESELF: { status: 422, message: '不能评自己' },
  BALLOT_UNKNOWN: { status: 422, message: '名单里没有这个人，请刷新后再来' },
  BALLOT_MISSING: { status: 422, message: '还有{count}位没评。评完再投' },
  JOINT_VOTE_LATE: { status: 409, message: '互评已经开始，不能再改。合并要在{before}以前定' },
  JOINT_VOTE_NOT_NEEDED: { status: 422, message: '两个组都有{least}人，各评各的就行' },
  JOINT_VOTE_TAKEN: { status: 409, message: '有一个组这个月已经和别的组合并，先分开再合' },
  PAPER_NOT_NOW: { status: 409, message: '纸质票只在互评期间发和收，开始录票以后也不能再动' },
  PAPER_NOT_HELD: { status: 409, message: '这个人没有领纸质票' },
  PAPER_COUNT_EARLY: { status: 409, message: '现在不能录票：发过纸质票，互评结束或人人投过以后开箱，到公示为止' },
  PAPER_FEW: { status: 409, message: '只发出{handed}张，你看着发的，一数就知道是谁评的。请封好交到镇上，由镇里两个人录' },
  PAPER_COUNT_WRONG: { status: 422, message: '{reason}' },
  PAPER_TWO_ENTERED: { status: 409, message: '已有两个人录过。要换人，请管理员清空后重录' },
  PAPER_ADDED: { status: 409, message: '这一箱的票已经计入，不用再录' },

  // paper
  FORM_COLUMN_REQUIRED: { status: 422, message: '“{label}”这一列不能藏起来，没有它就看不出记的是谁、是什么' },
  FORM_NOT_YET: { status: 409, message: '{month}的表还出不来：{reason}' },
  PAPER_BUNDLE_NOT_READY: { status: 409, message: '还没有打好，好了会在通知里告诉你' },
  PAPER_BUNDLE_GONE: { status: 410, message: '打好的文件只留7天，这一份已经清掉，请重新打一份' },

  // towns
  TOWN_CODE_TAKEN: { status: 409, message: '这个镇的代号已有人用' },

  // the house
  CLIENT_ID_REUSED: { status: 409, message: '这条记录的编号已被别的内容用过，请重新提交' },
  BUSY: { status: 503, message: '现在人多，请过几秒再试。已写的内容还在手机里' },
  STORE_UNAVAILABLE: { status: 503, message: '存储暂时连不上，请过一会儿再试。没有写入任何内容' },
  STORE_FULL: { status: 507, message: '存储空间满了，现在只能看不能写，请联系运维' },
  INTERNAL: { status: 500, message: '出了点问题，我们已经记下。请过一会儿再试' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errors;

/** What a failing answer carries. `field` is a dotted path into the request where one field is to blame. */
export interface ErrorBody {
  code: ErrorCode;
  message: string;
  field?: string;
  detail?: ErrorDetail;
}

export type ErrorDetail = Readonly<Record<string, string | number | boolean | null>>;

/** The one exception type. `detail` fills the sentence and reaches the client; never put personal data into it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly detail: ErrorDetail | undefined;

  constructor(code: ErrorCode, options: { field?: string; detail?: ErrorDetail; cause?: unknown } = {}) {
    super(sentence(code, options.detail), { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.field = options.field;
    this.detail = options.detail;
  }

  get status(): number {
    return errors[this.code].status;
  }

  body(): ErrorBody {
    return { code: this.code, message: this.message, field: this.field, detail: this.detail };
  }
}

function sentence(code: ErrorCode, detail: ErrorDetail = {}): string {
  return errors[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''));
}
