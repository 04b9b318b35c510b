export default definePageConfig({ navigationBarTitleText: '录签到表' });
