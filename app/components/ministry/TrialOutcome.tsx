import { useSpeech } from '../../i18n/context.tsx';
import type { Trial } from '../../use-cases/try-draft.ts';
import { PathwayBody } from '../pathway/PathwayBody.tsx';
import { Places } from '../pathway/Places.tsx';
import { Say } from '../ui/Say.tsx';
import { Section } from '../ui/Section.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { ProblemText } from './ProblemText.tsx';
import { TriedTests } from './TriedTests.tsx';

/** What came of trying a draft: its warnings, its test cases, who would gain and lose, and the draft in words. */
export function TrialOutcome({ trial, on }: { trial: Extract<Trial, { ok: true }>; on: string }) {
  const { t } = useSpeech();
  const { draft, warnings, tests, inForce, people } = trial;
  return (
    <>
      {warnings.length > 0 && (
        <div className="note calm gap" role="status">
          <h2>{t('try.warnings')}</h2>
          <ul className="bul">
            {warnings.map((warning) => (
              <li key={warning.path}>
                <ProblemText problem={warning} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Section id="tests" title={t('try.tests')}>
        <TriedTests tests={tests} />
      </Section>
      <Section id="people" title={t('try.people')}>
        <p>
          {t('try.people.lede', { count: people.all.people })} <span className="tag">{t('try.example')}</span>
        </p>
        {!inForce && <p>{t('try.people.nothingInForce')}</p>}
        <PeopleTable difference={people} />
      </Section>
      <Section id="words" title={t('try.words')}>
        <p className="lede">
          <b>
            <Say text={draft.name} />
          </b>{' '}
          <Say text={draft.summary} />
        </p>
      </Section>
      <PathwayBody
        pathway={draft}
        places={<Places quotas={[]} on={on} />}
        placesLeft={null}
        training={[]}
        on={on}
        role={(role) => role}
      />
    </>
  );
}
