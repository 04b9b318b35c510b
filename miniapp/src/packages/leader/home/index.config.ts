export default definePageConfig({ navigationBarTitleText: '本组这一周' });
