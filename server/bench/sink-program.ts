import { createServer } from 'node:http';
import { ready } from './processes.ts';

/** Takes what is sent to WeChat's paths under `/<ms>` and answers after that long, as WeChat does when all is well. */
const token = JSON.stringify({ access_token: 't'.repeat(136), expires_in: 7_200 });
let msgid = 3_248_682_510_344_192_008n;

const server = createServer((request, response) => {
  const [, delayMs = '0', path = ''] = /^\/(\d+)(\/[^?]*)/.exec(request.url ?? '') ?? [];
  request.resume().on('end', () => {
    const answer = path === '/cgi-bin/stable_token' ? token : `{"errcode":0,"errmsg":"ok","msgid":${(msgid += 1n)}}`;
    const reply = (): unknown => response.setHeader('content-type', 'application/json').end(answer);
    if (delayMs === '0') reply();
    else setTimeout(reply, Number(delayMs));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  ready({ url: `http://127.0.0.1:${port}` });
});
