import Taro from '@tarojs/taro';
import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { newId } from './ids';
import { sandbox, sandboxOpenid } from './login';
import { send } from './outbox';

type Answers = Request<'addSubscriptionAnswer'>['body']['answers'];
const known = ['accept', 'reject', 'ban', 'filter', 'acceptWithAudio', 'acceptWithAlert'];

/** WeChat asks about no more at once. */
const most = 3;

/**
 * Asks WeChat for one more reminder. Call it first and without awaiting anything in the tap's own handler: a gesture that has
 * waited no longer counts. Never throws: reminders are a courtesy, whatever the tap was for goes on.
 * @param templateIds from getMySubscription, fetched beforehand; the first three are asked about
 * @returns whether the person allowed any
 */
export function askForReminder(templateIds: readonly string[]): Promise<boolean> {
  if (templateIds.length === 0) return Promise.resolve(false);
  return asked(templateIds.slice(0, most))
    .then(tell)
    .catch(() => false);
}

function asked(templateIds: readonly string[]): Promise<Answers> {
  if (process.env.TARO_ENV === 'weapp') {
    const options = { tmplIds: [...templateIds] } as Parameters<typeof Taro.requestSubscribeMessage>[0];
    return Taro.requestSubscribeMessage(options).then(answersIn);
  }
  const openid = sandboxOpenid();
  if (!openid) return Promise.resolve({});
  const answers = Object.fromEntries(templateIds.map((id) => [id, 'accept']));
  return sandbox<Record<string, unknown>>('POST', `/users/${encodeURIComponent(openid)}/subscription-answers`, { answers }).then(answersIn);
}

function answersIn(result: object): Answers {
  return Object.fromEntries(Object.entries(result).filter(([, answer]) => known.includes(answer as string))) as Answers;
}

async function tell(answers: Answers): Promise<boolean> {
  if (Object.keys(answers).length > 0) await send('addSubscriptionAnswer', { body: { clientId: newId(), answers } }, { label: '微信提醒' });
  return Object.values(answers).some((answer) => answer.startsWith('accept'));
}
