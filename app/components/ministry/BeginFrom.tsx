import { useSpeech } from '../../i18n/context.tsx';

/** Loads a published document into the form: a plain form of its own, which asks for the same page. */
export function BeginFrom({
  name,
  label,
  published,
  chosen,
  problem,
}: {
  name: string;
  label: string;
  published: readonly { id: string; name: string }[];
  chosen: string;
  problem: string | undefined;
}) {
  const { t } = useSpeech();
  return (
    <form className="cluster" method="get">
      <p className="field">
        <label htmlFor={name}>{label}</label>
        <select id={name} name={name} defaultValue={problem === undefined ? chosen : ''}>
          <option value="">{t('field.choose')}</option>
          {published.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        {problem && <span className="unmet">{problem}</span>}
      </p>
      <button className="btn two" type="submit">
        {t('try.load')}
      </button>
    </form>
  );
}
