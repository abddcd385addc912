import { typedIn } from '../../domain/check/typed/typed.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { type Reply, useProblem } from '../account/AskPage.tsx';
import { SelectInput } from '../ui/SelectInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';

const STATUSES = ['valid', 'suspended', 'revoked'] as const;
const PARTS = ['day', 'month', 'year'] as const;

function Day({ name, legend, reply }: { name: string; legend: string; reply: Reply | undefined }) {
  const { t } = useSpeech();
  const typed = typedIn(new URLSearchParams(reply?.values));
  const problem = useProblem(reply, `${name}-day`);
  return (
    <fieldset className="date">
      <legend>{legend}</legend>
      {PARTS.map((part) => (
        <TextInput
          key={part}
          id={`${name}-${part}`}
          name={`${name}-${part}`}
          label={t(`field.${part}`)}
          size="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.one(`${name}-${part}`)}
          problem={part === 'day' ? problem : undefined}
        />
      ))}
    </fieldset>
  );
}

/** A licence that the officer's state issued, or what has become of it: the same number again says the newest. */
export function LicenceForm({ reply }: { reply: Reply | undefined }) {
  const { t } = useSpeech();
  return (
    <form method="post" className="stack" noValidate>
      <h3 className="sub">{t('licence.record')}</h3>
      <TextInput
        id="number"
        name="number"
        label={t('licence.number')}
        size="middle"
        dir="ltr"
        defaultValue={reply?.values['number']}
        problem={useProblem(reply, 'number')}
      />
      <Day name="from" legend={t('licence.validFrom')} reply={reply} />
      <Day name="to" legend={t('licence.validTo')} reply={reply} />
      <SelectInput
        id="status"
        name="status"
        label={t('licence.status')}
        options={STATUSES.map((value) => ({ value, name: t(`licence.${value}`) }))}
        defaultValue={reply?.values['status'] ?? 'valid'}
      />
      <p>
        <button className="btn" type="submit" name="do" value="licence">
          {t('licence.submit')}
        </button>
      </p>
    </form>
  );
}
