export default definePageConfig({ navigationBarTitleText: '换人用' });
