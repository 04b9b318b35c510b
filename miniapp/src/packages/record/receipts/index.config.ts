export default definePageConfig({ navigationBarTitleText: '大家的得分明细' });
