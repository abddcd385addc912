import type { PathwaySearchDocument } from '../../../search/pathway/document.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';
import { StatusMark } from './StatusMark.tsx';
import { stayInWords } from './stay-words.ts';

/** Pathways in short, one row each, the way back among its cells; `from` leads to the page of that origin. */
export function PathwayTable({ pathways, from }: { pathways: readonly PathwaySearchDocument[]; from?: string }) {
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
        {pathways.map((document) => (
          <tr key={document.id}>
            <th scope="row">
              <a href={`/${locale}/pathways/${document.id}${from ? `/from/${from}` : ''}`}>
                <Say text={document.name} quiet />
              </a>
              <span className="kick">
                <span>{f.country(document.destination)}</span>
                <StatusMark status={document.status} />
              </span>
            </th>
            <td data-l={t('facts.pay')}>
              {document.wageFloor ? (
                <>
                  <bdi>{f.money(document.wageFloor.money)}</bdi> {code('per', document.wageFloor.per)}
                </>
              ) : (
                t('value.notStated')
              )}
            </td>
            <td data-l={t('facts.stay')}>{stayInWords(document.stay, speech).figure}</td>
            <td data-l={t('facts.places')}>
              {document.placesLeft === null ? t('value.notStated') : f.number(document.placesLeft)}
            </td>
            <td data-l={t('ways.back')}>{code('commitmentShort', document.commitment)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
