import type { ReactNode } from 'react';
import { Cefr } from '../../domain/documents/codes.ts';
import { WRITTEN_IN } from '../../domain/vacancy/draft/forms.ts';
import type { DraftStep } from '../../domain/vacancy/draft/steps.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { isLocale, LOCALES } from '../../i18n/locale.ts';
import { countryOptions, currencyOptions, languageOptions } from '../check/fields/codes.tsx';
import { DateFields } from '../check/fields/dates.tsx';
import { type Option, SelectField, TextField, Tick, useSlipWords } from '../check/fields/Field.tsx';
import { useFilledForm } from '../check/fields/filled-form.tsx';
import { WorkField } from '../check/fields/WorkField.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { usePosting } from './posting.tsx';

function Area({ name, label, hint, rows }: { name: string; label: ReactNode; hint?: ReactNode; rows: number }) {
  const problem = useSlipWords()(name);
  return (
    <TextArea
      id={name}
      label={label}
      hint={hint}
      rows={rows}
      text={useFilledForm().typed.one(name)}
      problem={problem}
    />
  );
}

function Work() {
  const speech = useSpeech();
  const { t } = speech;
  const { sectors } = usePosting();
  return (
    <>
      <WorkField />
      <SelectField name="sector" label={t('posting.sector')} options={sectors} empty={t('field.choose')} />
      <SelectField
        name="destination"
        label={t('posting.destination')}
        options={countryOptions(speech)}
        empty={t('field.choose')}
      />
    </>
  );
}

/** The pathways that are for such work there, each with what it asks of an employer. */
function Pathways() {
  const { t } = useSpeech();
  const { choices } = usePosting();
  const { typed } = useFilledForm();
  const problem = useSlipWords()('pathway');
  if (choices.length === 0) return <p className="note">{t('posting.pathway.none')}</p>;
  return (
    <fieldset id="pathway">
      <legend className="vh">{t('posting.step.pathway')}</legend>
      {problem && <span className="slip">{problem}</span>}
      {choices.map(({ id, name, lines }) => (
        <label className="check choice" key={id}>
          <input type="radio" name="pathway" value={id} defaultChecked={typed.one('pathway') === id} />
          <span>
            <b>{name}</b>
            {lines.map((line) => (
              <span className="hint" key={line}>
                {line}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** English, which every reader falls back to, the language of the page, and those in which something stands already. */
function useWrittenIn(name: string): readonly (typeof WRITTEN_IN)[number][] {
  const { locale } = useSpeech();
  const { typed } = useFilledForm();
  return WRITTEN_IN.filter((one) => one === 'en' || one === locale || typed.one(`${name}-${one}`) !== '');
}

const autonym = (tag: string) => (isLocale(tag) ? LOCALES[tag] : tag);

function Job() {
  const { t } = useSpeech();
  const { placesHint } = usePosting();
  const titles = useWrittenIn('title');
  const descriptions = useWrittenIn('description');
  return (
    <>
      {titles.map((tag) => (
        <TextField
          key={tag}
          name={`title-${tag}`}
          label={titles.length > 1 ? `${t('posting.title')} (${autonym(tag)})` : t('posting.title')}
          hint={tag === 'en' ? t('posting.title.hint') : undefined}
          size="long"
        />
      ))}
      {descriptions.map((tag) => (
        <Area
          key={tag}
          name={`description-${tag}`}
          label={descriptions.length > 1 ? `${t('posting.description')} (${autonym(tag)})` : t('posting.description')}
          hint={tag === 'en' ? t('posting.description.hint') : undefined}
          rows={5}
        />
      ))}
      <TextField name="region" label={t('posting.region')} hint={t('posting.region.hint')} size="long" />
      <TextField name="places" label={t('posting.places')} hint={placesHint} size="short" numeric />
      <TextField name="months" label={t('field.months')} size="short" numeric />
      <TextField name="hours" label={t('field.hours')} hint={t('posting.hours.hint')} size="short" numeric />
      <DateFields name="start" legend={t('posting.startOn')} />
      <DateFields name="apply" legend={t('posting.applyBy')} />
    </>
  );
}

function InKind({ name, label, values }: { name: string; label: string; values: readonly string[] }) {
  const { t, code } = useSpeech();
  const options = values.map((value) => ({ value, name: code(`posting.${name}`, value) }));
  return <SelectField name={name} label={label} options={options} empty={t('value.notStated')} />;
}

const IN_KIND = ['free', 'subsidised', 'none'];

function Pay() {
  const speech = useSpeech();
  const { t, code } = speech;
  const { currencies } = usePosting();
  const periods = ['hour', 'month', 'year'].map((value) => ({ value, name: code('per', value) }));
  const money = { label: t('field.currency'), options: currencyOptions(speech, currencies), empty: t('field.choose') };
  return (
    <>
      <div className="cluster top">
        <TextField name="wage" label={t('field.wage')} size="middle" numeric />
        <SelectField name="currency" {...money} />
        <SelectField name="per" label={t('field.per')} options={periods} empty={t('field.choose')} />
      </div>
      <InKind name="housing" label={t('posting.housing')} values={IN_KIND} />
      <InKind name="meals" label={t('posting.meals')} values={IN_KIND} />
      <InKind name="travel" label={t('posting.travel')} values={['employer', 'shared', 'worker']} />
      <div className="cluster top">
        <TextField name="fees" label={t('posting.fees')} hint={t('posting.fees.hint')} size="middle" numeric />
        <SelectField name="feesCurrency" {...money} />
      </div>
    </>
  );
}

const ROWS = 3;

/** A row a language: those told, and some more. */
function Languages() {
  const speech = useSpeech();
  const { t } = speech;
  const { typed } = useFilledForm();
  const [languages, levels] = [typed.all('language'), typed.all('level')];
  const rows = Array.from({ length: Math.max(ROWS, languages.length + 1) }, (_, row) => row);
  const options: readonly Option[] = Cefr.options.map((level) => ({ value: level, name: t(`field.level.${level}`) }));
  return rows.map((row) => (
    <div className="cluster top" key={row}>
      <SelectField
        name="language"
        id={`language-${row}`}
        label={t('posting.language')}
        value={languages[row] ?? ''}
        options={languageOptions(speech)}
        empty={t('field.choose')}
      />
      <SelectField
        name="level"
        id={`level-${row}`}
        label={t('field.level')}
        value={levels[row] ?? ''}
        options={options}
        empty={t('field.choose')}
      />
      <Tick name="must" value={String(row)} label={t('posting.language.must')} />
    </div>
  ));
}

const EDUCATION = ['1', '2', '3', '4', '5', '6', '7', '8'];

function Requirements() {
  const { t, code } = useSpeech();
  return (
    <fieldset className="stack">
      <legend>{t('posting.requires')}</legend>
      <p className="hint">{t('posting.requires.hint')}</p>
      <SelectField
        name="education"
        label={t('posting.education')}
        options={EDUCATION.map((value) => ({ value, name: code('isced', value) }))}
        empty={t('posting.any')}
      />
      <SelectField
        name="qualification"
        label={t('posting.qualification')}
        options={['held', 'recognised'].map((value) => ({ value, name: code('posting.qualification', value) }))}
        empty={t('posting.any')}
      />
      <TextField name="experience" label={t('posting.experience')} size="short" numeric />
      <TextField name="training" label={t('field.training')} size="short" numeric />
      <TextField name="licences" label={t('posting.licences')} hint={t('posting.licences.hint')} size="middle" />
    </fieldset>
  );
}

function Needs() {
  const { t } = useSpeech();
  const { beyondForm } = usePosting();
  return (
    <>
      <fieldset className="stack">
        <legend>{t('posting.languages')}</legend>
        <p className="hint">{t('posting.languages.hint')}</p>
        <Languages />
      </fieldset>
      <Area name="skills" label={t('posting.skills')} hint={t('posting.skills.hint')} rows={4} />
      {beyondForm ? <p className="note calm">{t('posting.requires.beyond')}</p> : <Requirements />}
    </>
  );
}

function Papers() {
  const { t } = useSpeech();
  const { marketTest } = usePosting();
  return (
    <>
      <TextField name="recruiter" label={t('posting.recruiter')} hint={t('posting.recruiter.hint')} size="middle" />
      <fieldset className="stack">
        <legend>{t('posting.test')}</legend>
        <p className="hint">{t(marketTest ? 'posting.test.asked' : 'posting.test.hint')}</p>
        <TextField name="test-office" label={t('posting.test.office')} size="long" />
        <TextField name="test-number" label={t('posting.test.number')} size="middle" />
        <DateFields name="test" legend={t('posting.test.on')} />
      </fieldset>
    </>
  );
}

const FIELDS: Record<DraftStep, () => ReactNode> = {
  ...{ work: Work, pathway: Pathways, job: Job, pay: Pay, needs: Needs, papers: Papers },
};

/** The fields of a page of a vacancy's draft. */
export function StepFields({ step }: { step: DraftStep }) {
  const Fields = FIELDS[step];
  return <Fields />;
}
