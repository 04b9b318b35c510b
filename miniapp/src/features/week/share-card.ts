import type { Week } from './week';

/** Without a picture of ours WeChat would send one of the screen, and on it stand people and points. */
const imageUrl = '/share.jpg';

/** The card for a group chat: whoever taps it reads this town's week, logged in or not. */
export function shareCard(week: Week | null): { title: string; path: string; imageUrl: string } {
  if (!week) return { title: '微党校', path: '/pages/week/index', imageUrl };
  const monday = week.theme?.monday ?? week.monday;
  return { title: week.theme ? `${week.theme.weekLabel}：${week.theme.title.replace('\n', '')}` : week.town.schoolName, path: `/pages/week/index?town=${week.town.code}&monday=${monday}`, imageUrl };
}
