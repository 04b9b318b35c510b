import { positionIn } from './position-words.ts';

describe('a position', () => {
  it('is two numbers as a map gives them', () => {
    expect(positionIn('30.5041, 105.5062')).toEqual({ latitude: 30.5041, longitude: 105.5062 });
    expect(positionIn('30.5，105.5')).toEqual({ latitude: 30.5, longitude: 105.5 });
  });

  it('may be left out', () => {
    expect(positionIn('  ')).toBeNull();
  });

  it('is unclear when it is not on the earth, or one number only', () => {
    expect([positionIn('130, 105'), positionIn('30.5'), positionIn('桥头')]).toEqual(['unclear', 'unclear', 'unclear']);
  });
});
