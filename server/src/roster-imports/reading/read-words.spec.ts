import { offeredRole, readGender, readTags } from './read-words.ts';

test.each([
  ['党员', ['party_member'], []],
  ['中共党员', ['party_member'], []],
  ['预备党员', ['party_member'], []],
  ['非党员', ['villager'], []],
  ['党员/致富带头人', ['party_member', 'rich_leader'], []],
  ['党员、后备力量', ['party_member', 'reserve'], []],
  ['镇村干部，党员', ['cadre', 'party_member'], []],
  ['群众', ['villager'], []],
  ['无', [], []],
  ['党员 新乡贤', ['party_member'], ['新乡贤']],
])('%s means %j, and %j is unknown', (text, tags, unknown) => {
  expect(readTags(text)).toEqual({ tags, unknown });
});

test.each([['男', 'male', true], ['女 ', 'female', true], ['F', 'female', true], ['', null, true], ['不便说', null, false]])('the gender %j is %s', (text, gender, known) => {
  expect(readGender(text)).toEqual({ gender, known });
});

test.each([['组长', 'leader'], ['学习小组组长', 'leader'], ['支部书记（组长）', 'leader'], ['副组长', null], ['委员', null], [null, null]])('the duty %s offers %s', (duty, role) => {
  expect(offeredRole(duty)).toBe(role);
});
