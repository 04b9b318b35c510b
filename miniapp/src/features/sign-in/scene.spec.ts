import { sceneIn } from './scene';

const scene = '0f1e2d3c4b5a69788796a5b4';

test('the scene is found in what WeChat’s own code opens, in a drawn address, and by itself', () => {
  expect(sceneIn(`packages/sessions/sign-in/index?scene=${scene}`)).toBe(scene);
  expect(sceneIn(`https://school.example/packages/sessions/sign-in/index?scene=${scene}`)).toBe(scene);
  expect(sceneIn(`/packages/sessions/sign-in/index?scene=${scene}&from=code`)).toBe(scene);
  expect(sceneIn(scene)).toBe(scene);
});

test('a code of something else carries none, nor does one that is broken', () => {
  for (const other of ['https://school.example/', '6901234567892 蜂蜜', '', '?scene=%E0%A4%A', '?scene=a']) expect(sceneIn(other)).toBeNull();
});
