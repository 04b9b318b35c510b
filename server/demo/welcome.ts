import { demoRoles } from '../src/demo/demo-people.ts';

/** What a newcomer reads when the demo stands. */
export function welcome(url: string): string {
  const roles = demoRoles.map(({ label, tasks }) => `    ${label.padEnd(6, '　')}${tasks}`).join('\n');
  return `
微党校的演示已就绪
  手机页面    ${url}/
  电脑管理端  ${url}/desk/
  微信沙箱    ${url}/wechat/sandbox/   （消息只到这里）
  接口说明    ${url}/api/openapi.json

  进去以后选一个身份，都不用密码：
${roles}

  试一试：点“跳到下周一 08:00”，看主题进每个人的消息箱和微信沙箱；再用“审核人”通过下一份主题。
  停止：Ctrl+C。回到全新的演示：npm run reset
`;
}
