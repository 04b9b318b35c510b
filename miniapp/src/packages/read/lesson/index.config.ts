export default definePageConfig({ navigationBarTitleText: '课', enableShareAppMessage: true });
