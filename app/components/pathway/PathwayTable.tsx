import { useSpeech } from '../../i18n/context.tsx';
import type { ListedPathway } from './listed-pathway.ts';
import { Marked } from './Marked.tsx';
import { StatusMark } from './StatusMark.tsx';
import { stayInWords } from './stay-words.ts';

/** Pathways in short, one row each, the way back among its cells; `from` leads to the page of that origin. */
export function PathwayTable({ pathways, from }: { pathways: readonly ListedPathway[]; from?: string }) {
  const speech = useSpeech();
  const { t, f, code, locale } = speech;
  return (
    <table className="fold pathways">
      <thead>
        <tr>
          <th scope="col">{t('table.pathway')}</th>
          <th scope="col">{t('facts.pay')}</th>
          <th scope="col">{t('facts.stay')}</th>
          <th scope="col">{t('facts.places')}</th>
          <th scope="col">{t('ways.back')}</th>
        </tr>
      </thead>
      <tbody>
        {pathways.map((pathway) => (
          <tr key={pathway.id}>
            <th scope="row">
              <a href={`/${locale}/pathways/${pathway.id}${from ? `/from/${from}` : ''}`}>
                <Marked words={pathway.name} />
              </a>
              <span className="kick">
                <span>{f.country(pathway.destination)}</span>
                <StatusMark status={pathway.status} />
              </span>
            </th>
            <td data-l={t('facts.pay')}>
              {pathway.wageFloor ? (
                <>
                  <bdi>{f.money(pathway.wageFloor.money)}</bdi> {code('per', pathway.wageFloor.per)}
                </>
              ) : (
                t('value.notStated')
              )}
            </td>
            <td data-l={t('facts.stay')}>{stayInWords(pathway.stay, speech).figure}</td>
            <td data-l={t('facts.places')}>
              {pathway.placesLeft === null ? t('value.notStated') : f.number(pathway.placesLeft)}
            </td>
            <td data-l={t('ways.back')}>{code('commitmentShort', pathway.commitment)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
