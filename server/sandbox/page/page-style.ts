/** Paper, ink, one red, gold for what is recorded; dark follows the machine's setting. */
const tokens = `
:root {
  --paper: #F6F2EA; --surface: #FFFDF9; --sunken: #EDE7DB; --line: #E4DCCD; --line-2: #CFC4B1; --control: #92887A;
  --ink: #231F19; --ink-2: #574F44; --ink-3: #6F6659; --red: #A52A21; --red-soft: #F5E3DC; --gold: #B5852B;
  --amber: #8F4A0A; --amber-soft: #F8E6D2; --green: #2C6547; --ground: #EDE7DB;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15130F; --surface: #1F1C17; --sunken: #2A261F; --line: #332E26; --line-2: #4A4338; --control: #857B6C;
    --ink: #EDE6D9; --ink-2: #B9AF9F; --ink-3: #988E7E; --red: #EE8F80; --red-soft: #38201B; --gold: #C99C45;
    --amber: #E7A869; --amber-soft: #372617; --green: #8FC7A6; --ground: #15130F;
  }
}`;

const around = `
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
body { max-width: 1280px; margin: 0 auto; padding: 24px 31px 56px; background: var(--paper); color: var(--ink);
  font: 15px/1.5 -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif;
  font-variant-numeric: tabular-nums; text-autospace: normal; -webkit-text-size-adjust: 100%; }
h1 { font-size: 24px; line-height: 1.36; font-weight: 600; }
button, input { font: inherit; color: inherit; }
button { min-height: 44px; padding: 0 16px; border: 1px solid var(--control); border-radius: 10px; background: var(--surface); cursor: pointer; }
button:active { background: var(--sunken); }
button:disabled { color: var(--ink-3); border-color: var(--line-2); cursor: default; }
button[aria-pressed=true] { background: var(--ink); border-color: var(--ink); color: var(--paper); font-weight: 500; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.top { display: flex; flex-wrap: wrap; gap: 16px 24px; align-items: flex-end; justify-content: space-between; }
.lead { color: var(--ink-2); }
.find { display: flex; gap: 12px; align-items: center; color: var(--ink-2); }
.find input { width: 220px; min-height: 44px; padding: 0 12px; border: 1px solid var(--control); border-radius: 10px; background: var(--surface); color: var(--ink); }
.find input::placeholder { color: var(--ink-3); opacity: 1; }
.bar { margin-top: 20px; padding: 16px 20px; border: 1px solid var(--line); border-radius: 16px; background: var(--surface);
  display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center; }
.bar h2 { font-size: 17px; font-weight: 600; }
#faults { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; min-height: 44px; flex: 1; }
.drills { display: flex; }
.drills button { border-radius: 0; margin-left: -1px; }
.drills button:first-child { border-radius: 10px 0 0 10px; margin-left: 0; }
.drills button:last-child { border-radius: 0 10px 10px 0; }
#faults .what { flex: 1 0 100%; margin-bottom: -8px; color: var(--ink-2); }
.calm { color: var(--green); }
.warn { padding: 8px 12px; border-radius: 10px; background: var(--amber-soft); color: var(--amber); }
.summary { margin: 20px 0 12px; color: var(--ink-2); }
#lost { margin-bottom: 12px; }
.nobody { padding: 72px 20px; text-align: center; color: var(--ink-2); border: 1px solid var(--line); border-radius: 16px; background: var(--surface); }
.nobody b, .empty b { display: block; font-size: 17px; font-weight: 600; color: var(--ink); margin-bottom: 4px; }
#pager { margin-top: 24px; display: flex; gap: 16px; align-items: center; justify-content: center; color: var(--ink-2); }`;

const phones = `
#phones { display: grid; grid-template-columns: repeat(auto-fill, 390px); gap: 24px; justify-content: start; }
.phone { height: 640px; display: flex; flex-direction: column; overflow: hidden; border: 1px solid var(--line-2); border-radius: 24px; background: var(--surface); }
.phone .status { display: flex; justify-content: space-between; padding: 12px 20px 0; font-size: 13px; color: var(--ink-2); }
.phone header { display: flex; gap: 12px; align-items: center; padding: 8px 12px 8px 20px; }
.face { flex: none; width: 44px; height: 44px; border-radius: 10px; display: grid; place-items: center; background: var(--sunken); color: var(--ink-2); font-size: 20px; }
.who { flex: 1; min-width: 0; }
.who h2 { font-size: 17px; line-height: 1.36; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who p { font-size: 13px; color: var(--ink-2); }
.switch { flex: none; display: flex; gap: 8px; align-items: center; border: 0; padding: 0 8px; background: none; color: var(--ink-2); }
.switch i { position: relative; width: 44px; height: 26px; border-radius: 13px; border: 1px solid var(--control); background: var(--sunken); }
.switch i::after { content: ""; position: absolute; top: 3px; left: 3px; width: 18px; height: 18px; border-radius: 50%; background: var(--control); transition: transform 120ms cubic-bezier(.2,.8,.2,1); }
.switch[aria-checked=true] { color: var(--ink); font-weight: 500; }
.switch[aria-checked=true] i { background: var(--ink); border-color: var(--ink); }
.switch[aria-checked=true] i::after { transform: translateX(18px); background: var(--paper); }
.credits { list-style: none; padding: 4px 20px 12px; border-bottom: 1px solid var(--line); font-size: 13px; color: var(--ink-2); }
.credits li { display: flex; gap: 8px; align-items: center; min-height: 24px; }
.credits li > span:first-child { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.credits b { font-weight: 500; color: var(--ink); }
.grains { display: flex; gap: 3px; }
.grains i { width: 6px; height: 12px; border-radius: 50%; background: var(--gold); }
.chat { flex: 1; min-height: 0; overflow-y: auto; padding: 4px 12px 16px; background: var(--ground); overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line-2) transparent; }
.chat:focus-visible { outline-offset: -3px; }
.when { padding: 12px 0 8px; text-align: center; font-size: 13px; color: var(--ink-3); }
.empty { padding: 120px 20px 0; text-align: center; color: var(--ink-2); }
.card { padding: 12px 16px 0; border-radius: 10px; border: 1px solid var(--line); background: var(--surface); }
.from { display: flex; justify-content: space-between; align-items: center; font-size: 13px; color: var(--ink-2); }
.from em { font-style: normal; color: var(--red); background: var(--red-soft); border-radius: 6px; padding: 0 8px; }
.card h3 { margin: 4px 0 12px; font-size: 17px; line-height: 1.36; font-weight: 600; }
.card dl > div { display: flex; gap: 12px; padding: 2px 0; }
.card dt { flex: none; width: 76px; color: var(--ink-3); }
.card dd { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.entry { display: flex; justify-content: space-between; align-items: center; min-height: 44px; margin-top: 12px; border-top: 1px solid var(--line); color: var(--ink); text-decoration: none; }
.entry.off { color: var(--ink-3); font-size: 13px; overflow-wrap: anywhere; }
@media (max-width: 851px) {
  body { padding: 20px 20px 40px; }
  #phones { grid-template-columns: minmax(0, 390px); justify-content: center; }
}
@media (max-width: 480px) {
  body { padding: 16px 12px 40px; }
  .find, .find input { width: 100%; }
  .find label { flex: none; }
  .bar { padding: 16px; }
  .bar h2, #faults { flex: none; width: 100%; }
  .drills { width: 100%; }
  .drills button { flex: 1; padding: 0 8px; }
  .phone { height: auto; max-height: 600px; }
  .empty { padding: 40px 20px 32px; }
}
@media (prefers-reduced-motion: reduce) { .switch i::after { transition: none; } }`;

export const pageStyle = tokens + around + phones;
