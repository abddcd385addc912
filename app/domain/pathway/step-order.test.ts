import { expect, it } from 'vitest';
import { dependenciesAmong, inOrder } from './step-order.ts';

const steps = [
  { id: 'exit', dependsOn: ['visa', 'course'] },
  { id: 'visa', dependsOn: ['medical'] },
  { id: 'medical' },
  { id: 'course', dependsOn: ['contract'] },
  { id: 'contract' },
];

it('puts each step after all it depends on', () => {
  expect(inOrder(steps).map(({ id }) => id)).toEqual(['medical', 'visa', 'contract', 'course', 'exit']);
});

it('passes dependencies on through a step that does not apply', () => {
  const applying = steps.filter(({ id }) => id !== 'visa' && id !== 'course');
  expect(dependenciesAmong(applying, steps).get('exit')).toEqual(['medical', 'contract']);
});
