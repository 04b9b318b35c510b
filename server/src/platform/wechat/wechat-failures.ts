/** WeChat answered and said no. Branch on the code: the text changes and is cut short. */
export class WechatRefused extends Error {
  constructor(
    readonly errcode: number,
    readonly path: string,
  ) {
    super(`WeChat refused ${path} with ${errcode}`);
    this.name = 'WechatRefused';
  }
}

/** No answer, one too late, or one that is not WeChat's own (a gateway's page). What was asked may have been done all the same. */
export class WechatUnreachable extends Error {
  constructor(path: string, cause?: unknown) {
    super(`WeChat did not answer ${path}`, { cause });
    this.name = 'WechatUnreachable';
  }
}
