export default definePageConfig({ navigationBarTitleText: '各村微党校' });
