import { useSpeech } from '../i18n/context.tsx';

type Group = { code: string; title: string };

/** Groups of ISCO-08, each with its code before its name. */
export function OccupationList({ groups }: { groups: readonly Group[] }) {
  const { locale } = useSpeech();
  return (
    <ul className="plain columns coded">
      {groups.map(({ code, title }) => (
        <li key={code}>
          <span className="muted">{code}</span>
          <a href={`/${locale}/occupations/${code}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

/** The armed forces have the first code and the fewest readers here: they come last. */
const MAJOR = [...'1234567890'];

/** Major groups of ISCO-08, each with its sub-major groups. */
export function OccupationTree({ groups }: { groups: readonly Group[] }) {
  const { locale } = useSpeech();
  return groups
    .filter(({ code }) => MAJOR.includes(code))
    .sort((a, b) => MAJOR.indexOf(a.code) - MAJOR.indexOf(b.code))
    .map((major) => (
      <section className="sec" key={major.code}>
        <h2>
          <a href={`/${locale}/occupations/${major.code}`}>{major.title}</a>
        </h2>
        <OccupationList groups={groups.filter(({ code }) => code.length === 2 && code.startsWith(major.code))} />
      </section>
    ));
}
