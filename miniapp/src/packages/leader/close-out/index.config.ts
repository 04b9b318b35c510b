export default definePageConfig({ navigationBarTitleText: '收尾' });
