/** Polls what the phones show and redraws only what has changed, so that nothing flickers or loses its place. */
export const pageScript = `
const byId = (id) => document.getElementById(id);
const drawn = new Map();
let wantedPage = 0, asked = 0, shown = 0;

function redraw(element, text) {
  if (drawn.get(element) === text) return;
  drawn.set(element, text);
  const focus = element.contains(document.activeElement) ? document.activeElement.id : '';
  const chat = element.querySelector('.chat');
  const scrolled = chat ? chat.scrollTop : 0;
  element.innerHTML = text;
  const newChat = element.querySelector('.chat');
  if (newChat) newChat.scrollTop = scrolled;
  if (focus && byId(focus)) byId(focus).focus({ preventScroll: true });
}

function drawPhones(phones) {
  const list = byId('phones');
  const wanted = new Set(phones.map(({ openid }) => 'phone-' + openid));
  for (const old of [...list.children]) if (!wanted.has(old.id)) { drawn.delete(old); old.remove(); }
  phones.forEach(({ openid, html }, place) => {
    let phone = byId('phone-' + openid);
    if (!phone) { phone = document.createElement('section'); phone.id = 'phone-' + openid; phone.className = 'phone'; }
    if (list.children[place] !== phone) list.insertBefore(phone, list.children[place] || null);
    redraw(phone, html);
  });
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function drawAround({ summary, faults, phones, pager }, search) {
  write(byId('summary'), summary);
  redraw(byId('faults'), faults);
  byId('nobody').hidden = phones.length > 0;
  redraw(byId('nobody'), search ? '<b>没有找到这个人</b>换个名字，或清空搜索' : '<b>还没有手机</b>有人用微信登录后，手机会出现在这里');
  byId('pager').hidden = pager.pages < 2;
  write(byId('place'), '第' + (pager.page + 1) + '页，共' + pager.pages + '页');
  byId('earlier').disabled = pager.page === 0;
  byId('later').disabled = pager.page === pager.pages - 1;
  wantedPage = pager.page;
}

async function refresh() {
  const turn = ++asked;
  const search = byId('search').value.trim();
  try {
    const answer = await fetch('phones?page=' + wantedPage + '&search=' + encodeURIComponent(search));
    const drawing = await answer.json();
    if (turn < shown) return;
    shown = turn;
    drawPhones(drawing.phones);
    drawAround(drawing, search);
    byId('lost').hidden = true;
  } catch {
    byId('lost').hidden = false;
  }
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-method]');
  if (!button) return;
  const { method, url, body } = button.dataset;
  const headers = body ? { 'content-type': 'application/json' } : {};
  if (button.id.startsWith('drill-') && method === 'PUT') await fetch('faults', { method: 'DELETE' }).catch(() => {});
  await fetch(url, { method, headers, body: body || undefined }).catch(() => {});
  await refresh();
});
byId('search').addEventListener('input', () => { wantedPage = 0; refresh(); });
byId('earlier').addEventListener('click', () => { wantedPage -= 1; refresh(); });
byId('later').addEventListener('click', () => { wantedPage += 1; refresh(); });
setInterval(() => { if (!document.hidden) refresh(); }, 2000);
refresh();
`;
