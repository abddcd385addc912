import { useSpeech } from '../i18n/context.tsx';

/** Major groups of ISCO-08, each with its sub-major groups. */
export function OccupationTree({ groups }: { groups: readonly { code: string; title: string }[] }) {
  const { locale } = useSpeech();
  return groups
    .filter(({ code }) => code.length === 1)
    .map((major) => (
      <section className="sec" key={major.code}>
        <h2>
          <a href={`/${locale}/occupations/${major.code}`}>{major.title}</a>
        </h2>
        <ul className="plain columns">
          {groups
            .filter(({ code }) => code.length === 2 && code.startsWith(major.code))
            .map(({ code, title }) => (
              <li key={code}>
                <a href={`/${locale}/occupations/${code}`}>{title}</a> <span className="small muted">{code}</span>
              </li>
            ))}
        </ul>
      </section>
    ));
}
