import { expect, it } from 'vitest';
import { Profile } from '../documents/profile.ts';
import { GROUPS, questionsIn } from './profile-groups.ts';

it('puts every part of a profile under one heading', () => {
  const parts = GROUPS.flatMap((group) => questionsIn(group).map(({ part }) => part));
  const { type: _, declared: _declared, ...rest } = Profile.shape;
  expect(parts.toSorted()).toEqual(Object.keys(rest).sort());
});
