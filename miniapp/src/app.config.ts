export default defineAppConfig({
  pages: ['pages/week/index', 'pages/study/index', 'pages/group/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/read', pages: ['lesson/index', 'check-in/index', 'week/index'] },
    { root: 'packages/record', pages: ['receipt/index', 'receipts/index', 'check-ins/index', 'waiting/index', 'inbox/index', 'hours/index', 'ballot/index', 'year/index'] },
    { root: 'packages/leader', pages: ['home/index', 'reflections/index', 'reflection/index', 'compose/index', 'approvals/index', 'theme/index', 'plan/index', 'roll-call/index', 'sign-in-code/index', 'sign-in-sheet/index', 'close-out/index', 'correction/index', 'sign-ins/index', 'leaves/index', 'paper-votes/index', 'objection/index', 'dimensions/index', 'points/index'] },
    { root: 'packages/sessions', pages: ['session/index', 'past/index', 'sign-in/index', 'leaves/index'] },
    { root: 'packages/courses', pages: ['requests/index', 'set/index'] },
    { root: 'packages/town', pages: ['schools/index', 'school/index', 'organisation/index', 'plan/index', 'complaints/index', 'publications/index', 'publication/index', 'verify/index'] },
    { root: 'packages/account', pages: ['login/index', 'consent/index', 'elder-offer/index', 'desktop-login/index', 'privacy/index', 'settings/index', 'people/index'] },
  ].filter(({ pages }) => pages.length > 0),
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '微党校',
    navigationBarTextStyle: '@text' as 'black',
    backgroundColor: '@paper',
    backgroundTextStyle: '@dots' as 'dark',
  },
  // The bar is drawn by components/TabBar, so that its labels grow in the large version; WeChat's own is empty.
  tabBar: {
    custom: true,
    color: '#574f44',
    selectedColor: '#a52a21',
    backgroundColor: '#fffdf9',
    list: [
      { pagePath: 'pages/week/index', text: '本周' },
      { pagePath: 'pages/study/index', text: '学习' },
      { pagePath: 'pages/group/index', text: '小组' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  // WeChat's own plugin for speech. One that is declared and was not added to the account keeps the mini-program from starting.
  ...(process.env.TARO_APP_DICTATION ? { plugins: { WechatSI: { version: process.env.TARO_APP_DICTATION, provider: 'wx069ba97219f66d99' } } } : {}),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
} as Parameters<typeof defineAppConfig>[0]);
