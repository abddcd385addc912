import type { LedgerEntry } from '../../../db/queries/quota-ledger.ts';
import { useSpeech } from '../../i18n/context.tsx';

type Shown = Omit<LedgerEntry, 'at'> & { quota: string; at: string };

/** How many places an entry is about. */
const countOf = ({ places, allocated, used }: Shown) => Math.abs(places || allocated || used);

/** The latest entries of ledgers, as the office that they are of sees them. */
export function LedgerTable({ entries, nameOf }: { entries: readonly Shown[]; nameOf: (quota: string) => string }) {
  const { t, f } = useSpeech();
  return (
    <div className="scroll">
      <table className="fold">
        <caption className="vh">{t('desk.ledger')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.when')}</th>
            <th scope="col">{t('ledger.what')}</th>
            <th scope="col" className="num">
              {t('places.places')}
            </th>
            <th scope="col">{t('places.quota')}</th>
            <th scope="col">{t('ledger.reference')}</th>
            <th scope="col">{t('ledger.by')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.quota} ${entry.position}`}>
              <th scope="row">{f.moment(entry.at)}</th>
              <td data-l={t('ledger.what')}>
                {t(`ledger.${entry.kind}`)}
                {entry.why && (
                  <>
                    <br />
                    <span className="small muted">
                      <bdi>{entry.why}</bdi>
                    </span>
                  </>
                )}
              </td>
              <td className="num" data-l={t('places.places')}>
                {f.number(countOf(entry))}
              </td>
              <td data-l={t('places.quota')}>{nameOf(entry.askedOf)}</td>
              <td data-l={t('ledger.reference')}>{entry.reference === null ? '–' : <bdi>{entry.reference}</bdi>}</td>
              <td data-l={t('ledger.by')}>
                <bdi>{entry.office}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
