import type { ReactNode } from 'react';
import type { ProfileQuestion, ToldPart } from '../../../domain/check/question.ts';
import { LEVELS } from '../../../domain/check/typed/languages.ts';
import { Displacement, Sex } from '../../../domain/documents/codes.ts';
import { useSpeech } from '../../../i18n/context.tsx';
import { countryOptions, currencyOptions, languageOptions } from './codes.tsx';
import { DateFields } from './dates.tsx';
import { Choices, type Option, SelectField, SlipLine, TextField, Tick } from './Field.tsx';
import { useFilledForm } from './filled-form.tsx';
import { WorkField } from './WorkField.tsx';

type Fields = (props: { title: ReactNode }) => ReactNode;

/** One choice, of which the question is the legend. */
const choosing =
  (optionsOf: (speech: ReturnType<typeof useSpeech>) => readonly Option[]): Fields =>
  ({ title }) => <Choices name="answer" legend={title} options={optionsOf(useSpeech())} />;

const YesOrNo = choosing(({ t }) => [
  { value: 'yes', name: t('field.yes') },
  { value: 'no', name: t('field.no') },
]);

const SexFields = choosing(({ code }) => Sex.options.map((value) => ({ value, name: code('value.sex', value) })));

const Displaced = choosing(({ code }) =>
  Displacement.options.map((value) => ({ value, name: code('value.displacement', value) })),
);

const Education = choosing(({ code }) =>
  ['0', '1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, name: code('isced', value) })),
);

/** Fields under the question as a heading. */
const under =
  (Body: () => ReactNode): Fields =>
  ({ title }) => (
    <>
      {title}
      <Body />
    </>
  );

function Nationalities() {
  const speech = useSpeech();
  const { t } = speech;
  const [first = '', second = '', ...more] = useFilledForm().typed.all('nationality');
  const field = { name: 'nationality', options: countryOptions(speech), empty: '' };
  return (
    <>
      <SelectField {...field} label={t('field.country')} value={first} empty={t('field.choose')} />
      <SelectField {...field} id="nationality-2" label={t('field.country.second')} value={second} />
      {more.filter(Boolean).map((value, at) => (
        <SelectField {...field} id={`nationality-${at + 3}`} key={value} label={t('field.country')} value={value} />
      ))}
    </>
  );
}

function Residence() {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <SelectField name="country" label={t('field.country')} options={countryOptions(speech)} empty={t('field.choose')} />
  );
}

function BirthDate() {
  const { t } = useSpeech();
  return <DateFields name="born" legend={<span className="vh">{t('ask.birth-date')}</span>} />;
}

/** What the rules name, and what else was told: each a row. */
function useRows(field: string, nameOf: (value: string) => string, toldFirst: boolean): readonly Option[] {
  const { choices, typed } = useFilledForm();
  const told = typed.all(field).filter((value) => toldFirst || choices.every((choice) => choice.value !== value));
  const rest = choices.filter(({ value }) => !told.includes(value));
  const named = told.map((value) => choices.find((choice) => choice.value === value) ?? { value, name: nameOf(value) });
  return toldFirst ? [...named, ...rest] : [...rest, ...named];
}

function Level({ row, label, value }: { row: number; label: string; value: string }) {
  const { t } = useSpeech();
  const options = LEVELS.map((level) => ({ value: level, name: t(`field.level.${level}`) }));
  const field = { name: 'level', id: `level-${row}`, label, value, options };
  return <SelectField {...field} empty={t('field.level.none')} />;
}

/** Those that the rules name and those told; where all is asked, one more. */
function Languages() {
  const speech = useSpeech();
  const { t, f } = speech;
  const { typed, whole } = useFilledForm();
  const levels = new Map(typed.all('language').map((language, row) => [language, typed.all('level')[row]]));
  const rows = useRows('language', f.language, false).filter(({ value }) => value !== '');
  return (
    <>
      {rows.map(({ value, name }, row) => (
        <div key={value}>
          <input type="hidden" name="language" value={value} />
          <Level row={row} label={name} value={levels.get(value) ?? ''} />
        </div>
      ))}
      {whole && (
        <div className="cluster top">
          <SelectField
            name="language"
            id={`language-${rows.length}`}
            label={t('field.language.other')}
            value=""
            options={languageOptions(speech).filter((option) => rows.every(({ value }) => value !== option.value))}
            empty={t('field.choose')}
          />
          <Level row={rows.length} label={t('field.level')} value={levels.get('') ?? ''} />
        </div>
      )}
    </>
  );
}

/** A row's fields are named by its place among those told, so these come first. */
function Tests() {
  const { t } = useSpeech();
  return useRows('test', (value) => value, true).map(({ value, name }, row) => (
    <fieldset key={value} className="entry">
      <legend>{name}</legend>
      <input type="hidden" name="test" value={value} />
      <TextField name={`score-${row}`} label={t('field.score')} size="short" numeric />
      <DateFields name={`taken-${row}`} legend={t('field.takenOn')} />
    </fieldset>
  ));
}

function Money({ amount, label }: { amount: string; label: string }) {
  const speech = useSpeech();
  const first = useFilledForm().choices.map(({ value }) => value);
  return (
    <div className="cluster top">
      <TextField name={amount} label={label} size="middle" numeric />
      <SelectField
        name="currency"
        label={speech.t('field.currency')}
        options={currencyOptions(speech, first)}
        empty={speech.t('field.choose')}
      />
    </div>
  );
}

function Savings() {
  const { t } = useSpeech();
  return <Money amount="amount" label={t('field.amount')} />;
}

function Offer() {
  const speech = useSpeech();
  const { t, code } = speech;
  const periods = ['hour', 'month', 'year'].map((value) => ({ value, name: code('per', value) }));
  return (
    <>
      <SelectField
        name="destination"
        label={t('field.country')}
        options={countryOptions(speech)}
        empty={t('field.choose')}
      />
      <WorkField />
      <Money amount="wage" label={t('field.wage')} />
      <SelectField name="per" label={t('field.per')} options={periods} empty={t('field.choose')} />
      <TextField name="hours" label={t('field.hours')} size="short" numeric />
      <TextField name="months" label={t('field.months')} size="short" numeric />
    </>
  );
}

function Period({ of }: { of: 'day' | 'month' }) {
  const { t } = useSpeech();
  return (
    <>
      <DateFields name="from" legend={t('field.from')} of={of} />
      <DateFields name="to" legend={t('field.to')} of={of} />
      <Tick name="still" label={t('field.still')} />
    </>
  );
}

/** Where something was done or learnt. */
function Place({ label }: { label: string }) {
  const speech = useSpeech();
  const { whole } = useFilledForm();
  return whole && <SelectField name="country" label={label} options={countryOptions(speech)} empty="" />;
}

function Job() {
  const { t } = useSpeech();
  return (
    <>
      <WorkField />
      <Period of="month" />
      <Place label={t('field.workedIn')} />
    </>
  );
}

function Qualification() {
  const speech = useSpeech();
  const { t } = speech;
  const { typed, whole } = useFilledForm();
  return (
    <>
      <WorkField />
      <TextField name="training" label={t('field.training')} size="short" numeric />
      <Place label={t('field.trainedIn')} />
      <SelectField
        name="recognised"
        label={t('field.recognised')}
        value={typed.all('recognised')[0] ?? ''}
        options={countryOptions(speech)}
        empty=""
      />
      {whole && (
        <SelectField
          name="recognised"
          id="recognised-2"
          label={t('field.recognised.second')}
          value={typed.all('recognised')[1] ?? ''}
          options={countryOptions(speech)}
          empty=""
        />
      )}
    </>
  );
}

function Stay() {
  const speech = useSpeech();
  const { t } = speech;
  const { pathways } = useFilledForm();
  return (
    <>
      <SelectField
        name="country"
        label={t('field.country')}
        options={countryOptions(speech)}
        empty={t('field.choose')}
      />
      <Period of="day" />
      <Choices
        name="on-time"
        legend={t('field.onTime')}
        options={[
          { value: 'yes', name: t('field.yes') },
          { value: 'no', name: t('field.no') },
        ]}
      />
      <SelectField
        name="under"
        label={t('field.under')}
        options={pathways.map(({ id, name }) => ({ value: id, name }))}
        empty=""
      />
    </>
  );
}

function Licences() {
  const { t } = useSpeech();
  const { choices, typed } = useFilledForm();
  const named = choices.map(({ value }) => value);
  const others = [...typed.all('licence'), typed.one('other')].filter((one) => one !== '' && !named.includes(one));
  return (
    <fieldset id="licence">
      <legend className="vh">{t('ask.licences')}</legend>
      <SlipLine field="licence" />
      {choices.map(({ value, name }) => (
        <Tick key={value} name="licence" value={value} label={name} />
      ))}
      <TextField name="other" label={t('field.licence.other')} value={others.join(', ')} size="middle" />
    </fieldset>
  );
}

function Dependants() {
  const { t } = useSpeech();
  return <TextField name="count" label={t('field.people')} size="short" numeric />;
}

function Skill() {
  const { t } = useSpeech();
  return <TextField name="skill" label={t('field.skill')} size="long" />;
}

function AvailableFrom() {
  const { t } = useSpeech();
  return <DateFields name="available" legend={<span className="vh">{t('ask.available-from')}</span>} />;
}

const FIELDS: Record<ToldPart, Fields> = {
  nationalities: under(Nationalities),
  birthDate: under(BirthDate),
  offer: under(Offer),
  residence: under(Residence),
  education: Education,
  experience: under(Job),
  qualifications: under(Qualification),
  languages: under(Languages),
  tests: under(Tests),
  sex: SexFields,
  dependants: under(Dependants),
  licences: under(Licences),
  savings: under(Savings),
  stays: under(Stay),
  health: YesOrNo,
  criminalRecord: YesOrNo,
  displacement: Displaced,
  skills: under(Skill),
  availableFrom: under(AvailableFrom),
};

/** The fields that a question is answered in; `title` is the question itself. */
export function AnswerFields({ question, title }: { question: ProfileQuestion; title: ReactNode }) {
  const Answer = question.part === 'declared' ? YesOrNo : FIELDS[question.part];
  return <Answer title={title} />;
}
