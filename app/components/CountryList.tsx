import { useSpeech } from '../i18n/context.tsx';

export type CountryEntry = { code: string; href: string; remark?: string };

/** Countries by name in the reader's language. */
export function CountryList({ countries }: { countries: readonly CountryEntry[] }) {
  const { f } = useSpeech();
  const named = countries
    .map((entry) => ({ ...entry, name: f.country(entry.code) }))
    .sort((a, b) => f.compare(a.name, b.name));
  return (
    <ul className="plain columns">
      {named.map(({ code, href, name, remark }) => (
        <li key={code}>
          <a href={href}>{name}</a> {remark && <span className="small muted">{remark}</span>}
        </li>
      ))}
    </ul>
  );
}
