import type { Pathway } from '../../domain/documents/index.ts';
import type { DraftStep } from '../../domain/vacancy/draft/steps.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Costs } from '../pathway/Costs.tsx';
import { stayInWords } from '../pathway/stay-words.ts';
import { WageFloors } from '../pathway/WageFloors.tsx';
import { WayBackLine } from '../pathway/Ways.tsx';
import { Say } from '../ui/Say.tsx';

/** What the pathway of a vacancy asks, beside the page where it matters. */
export function PathwayAsks({ pathway, step, on }: { pathway: Pathway; step: DraftStep; on: string }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const stay = stayInWords(pathway.stay, speech);
  return (
    <aside className="sec stack">
      <h2>{t('posting.asks')}</h2>
      <p>
        <a href={`/${locale}/pathways/${pathway.id}`}>
          <Say text={pathway.name} />
        </a>
      </p>
      {step === 'job' && (
        <p>
          {t('facts.stay')}
          {t('value.colon')}
          {stay.figure}
          {stay.meaning && ` · ${stay.meaning}`}
        </p>
      )}
      {step === 'pay' && (
        <>
          <h3>{t('pathway.wage.floor')}</h3>
          <WageFloors floors={pathway.wageFloors} sources={pathway.sources} on={on} />
          <h3>{t('pathway.costs')}</h3>
          <Costs costs={pathway.costs} sources={pathway.sources} />
        </>
      )}
      <WayBackLine terms={pathway.return} />
    </aside>
  );
}
