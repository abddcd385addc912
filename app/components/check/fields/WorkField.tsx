import { WORK } from '../../../domain/check/typed/work.ts';
import { useSpeech } from '../../../i18n/context.tsx';
import { Choices, TextField } from './Field.tsx';
import { useFilledForm } from './filled-form.tsx';

/** The work in a person's own words, and the lines of the classification that these find, to choose one of. */
export function WorkField() {
  const { t } = useSpeech();
  const { typed, lines } = useFilledForm();
  return (
    <>
      <TextField name={WORK.words} label={t('field.work')} hint={t('field.work.hint')} size="long" />
      <input type="hidden" name={WORK.sought} value={lines ? typed.one(WORK.words) : ''} />
      {lines && lines.length > 0 && (
        <Choices
          name={WORK.chosen}
          legend={t('field.work.closest')}
          options={lines.map(({ code, label }) => ({ value: code, name: label }))}
        />
      )}
      {lines && lines.length === 0 && (
        <p className="unmet" role="status">
          {t('field.work.none')}
        </p>
      )}
    </>
  );
}
