export default definePageConfig({ navigationBarTitleText: '等你审的' });
