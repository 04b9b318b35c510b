export default definePageConfig({ navigationBarTitleText: '本周', enableShareAppMessage: true });
