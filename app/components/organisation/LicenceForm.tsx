import { LICENCE_STATUSES } from '../../domain/people/organisation.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { AskDay, AskSelect, AskText } from '../account/AskInputs.tsx';

/** A licence that the officer's state issued, or what has become of it: the same number again says the newest. */
export function LicenceForm() {
  const { t } = useSpeech();
  return (
    <form method="post" className="stack" noValidate>
      <h3 className="sub">{t('licence.record')}</h3>
      <AskText name="number" label={t('licence.number')} size="middle" dir="ltr" />
      <AskDay name="from" legend={t('licence.validFrom')} />
      <AskDay name="to" legend={t('licence.validTo')} />
      <AskSelect
        name="status"
        label={t('licence.status')}
        options={LICENCE_STATUSES.map((value) => ({ value, name: t(`licence.${value}`) }))}
        preset="valid"
      />
      <p>
        <button className="btn" type="submit" name="do" value="licence">
          {t('licence.submit')}
        </button>
      </p>
    </form>
  );
}
