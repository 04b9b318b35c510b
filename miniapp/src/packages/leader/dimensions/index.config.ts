export default definePageConfig({ navigationBarTitleText: '本组的五类学习' });
