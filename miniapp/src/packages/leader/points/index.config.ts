export default definePageConfig({ navigationBarTitleText: '提议加分扣分' });
