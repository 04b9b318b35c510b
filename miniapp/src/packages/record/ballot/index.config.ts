export default definePageConfig({ navigationBarTitleText: '互评' });
