import { Demo, type SandboxUser } from '../support/demo';
import { Chromium, picture, seen } from './browser';
import { addsPhoto, LedGroup } from './led-group';
import { Phone } from './phone';

// What members say for themselves: what they made up, and what they want to have put right.
interface MakeUp {
  readonly state: string;
  readonly way: string;
  readonly text: string;
  readonly member: { readonly memberId: string };
}
interface Complaint {
  readonly id: string;
  readonly text: string;
  readonly anonymous: boolean;
  readonly hasPhoto: boolean;
  readonly writer: { readonly name: string } | null;
}

let demo: Demo;
let chromium: Chromium;
let group: LedGroup;
const phones: Phone[] = [];
beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  group = await LedGroup.of(demo);
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});
afterEach(() => expect(phones.flatMap(({ faults }) => faults)).toEqual([]));

async function phoneOf(user: SandboxUser): Promise<Phone> {
  const phone = await Phone.of(chromium, demo, user);
  phones.push(phone);
  return phone;
}

test('who was not there makes it up and says with whom; it counts once the leader has verified it', async () => {
  const [reader] = (await demo.readers()).filter(({ groupId }) => groupId === group.id);
  const { session } = await group.closed('没赶上的一场', reader?.id);
  const phone = await phoneOf(await demo.userNamed(reader?.name ?? ''));
  await phone.open('/packages/sessions/leaves/index');
  await phone.sees('没赶上的一场');
  await phone.page.locator('[class*=Card]').filter({ hasText: '没赶上的一场' }).getByText('补学', { exact: true }).last().click();
  await phone.tap('找人讲了一遍');
  await phone.type('跟谁讲的，讲了什么', '到组长家里听他讲了一遍');
  await picture(phone.page, 'make-up');
  await phone.tap('交给组长核实');
  await phone.sees('报过的补学', '到组长家里听他讲了一遍');
  const made = async () => (await group.get<{ items: MakeUp[] }>(`/api/make-ups?sessionId=${session.id}`)).items;
  expect(await made()).toMatchObject([{ state: 'waiting', way: 'talked', text: '到组长家里听他讲了一遍', member: { memberId: reader?.id } }]);
  const leader = await Phone.as(chromium, demo, '看本组谁打了卡');
  phones.push(leader);
  await leader.open('/packages/leader/leaves/index');
  await leader.page.locator('[class*=Card]').filter({ hasText: '没赶上的一场' }).getByText('核实了').click();
  await seen.poll(async () => (await made())[0]?.state).toBe('verified');
  expect((await group.roll(session.id)).find(({ member }) => member.memberId === reader?.id)?.status).toBe('made_up');
});

test('an anonymous complaint with a photo survives a failed sending, reaches the town without a name, and its answer is found by the number on any phone', async () => {
  const [writer, other] = await demo.readers();
  const phone = await phoneOf(await demo.userNamed(writer?.name ?? ''));
  await phone.open('/packages/town/complaints/index');
  await phone.sees(/谁写的，系统里一个字也不存/);
  await phone.tap('学习活动');
  await phone.page.getByRole('switch', { name: '不留名字' }).click();
  await phone.type('想说什么', '活动室的灯坏了两盏');
  await addsPhoto(phone, '加一张照片，可以不加');
  await phone.tap('去掉照片');
  await addsPhoto(phone, '加一张照片，可以不加');
  await phone.sees('换一张');
  await picture(phone.page, 'complaint');
  await phone.withoutNetwork(async () => {
    await phone.tap('交上去');
    await phone.sees(/还没做成.*写的都在手机里/);
  });
  await phone.open('/packages/town/complaints/index');
  await phone.sees('换一张');
  await phone.tap('交上去');
  await phone.sees('收到了', /回执号，请记下来/);
  const receipt = await phone.text(/^\d{4}-\d{4}-\d{4}$/).innerText();
  const answer = await answeredByTown('活动室的灯坏了两盏', '周五前换好');
  expect(answer).toMatchObject({ anonymous: true, hasPhoto: true, writer: null });
  const elsewhere = await phoneOf(await demo.userNamed(other?.name ?? ''));
  await elsewhere.open('/packages/town/complaints/index');
  await elsewhere.type('回执号', receipt.replace(/-/g, ''));
  await elsewhere.tap('查一查');
  await elsewhere.sees('答复了', '周五前换好', '附了一张照片，只给办这件事的人看');
});

/** As an admin at the desk: the photo is looked at, and an answer written. */
async function answeredByTown(text: string, answer: string): Promise<Complaint | undefined> {
  const token = await demo.token('admin');
  const { items } = await demo.call<{ items: Complaint[] }>('GET', '/api/complaints?state=open&pageSize=100', { token });
  const found = items.find((one) => one.text === text);
  const photo = await fetch(`${demo.url}/api/complaints/${found?.id}/photo`, { headers: { authorization: `Bearer ${token}` } });
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/png']);
  await demo.call('POST', `/api/complaints/${found?.id}/answer`, { token, body: { text: answer } });
  return found;
}

test('a named one is in the writer’s own list, with its photo', async () => {
  const [, , third] = await demo.readers();
  const phone = await phoneOf(await demo.userNamed(third?.name ?? ''));
  await phone.open('/packages/town/complaints/index');
  await phone.tap('别的事');
  await phone.type('想说什么', '晚上的课早一点开');
  await addsPhoto(phone, '加一张照片，可以不加');
  await phone.tap('交上去');
  await phone.sees('收到了', '你写过的', '晚上的课早一点开');
  await seen(phone.page.getByLabel('照片，看大图')).toBeVisible();
  const mine = await demo.call<{ items: Complaint[] }>('GET', '/api/my/complaints', { token: await demo.tokenOf(await demo.userNamed(third?.name ?? '')) });
  expect(mine.items[0]).toMatchObject({ text: '晚上的课早一点开', anonymous: false, hasPhoto: true });
});
