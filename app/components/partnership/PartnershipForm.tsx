import { Cefr, isLanguage } from '../../domain/documents/codes.ts';
import type { Text } from '../../domain/documents/index.ts';
import { MOST_ROWS } from '../../domain/partnership/form.ts';
import { TRACKS } from '../../domain/partnership/partnership.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { AskDay, AskSelect, AskText } from '../account/AskInputs.tsx';
import { useProblem, useReply } from '../account/reply.tsx';
import { countryOptions, currencyOptions, languageOptions } from '../check/fields/codes.tsx';
import { PAYERS } from '../pathway/Costs.tsx';
import { TextArea } from '../ui/TextArea.tsx';

export type PathwayChoice = { id: string; name: Text };

/** English, which every reader falls back to, the language of the page, and those in which something stands already. */
function useWrittenIn(name: string): readonly string[] {
  const { locale } = useSpeech();
  const values = useReply()?.values ?? {};
  const tags = Object.keys(values).flatMap((field) =>
    field.startsWith(`${name}-`) && values[field] !== '' ? [field.slice(name.length + 1)] : [],
  );
  return [...new Set(['en', locale, ...tags.filter(isLanguage)])];
}

function AskArea({ name, label }: { name: string; label: string }) {
  return <TextArea id={name} label={label} rows={4} text={useReply()?.values[name]} problem={useProblem(name)} />;
}

/** A text, a field a language. */
function AskWords({ name, label, long = false }: { name: string; label: string; long?: boolean }) {
  const { f } = useSpeech();
  const tags = useWrittenIn(name);
  const Ask = long ? AskArea : AskLine;
  return tags.map((tag) => (
    <Ask key={tag} name={`${name}-${tag}`} label={tags.length > 1 ? `${label} (${f.language(tag)})` : label} />
  ));
}

const AskLine = ({ name, label }: { name: string; label: string }) => <AskText name={name} label={label} size="long" />;

/** Rows of a list: those in which something stands, and some more. */
function useRows(pattern: RegExp, more: number): readonly number[] {
  const values = useReply()?.values ?? {};
  const filled = Object.entries(values).map(([field, text]) =>
    text === '' ? -1 : Number(pattern.exec(field)?.[1] ?? -1),
  );
  return Array.from({ length: Math.min(MOST_ROWS, Math.max(-1, ...filled) + 1 + more) }, (_, row) => row);
}

function CostFields() {
  const speech = useSpeech();
  const { t, f, code } = speech;
  const payers = PAYERS.map((value) => ({ value, name: code('payer', value) }));
  return (
    <fieldset className="stack">
      <legend>{t('training.costs')}</legend>
      <p className="hint">{t('partnership.costs.hint')}</p>
      {useRows(/^cost-(\d+)-/, 2).map((row) => (
        <fieldset className="stack" key={row}>
          <legend>{t('partnership.cost', { number: f.number(row + 1) })}</legend>
          <AskWords name={`cost-${row}-label`} label={t('partnership.cost.label')} />
          <div className="cluster top">
            <AskText name={`cost-${row}-amount`} label={t('field.amount')} size="short" inputMode="decimal" />
            <AskSelect
              name={`cost-${row}-currency`}
              label={t('field.currency')}
              options={currencyOptions(speech, [])}
            />
            <AskSelect name={`cost-${row}-payer`} label={t('pathway.costs.payer')} options={payers} />
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}

function CourseFields() {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      <AskText name="provider" label={t('partnership.provider')} size="long" />
      <AskSelect name="country" label={t('partnership.country')} options={countryOptions(speech)} />
      <AskWords name="curriculum" label={t('training.curriculum')} long />
      <fieldset className="stack">
        <legend>{t('training.length')}</legend>
        <p className="hint">{t('partnership.unlessKnown')}</p>
        <div className="cluster top">
          <AskText name="months" label={t('partnership.months')} size="short" inputMode="numeric" />
          <AskText name="hours" label={t('partnership.hours')} size="short" inputMode="numeric" />
        </div>
      </fieldset>
      <div className="cluster top">
        <AskSelect
          name="language"
          label={t('training.language')}
          options={languageOptions(speech)}
          empty={t('value.notStated')}
        />
        <AskSelect
          name="level"
          label={t('partnership.level')}
          options={Cefr.options.map((value) => ({ value, name: value }))}
          empty={t('value.notStated')}
        />
      </div>
      <AskDay name="apply" legend={t('training.applyBy')} />
      <AskDay name="starts" legend={t('training.starts')} />
      <AskDay name="ends" legend={t('training.ends')} />
    </>
  );
}

function CertificateFields() {
  const speech = useSpeech();
  const { t } = speech;
  const countries = countryOptions(speech);
  return (
    <fieldset className="stack">
      <legend>{t('training.certificate')}</legend>
      <AskWords name="certificate" label={t('partnership.certificate')} />
      <AskText name="certificateBy" label={t('partnership.certificateBy')} size="long" />
      {useRows(/^recognised-(\d+)$/, 2).map((row) => (
        <AskSelect
          key={row}
          name={`recognised-${row}`}
          label={t('training.recognised')}
          options={countries}
          empty="–"
        />
      ))}
    </fieldset>
  );
}

/** What fields are called, where what is wrong with them does not say it. */
export function usePartnershipLabels(): Readonly<Record<string, string>> {
  const { t } = useSpeech();
  return {
    ...{ pathway: t('partnership.pathway'), 'name-en': t('partnership.name'), provider: t('partnership.provider') },
    ...{ country: t('training.provider'), 'curriculum-en': t('training.curriculum'), months: t('partnership.months') },
    ...{ hours: t('partnership.hours'), language: t('training.language'), level: t('partnership.level') },
    ...{ 'starts-day': t('training.starts'), 'ends-day': t('training.ends'), 'apply-day': t('training.applyBy') },
    ...{ away: t('partnership.seats.away'), home: t('partnership.seats.home'), 'asOf-day': t('partnership.asOf') },
    ...{ 'take-away': t('training.away'), 'take-home': t('training.home') },
    ...{ 'certificate-en': t('partnership.certificate'), certificateBy: t('partnership.certificateBy') },
    ...{
      'recognised-0': t('training.recognised'),
      sourceTitle: t('partnership.source'),
      sourceUrl: t('partnership.sourceUrl'),
    },
  };
}

/** All that is said of a partnership. */
export function PartnershipForm({ pathways }: { pathways: readonly PathwayChoice[] }) {
  const { t, plain } = useSpeech();
  return (
    <form method="post" className="stack" noValidate>
      <AskSelect
        name="pathway"
        label={t('partnership.pathway')}
        options={pathways.map(({ id, name }) => ({ value: id, name: plain(name) }))}
      />
      <AskWords name="name" label={t('partnership.name')} />
      <CourseFields />
      <fieldset className="stack">
        <legend>{t('partnership.seats')}</legend>
        <div className="cluster top">
          {TRACKS.map((track) => (
            <AskText
              key={track}
              name={track}
              label={t(`partnership.seats.${track}`)}
              size="short"
              inputMode="numeric"
            />
          ))}
        </div>
      </fieldset>
      <CostFields />
      <CertificateFields />
      <AskText name="sourceTitle" label={t('partnership.source')} size="long" />
      <AskText name="sourceUrl" label={t('partnership.sourceUrl')} size="long" dir="ltr" />
      <AskDay name="asOf" legend={t('partnership.asOf')} />
      <p>
        <button className="btn" type="submit" name="do" value="publish">
          {t('partnership.publish')}
        </button>
      </p>
    </form>
  );
}
