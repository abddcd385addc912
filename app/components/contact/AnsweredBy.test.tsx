import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SpeechProvider, speechOf } from '../../i18n/context.tsx';
import { type Answered, AnsweredBy } from './AnsweredBy.tsx';

const first: Answered = { id: 'a', begunBy: 'worker', status: 'declined', begunAt: '2026-11-01T08:00:00.000Z' };
const second: Answered = { id: 'b', begunBy: 'employer', status: 'waiting', begunAt: '2026-11-02T08:00:00.000Z' };

const numbersIn = (answered: readonly Answered[]) => {
  const html = renderToStaticMarkup(
    <SpeechProvider value={speechOf('en')}>
      <AnsweredBy answered={answered} />
    </SpeechProvider>,
  );
  return [...html.matchAll(/Worker (\d)/g)].map(([, number]) => number);
};

it('calls nobody by another number because somebody else came', () => {
  expect(numbersIn([first])).toEqual(['1']);
  expect(numbersIn([second, first])).toEqual(['2', '1']);
});
