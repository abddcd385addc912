import type { ReactNode } from 'react';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Icon } from '../ui/icons.tsx';

/** A facet as it is offered: its values with their counts, and those that are chosen. */
export type OfferedFacet = {
  key: string;
  label: string;
  hint?: string;
  counts: Readonly<Record<string, number>>;
  /** How many a value has that is not counted; undefined: nobody knows. Absent: none. */
  countOf?(value: string): number | undefined;
  chosen: readonly string[];
  name(value: string): string;
};

const SHOWN = 5;

type Option = { value: string; name: string; count: number | undefined; on: boolean };

const optionsOf = ({ counts, countOf = () => 0, chosen, name }: OfferedFacet, { f }: Speech): Option[] =>
  [...new Set([...chosen, ...Object.keys(counts)])]
    .map((value) => ({ value, name: name(value), count: counts[value] ?? countOf(value), on: chosen.includes(value) }))
    .sort((a, b) => Number(b.on) - Number(a.on) || (b.count ?? 0) - (a.count ?? 0) || f.compare(a.name, b.name));

const Check = ({ facet, option }: { facet: string; option: Option }) => {
  const { f } = useSpeech();
  return (
    <label className="check">
      <input type="checkbox" name={facet} value={option.value} defaultChecked={option.on} />
      <span>{option.name}</span> {option.count !== undefined && <span className="n">{f.number(option.count)}</span>}
    </label>
  );
};

/** The commonest values; the others, sought by who knows their name, by name. */
function Facet({ facet }: { facet: OfferedFacet }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const options = optionsOf(facet, speech);
  const shown = Math.max(SHOWN, options.filter(({ on }) => on).length);
  const first = options.slice(0, options.length === shown + 1 ? shown + 1 : shown);
  const more = options.slice(first.length).sort((a, b) => f.compare(a.name, b.name));
  if (options.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>
        {facet.label}
        {facet.hint && <small className="hint">{facet.hint}</small>}
      </legend>
      <div>
        {first.map((option) => (
          <Check key={option.value} facet={facet.key} option={option} />
        ))}
      </div>
      {more.length > 0 && (
        <details>
          <summary className="small">{t('filters.more', { count: more.length })}</summary>
          {more.map((option) => (
            <Check key={option.value} facet={facet.key} option={option} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

/** Parts of the address that a form does not ask for and carries along. */
export const Carried = ({ pairs }: { pairs: readonly (readonly [string, string])[] }) =>
  pairs.map(([key, value]) => <input key={`${key} ${value}`} type="hidden" name={key} value={value} />);

/** One form of all facets: a `details` on a phone, a column beside the results on a desktop. */
export function Filters({
  action,
  facets,
  carried,
  on,
  open,
  children,
}: {
  action: string;
  facets: readonly OfferedFacet[];
  carried: readonly (readonly [string, string])[];
  /** How many conditions are in use. */
  on: number;
  /** Unfolded on a phone too, where something in it has to be put right. */
  open?: boolean;
  children?: ReactNode;
}) {
  const { t } = useSpeech();
  return (
    <form action={action} method="get">
      <Carried pairs={carried} />
      <details className="filters" open={open}>
        <summary>{t('filters.title', { count: on })}</summary>
        {children}
        {facets.map((facet) => (
          <Facet key={facet.key} facet={facet} />
        ))}
        <p className="stuck">
          <button className="btn" type="submit">
            {t('filters.apply')}
          </button>
        </p>
      </details>
    </form>
  );
}

/** One condition that narrows the list, and the list without it. */
export type Chip = { label: string; value: string; href: string };

/** What narrows the list now, each a link that removes itself. */
export function Chips({ chips, clear }: { chips: readonly Chip[]; clear: string }) {
  const { t } = useSpeech();
  if (chips.length === 0) return null;
  return (
    <div className="cluster">
      {chips.map(({ label, value, href }) => (
        <a className="chip" key={href} href={href}>
          <span>
            <span className="vh">{t('filters.remove')} </span>
            {t('filters.chip', { facet: label, value })}
          </span>
          <Icon shape="x" />
        </a>
      ))}
      <a href={clear}>{t('filters.clear')}</a>
    </div>
  );
}

/** The order of a list, as a field of the form that searches it. */
export function SortField({
  options,
  value,
}: {
  options: readonly (readonly [value: string, name: string])[];
  value: string;
}) {
  const { t } = useSpeech();
  return (
    <p className="field">
      <label htmlFor="sort">{t('sort.label')}</label>
      <select id="sort" name="sort" defaultValue={value}>
        {options.map(([sort, name]) => (
          <option key={sort} value={sort}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
