export default definePageConfig({ navigationBarTitleText: '请假和补学' });
