import { useSpeech } from '../i18n/context.tsx';

export type CountryEntry = { code: string; href: string; count: number; remark?: string };

/** Countries by name in the reader's language, each with how many pathways concern it. */
export function CountryList({ countries }: { countries: readonly CountryEntry[] }) {
  const { t, f } = useSpeech();
  const named = countries
    .map((entry) => ({ ...entry, name: f.country(entry.code) }))
    .sort((a, b) => f.compare(a.name, b.name));
  return (
    <ul className="plain columns sec">
      {named.map(({ code, href, name, count, remark }) => (
        <li key={code}>
          <a href={href}>{name}</a>{' '}
          <span className="small muted">{[t('country.pathways', { count }), remark].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
