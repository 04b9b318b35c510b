export default definePageConfig({ navigationBarTitleText: '等你核对的签到' });
