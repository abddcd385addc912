import { useSpeech } from '../../i18n/context.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** Searches a register by name or number. */
export function OrganisationSearch({ action, q }: { action: string; q: string }) {
  const { t } = useSpeech();
  return (
    <form method="get" action={action} className="cluster search">
      <TextInput id="q" name="q" label={t('register.q')} size="long" defaultValue={q} />
      <button className="btn" type="submit">
        {t('register.search')}
      </button>
    </form>
  );
}
