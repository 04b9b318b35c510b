/** JSON schemas of the control routes; Fastify refuses with 400 what does not fit. */
const shortText = { type: 'string', minLength: 1, maxLength: 128 };
const optionalText = { type: ['string', 'null'], minLength: 1, maxLength: 128 };
const answer = { enum: ['accept', 'reject', 'ban'] };
const path = { type: 'string', pattern: '^(\\*|/[\\w./-]{1,100})$' };
const times = { type: 'integer', minimum: 1 };

const exactly = (properties: Record<string, object>, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const fault = (effect: Record<string, object>) => exactly({ path, times, ...effect }, ['path', ...Object.keys(effect)]);

export const sliceQuery = {
  type: 'object',
  properties: {
    offset: { type: 'integer', minimum: 0, default: 0 },
    limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
};

export const newUserBody = exactly(
  {
    openid: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
    nickname: shortText,
    phone: optionalText,
    unionid: optionalText,
    credits: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
  },
  ['nickname'],
);

export const userChangeBody = exactly(
  { nickname: shortText, phone: optionalText, blocked: { type: 'boolean' }, refusesMessages: { type: 'boolean' } },
  [],
);

export const subscriptionAnswersBody = {
  oneOf: [
    exactly({ templateId: shortText, answer, alwaysKeep: { type: 'boolean' } }, ['templateId', 'answer']),
    exactly({ answers: { type: 'object', additionalProperties: answer }, alwaysKeep: { type: 'boolean' } }, ['answers']),
  ],
};

export const keptAnswerBody = exactly({ templateId: shortText, kept: { enum: ['accept', 'reject', null] } });

export const safetyWordsBody = {
  type: 'array',
  maxItems: 1_000,
  items: exactly({ word: shortText, suggest: { enum: ['review', 'risky'] }, label: { type: 'integer' } }),
};

export const pushBody = exactly({ appId: shortText, url: { type: 'string', pattern: '^https?://' }, token: shortText, aesKey: { type: 'string', pattern: '^[A-Za-z0-9]{43}$' } }, ['appId', 'url', 'token']);

export const pushMannerBody = exactly(
  { shape: { enum: ['json', 'wrapped-json', 'xml'] }, copies: { type: 'integer', minimum: 1, maximum: 5 }, lateMs: { type: 'integer', minimum: 0, maximum: 3_600_000 } },
  [],
);

export const faultBody = {
  oneOf: [
    fault({ errcode: { type: 'integer' } }),
    fault({ delayMs: { type: 'integer', minimum: 1, maximum: 120_000 } }),
    fault({ down: { const: true } }),
    fault({ httpStatus: { type: 'integer', minimum: 400, maximum: 599 } }),
    fault({ dropAnswerAfterActing: { const: true } }),
    exactly({ path, dailyQuota: { type: 'integer', minimum: 0 } }),
    exactly({ revokeTokens: { const: true } }),
  ],
};
