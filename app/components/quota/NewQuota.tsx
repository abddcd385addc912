import { QUOTA_KINDS, type Quota } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { AskSelect, AskText } from '../account/AskInputs.tsx';
import { useReply } from '../account/reply.tsx';
import { quotaLabel } from './QuotaName.tsx';

/** A quota to be added to the year: its name and places, what it is part of, and what it is for. */
export function NewQuota({
  rows,
  sectors,
  open,
}: {
  rows: readonly Pick<Quota, 'id' | 'label'>[];
  sectors: readonly { value: string; name: string }[];
  open: boolean;
}) {
  const speech = useSpeech();
  const { t, code } = speech;
  const asked = useReply()?.problems.some(({ field }) => field.startsWith('new-')) ?? false;
  return (
    <details open={open || asked}>
      <summary>{t('plan.new')}</summary>
      <div className="stack ask">
        <AskText name="new-label" label={t('plan.new.label')} hint={t('plan.new.label.hint')} size="middle" />
        <AskText name="new-places" label={t('places.places')} size="short" inputMode="numeric" />
        <AskSelect
          name="new-parent"
          label={t('plan.new.parent')}
          empty={t('plan.new.parent.none')}
          options={rows.map((quota) => ({ value: quota.id, name: quotaLabel(speech, quota) }))}
        />
        <AskSelect
          name="new-kind"
          label={t('plan.new.kind')}
          empty={t('value.notStated')}
          options={QUOTA_KINDS.map((kind) => ({ value: kind, name: code('quotaKind', kind) }))}
        />
        <AskSelect name="new-sector" label={t('plan.new.sector')} empty={t('plan.new.any')} options={sectors} />
        <AskText
          name="new-occupation"
          label={t('plan.new.occupation')}
          hint={t('plan.new.occupation.hint')}
          size="short"
        />
        <AskText name="new-origin" label={t('plan.new.origin')} hint={t('plan.new.origin.hint')} size="short" />
        <AskText name="new-tranche" label={t('plan.new.tranche')} hint={t('plan.new.tranche.hint')} size="middle" />
        <p>
          <button className="btn two" type="submit" name="do" value="add">
            {t('plan.new.add')}
          </button>
        </p>
      </div>
    </details>
  );
}
