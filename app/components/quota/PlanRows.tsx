import type { QuotaWithState } from '../../../db/queries/quota.ts';
import type { Quota } from '../../domain/documents/index.ts';
import { placesField } from '../../domain/quota/plan-form.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { useProblems, useReply } from '../account/reply.tsx';
import { ProblemLine, problemProps } from '../ui/TextInput.tsx';
import { QuotaName } from './QuotaName.tsx';
import { tree } from './tree.ts';

/** The places of every quota of the year, to be typed over; one that is not published yet can be left out again. `begun`: what a plan begins with. */
export function PlanRows({
  published,
  added,
  begun,
}: {
  published: readonly QuotaWithState[];
  added: readonly Quota[];
  begun: readonly Quota[];
}) {
  const { t, f } = useSpeech();
  const values = useReply()?.values ?? {};
  const problemOf = useProblems();
  const fresh = new Set(added.map(({ id }) => id));
  const rows = tree([
    ...published,
    ...added.map((quota) => ({ ...quota, allocated: 0, used: 0, remaining: quota.places })),
  ]);
  const startOf = (quota: Quota) => begun.find(({ id }) => id === quota.id)?.places ?? quota.places;
  if (rows.length === 0) return null;
  return (
    <table className="tree nums fold">
      <caption>{t('plan.rows')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('places.quota')}</th>
          <th scope="col" className="num">
            {t('plan.now')}
          </th>
          <th scope="col" className="num">
            {t('places.allocated')}
          </th>
          <th scope="col">{t('places.places')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ quota, level }) => {
          const field = placesField(quota.id);
          return (
            <tr key={quota.id}>
              <th scope="row" className={level > 0 ? `l${Math.min(level, 3)}` : undefined} id={`${field}-name`}>
                <QuotaName quota={quota} />
                {fresh.has(quota.id) && <span className="muted">{t('plan.isNew')}</span>}
              </th>
              <td className="num" data-l={t('plan.now')}>
                {fresh.has(quota.id) ? '–' : f.number(quota.places)}
              </td>
              <td className="num" data-l={t('places.allocated')}>
                {f.number(quota.allocated)}
              </td>
              <td className="field short" data-l={t('places.places')}>
                <input
                  id={field}
                  name={field}
                  inputMode="numeric"
                  aria-labelledby={`${field}-name`}
                  defaultValue={values[field] ?? String(startOf(quota))}
                  {...problemProps(field, problemOf(field))}
                />
                <ProblemLine id={field} problem={problemOf(field)} />
                {fresh.has(quota.id) && (
                  <button className="btn two" type="submit" name="drop" value={quota.id}>
                    {t('plan.drop')}
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
