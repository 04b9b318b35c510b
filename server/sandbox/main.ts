import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { MessageTemplate } from './options.ts';
import { startSandbox } from './sandbox.ts';

const usage = `node sandbox/main.ts [--port 8790] [--host 127.0.0.1] [--app-id ID] [--app-secret SECRET]
  [--templates file.json] [--pages-url http://127.0.0.1:8080/#/]

  --templates  a JSON list of {id, title, fields: {thing1: label, …}}
  --pages-url  put before a page's path to open it in a browser`;

const sampleTemplates: MessageTemplate[] = [
  {
    id: 'weekly-theme-template',
    title: '学习提醒',
    fields: { thing1: '本周主题', date2: '时间', thing3: '温馨提示' },
  },
];

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8790' },
    host: { type: 'string', default: '127.0.0.1' },
    'app-id': { type: 'string', default: 'wx0000000000000000' },
    'app-secret': { type: 'string', default: 'sandbox-secret' },
    templates: { type: 'string' },
    'pages-url': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function readTemplates(path: string | undefined): MessageTemplate[] {
  return path === undefined ? sampleTemplates : JSON.parse(readFileSync(path, 'utf8'));
}

if (values.help) {
  console.log(usage);
} else {
  const pagesUrl = values['pages-url'];
  const sandbox = await startSandbox({
    port: Number(values.port),
    host: values.host,
    appId: values['app-id'],
    appSecret: values['app-secret'],
    templates: readTemplates(values.templates),
    openPage: pagesUrl === undefined ? undefined : (page) => pagesUrl + page,
  });
  console.log(`WeChat sandbox: ${sandbox.url}/sandbox/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}
