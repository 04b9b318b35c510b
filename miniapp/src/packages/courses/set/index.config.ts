export default definePageConfig({ navigationBarTitleText: '一套课' });
