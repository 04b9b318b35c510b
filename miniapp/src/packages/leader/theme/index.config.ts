export default definePageConfig({ navigationBarTitleText: '审主题' });
