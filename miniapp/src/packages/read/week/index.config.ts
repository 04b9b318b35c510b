export default definePageConfig({ navigationBarTitleText: '往期主题', enableShareAppMessage: true });
