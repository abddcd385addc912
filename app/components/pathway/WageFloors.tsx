import type { Source, WageFloor } from '../../domain/documents/index.ts';
import { floorStates } from '../../domain/pathway/wage-floors.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';
import { RuleInWords } from './RuleList.tsx';

/** The lowest lawful wages, the ones in force first. */
export function WageFloors({
  floors,
  sources,
  on,
}: {
  floors: readonly WageFloor[];
  sources: readonly Source[];
  on: string;
}) {
  const { t, f, code } = useSpeech();
  if (floors.length === 0) return <p>{t('pathway.wage.none')}</p>;
  const rows = floorStates(floors, on).sort((a, b) => b.floor.from.localeCompare(a.floor.from));
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t('pathway.wage.from')}</th>
          <th scope="col">{t('pathway.wage.atLeast')}</th>
          <th scope="col">{t('pathway.wage.for')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ floor, state }) => (
          <tr
            key={`${floor.from} ${floor.per} ${floor.money.amount} ${JSON.stringify(floor.when)}`}
            className={state === 'replaced' ? 'muted' : undefined}
          >
            <th scope="row">
              <span className="nowrap">{f.date(floor.from)}</span>
            </th>
            <td data-l={t('pathway.wage.atLeast')}>
              <span className="nowrap">
                <bdi>{f.money(floor.money)}</bdi> {code('per', floor.per)}
              </span>
              <Cite cite={floor.cite} sources={sources} />
            </td>
            <td data-l={t('pathway.wage.for')}>
              {floor.label ? (
                <Say text={floor.label} />
              ) : floor.when ? (
                <RuleInWords rule={floor.when} sources={sources} />
              ) : (
                t('pathway.wage.everybody')
              )}
              {state !== 'in-force' && <> · {code('floor', state)}</>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
