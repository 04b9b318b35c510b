import { html, Html } from './html.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

/** The whole page; it needs nothing from elsewhere and fills itself from `phones`. */
export function pageDocument(appName: string): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>微信沙箱 · ${appName}</title>
<link rel="icon" href="data:,">
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header class="top">
  <div><h1>微信沙箱</h1><p class="lead">消息只到这里，不会发到真手机</p></div>
  <div class="find"><label for="search">找人</label><input id="search" type="search" placeholder="名字或手机号" autocomplete="off" maxlength="40"></div>
</header>
<section class="bar" aria-label="微信的状况"><h2>让微信出点状况</h2><div id="faults"></div></section>
<p id="summary" class="summary" aria-live="polite">正在看有哪些手机</p>
<p id="lost" class="warn" role="status" hidden>沙箱没有回应，恢复后这里会自己更新</p>
<main id="phones"></main>
<div id="nobody" class="nobody" hidden></div>
<nav id="pager" aria-label="翻页" hidden><button type="button" id="earlier">上一页</button><span id="place"></span><button type="button" id="later">下一页</button></nav>
<script>${new Html(pageScript)}</script>
</body>
</html>`.text;
}
