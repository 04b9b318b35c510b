export default definePageConfig({ navigationBarTitleText: '代记异议' });
